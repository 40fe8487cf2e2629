"""People over their hours, by week and by day; hours of each person in all; who came and who left."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from groupplan.compare.making import beside, change
from groupplan.model.comparison import Change, Figure
from groupplan.model.measures import Load
from groupplan.model.plan import Plan
from groupplan.model.roster import DayLoad

TENTH = 6.0
"""Minutes that show as a tenth of an hour: less is no change."""


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Person by person."""
    for role, was, now in beside(old.settled.roles, new.settled.roles, lambda one: one.id):
        if was is None and now is not None:
            yield change("team", "joins-team", 6, None, now.name)
        elif was is not None and now is None:
            yield change("team", "leaves-team", 6, was.name, None)
        person = now or was
        assert person is not None  # noqa: S101 - every key comes from one side
        yield from _hours(role, person.name, old, new)
        if now is not None:
            yield from _weeks(role, now.name, old, new)
            yield from _days(role, now.name, old, new)
    yield from _uncovered(old, new)


def _hours(role: str, name: str, old: Plan, new: Plan) -> Iterator[Change]:
    before, after = (sum(load.minutes for load in plan.measures.of(role)) for plan in (old, new))
    if abs(after - before) >= TENTH:
        yield change(
            "team", "hours", 4, _minutes(before), _minutes(after), name=name, by=_more(after - before)
        )


def _weeks(role: str, name: str, old: Plan, new: Plan) -> Iterator[Change]:
    """The week that is over by most stands first."""
    before = {load.week: load for load in old.measures.of(role)}
    after = {load.week: load for load in new.measures.of(role)}
    for week in sorted({*before, *after}, key=lambda one: (-_over(after.get(one)), one)):
        was, now = _over(before.get(week)), _over(after.get(week))
        load = after.get(week) or before[week]
        gaps: dict[str, Any] = {
            "name": name,
            "week": week,
            "hours": _minutes(load.minutes),
            "free": _minutes(load.free),
        }
        if now and not was:
            yield change("team", "over-week", 8, None, _minutes(now), **gaps)
        elif was and not now:
            yield change("team", "fits-week", 5, _minutes(was), None, **gaps)
        elif abs(now - was) >= TENTH:
            yield change(
                "team", "over-week-still", 6 if now > was else 4, _minutes(was), _minutes(now), **gaps
            )


def _over(load: Load | None) -> float:
    return load.over if load is not None and load.over > 1 else 0.0


def _days(role: str, name: str, old: Plan, new: Plan) -> Iterator[Change]:
    """Days beyond what anybody should plan in one."""
    before, after = _full(role, old), _full(role, new)
    for day in sorted(after.keys() - before.keys()):
        load = after[day]
        task = new.worded.text("tasks", load.parts[0][0], "name") if load.parts else ""
        gaps: dict[str, Any] = {
            "name": name,
            "day": day,
            "hours": _minutes(load.minutes),
            "most": _minutes(load.most),
        }
        yield change("team", "over-day", 7, None, _minutes(load.minutes), **gaps, task=task or "—")
    for day in sorted(before.keys() - after.keys()):
        yield change("team", "fits-day", 3, _minutes(before[day].minutes), None, name=name, day=day)


def _full(role: str, plan: Plan) -> dict[date, DayLoad]:
    return {one.day: one for one in plan.measures.days if one.role == role and one.minutes > one.most}


def _uncovered(old: Plan, new: Plan) -> Iterator[Change]:
    before = {(one.role, one.task, one.day) for one in old.measures.uncovered}
    found = [one for one in new.measures.uncovered if (one.role, one.task, one.day) not in before]
    names = {role.id: role.name for role in new.settled.roles}
    for role in dict.fromkeys(one.role for one in found):
        count = sum(one.role == role for one in found)
        yield change("team", "uncovered", 7, name=names.get(role, role), count=count)


def _minutes(amount: float) -> Figure:
    return Figure(amount, "minutes")


def _more(amount: float) -> Figure:
    return Figure(amount, "minutes", signed=True)
