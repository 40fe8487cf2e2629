"""Goals: target, deadline, what is expected, and the chance, as far as it is no accident of drawing."""

import math
from collections.abc import Iterator
from typing import Any

from groupplan.compare.drawn import SURE, accidental, drawn_from
from groupplan.compare.making import beside, change
from groupplan.model.comparison import Change, Figure, Value
from groupplan.model.formats import rounded, spread
from groupplan.model.outlook import Verdict
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Goal by goal, the primary one with more weight."""
    fed = drawn_from(old) != drawn_from(new)
    for goal, was, now in beside(old.settled.goals, new.settled.goals, lambda one: one.id):
        if was is None and now is not None:
            yield change("members", "goal-added", 8, None, now.name, route=f"goals.{goal}")
            yield from _first_chance(now, new)
        elif was is not None and now is None:
            yield change("members", "goal-removed", 8, was.name, None, route=f"goals.{goal}")
        elif was is not None and now is not None:
            yield from _asked(was, now)
            yield from _expected(goal, now.name, old, new)
            yield from _chance(now, old, new, fed=fed)


def _asked(was: Goal, now: Goal) -> Iterator[Change]:
    """What the goal asks for; who answers for it and its name stand among the causes alone."""
    route = f"goals.{now.id}"
    if was.target != now.target:
        target: tuple[Value, Value] = was.target, now.target
        yield change("members", "goal-target", 7, *target, goal=now.name, route=f"{route}.target")
    if was.deadline != now.deadline:
        yield change("members", "goal-deadline", 6, was.deadline, now.deadline, goal=now.name)


def _expected(goal: str, name: str, old: Plan, new: Plan) -> Iterator[Change]:
    before, after = old.forecast.goals.get(goal), new.forecast.goals.get(goal)
    if before is None or after is None:
        return
    was, now = before.expected, after.expected
    if was and now and spread(was) != spread(now) and not accidental(was, now, old, new):
        yield change("members", "goal-expected", 4, was, now, goal=name)
    needs = before.reach_needed, after.reach_needed
    if needs[0] and needs[1] and spread(needs[0]) != spread(needs[1]):
        yield change("members", "goal-reach", 4, *needs, goal=name)


def _first_chance(goal: Goal, new: Plan) -> Iterator[Change]:
    verdict = _verdict(goal.id, new)
    if verdict:
        yield change(
            "members", "chance-first", 7, None, Figure(verdict.probability, "chance"), goal=goal.name
        )


def _chance(goal: Goal, old: Plan, new: Plan, *, fed: bool) -> Iterator[Change]:
    """A chance is drawn anew from each brief's text: what is within the error is said to be no change."""
    was, now = _verdict(goal.id, old), _verdict(goal.id, new)
    if was is None and now is not None:
        yield from _first_chance(goal, new)
    elif was is not None and now is None:
        gone = Figure(was.probability, "chance")
        yield change("members", "chance-gone", 7, gone, None, goal=goal.name)
    if was is None or now is None or not fed or _whole(was) == _whole(now):
        return
    chances = Figure(was.probability, "chance"), Figure(now.probability, "chance")
    apart, error = abs(now.probability - was.probability), _error(was, now)
    gaps: dict[str, Any] = {"goal": goal.name, "error": Figure(100 * error, "points")}
    if apart <= error:
        yield change("members", "chance-same", 1, *chances, **gaps)
        return
    weight = 9 if goal.primary else 7
    kind = "chance-up" if now.probability > was.probability else "chance-down"
    yield change("members", kind, weight, *chances, **gaps, level=Figure(goal.chance, "chance"))
    yield from _reach(goal.name, was, now)


def _reach(name: str, was: Verdict, now: Verdict) -> Iterator[Change]:
    """The reach that the chance wanted takes; only beside a chance that really moved."""
    if was.need is None or now.need is None or math.isinf(was.need.reach) or math.isinf(now.need.reach):
        return
    before, after = rounded(was.need.reach), rounded(now.need.reach)
    if before != after:
        yield change(
            "members", "chance-reach", 4, Figure(before, "people"), Figure(after, "people"), goal=name
        )


def _verdict(goal: str, plan: Plan) -> Verdict | None:
    return plan.forecast.odds.verdicts.get(goal) if plan.forecast.odds else None


def _whole(verdict: Verdict) -> int:
    return round(100 * verdict.probability)


def _error(was: Verdict, now: Verdict) -> float:
    """How far apart two chances may be by accident."""
    errors = was.chance.error, now.chance.error
    if was.chance.method == now.chance.method == "simulated":
        return SURE * math.hypot(*errors)
    return errors[0] + errors[1]
