"""One task with one time, on the days it falls; work without an hour unless the time says otherwise."""

from datetime import date

from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from tests.briefs import alone


def task(at: str, rest: str = "", name: str = "it") -> str:
    """A line of a playbook's tasks."""
    usual = {"duty": "host", "stage": "activate", "kind": "event", "minutes": "5"}
    fields = ", ".join(f"{key}: {value}" for key, value in usual.items() if f"{key}:" not in rest)
    return f"  - {{id: {name}, name: {name}, at: {at}, {fields}{rest and f', {rest}'}}}\n"


def plan(at: str, brief: str = "", rest: str = "", *others: str) -> Plan:
    """A plan whose only task, apart from the others given, has this time."""
    return alone(brief, "tasks:\n" + task(at, rest) + "".join(others))


def occurrences(at: str, brief: str = "", rest: str = "", *others: str) -> tuple[Occurrence, ...]:
    """When the task happens."""
    return plan(at, brief, rest, *others).schedule.of("it")


def days(at: str, brief: str = "", rest: str = "") -> list[date]:
    """On which days the task happens."""
    return [one.day for one in occurrences(at, brief, rest)]


def moment(at: str, brief: str = "", rest: str = "", *others: str) -> str:
    """The only day of a task, and its hour where it has one."""
    (one,) = occurrences(at, brief, rest, *others)
    return f"{one.day} {one.at:%H:%M}" if one.at else f"{one.day}"
