"""GP6xx: the brief's own dates: stages that stand oddly, and days that contradict each other."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from groupplan.check.rule import rule
from groupplan.model.choices import METRICS, STAGES
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.operation import StageDates
from groupplan.model.plan import Plan

ORDER = ("recruit", "activate", "retain")
"""Stages that begin one after the other, or together."""
BEFORE = ("prepare", "recruit")
"""Stages that may begin before the opening."""
RUNNING = ("activate", "retain", "convert", "refer")
"""Stages that members live through while the group is open."""


@rule("GP607", Severity.WARNING, basis=("M292", "M293", "K56"))
def stage_dates_odd(plan: Plan) -> Iterator[Finding]:
    """A stage the brief dates lies in the plan, in its order, and something happens in it."""
    given = {stage: dates for stage in STAGES if (dates := getattr(plan.brief.stages, stage, None))}
    outside = {stage: list(_outside(plan, stage, dates)) for stage, dates in given.items()}
    windows = plan.schedule.windows
    for first, second in pairwise(ORDER):
        told = outside.get(first) or outside.get(second)
        if windows[second].first < windows[first].first and {first, second} & set(given) and not told:
            wrong = second if second in given else first
            gaps = {"day": windows[second].first, "other": windows[first].first}
            words = say("stage-out-of-order", **_names(second), **_names(first, "before"), **gaps)
            yield Finding(plan.origin("stages", wrong, "from"), words)
    yield from (finding for found in outside.values() for finding in found)
    yield from _empty(plan, given)


def _outside(plan: Plan, stage: str, dates: StageDates) -> Iterator[Finding]:
    opens, closes = plan.settled.opens, plan.settled.closes
    for key, day in (("from", dates.from_), ("to", dates.to)):
        early = day is not None and day < opens and stage not in BEFORE
        late = day is not None and day > closes and stage in (*BEFORE, *RUNNING)
        if early or late:
            words = say("stage-outside-the-plan", **_names(stage), day=day, opens=opens, closes=closes)
            yield Finding(plan.origin("stages", stage, key), words, related=(plan.origin("opens"),))


def _empty(plan: Plan, given: dict[str, StageDates]) -> Iterator[Finding]:
    days: dict[str, set[date]] = defaultdict(set)
    stages = {piece.key: piece.item.stage for piece in plan.outline.tasks}
    for one in plan.schedule.occurrences if given else ():
        days[stages[one.task]].add(one.day)
    for stage in given:
        window = plan.schedule.windows[stage]
        if not any(window.holds(day) for day in days[stage]):
            gaps = {"first": window.first, "last": window.last}
            yield Finding(plan.origin("stages", stage), say("stage-without-task", **_names(stage), **gaps))


def _names(stage: str, name: str = "stage") -> dict[str, str]:
    both = STAGES.both(stage)
    return {f"{name}_zh": both.zh, f"{name}_en": both.en}


@rule("GP608", Severity.ERROR, basis=("M292", "M293", "K56"))
def dates_contradict(plan: Plan) -> Iterator[Finding]:
    """A goal is due, a group is closed, or a day is off, and another line says it cannot be."""
    opens, opened = plan.settled.opens, (plan.origin("opens"),)
    for index, goal in enumerate(plan.brief.goals):
        if goal.deadline and goal.deadline < opens:
            metric = METRICS.both(goal.metric)
            names = {"goal_zh": goal.name or metric.zh, "goal_en": goal.name or metric.en}
            words = say("deadline-before-opening", **names, day=goal.deadline, opens=opens)
            yield Finding(plan.origin("goals", index, "deadline"), words, related=opened)
    for index, group in enumerate(plan.brief.groups):
        if group.closes and group.closes < opens:
            name = group.name or group.id
            words = say("group-closed-before-opening", group=name, day=group.closes, opens=opens)
            yield Finding(plan.origin("groups", index, "closes"), words, related=opened)
    calendar = plan.brief.calendar
    for index, day in enumerate(calendar.work_days if calendar else ()):
        if day in plan.settled.days_off:
            related = (plan.origin("calendar", "days_off"),)
            words = say("day-off-and-worked", day=day)
            yield Finding(plan.origin("calendar", "work_days", index), words, related=related)
