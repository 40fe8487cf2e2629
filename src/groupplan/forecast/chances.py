"""The odds of a plan: curves by week, the chance of each goal, what it would take, what it hangs on."""

import math
from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta

from msgspec.structs import replace

from groupplan.forecast.basis import anchored, moved
from groupplan.forecast.closed import linear
from groupplan.forecast.funnel import reach
from groupplan.forecast.grid import COARSE, FINE, Grid, lay
from groupplan.forecast.inputs import first_day, inputs
from groupplan.forecast.odds import chance, curve, guarded, needed, tornado
from groupplan.forecast.questions import Question, elapsed, question, selling
from groupplan.forecast.simulate import Runs, simulate
from groupplan.forecast.trials import trial
from groupplan.model.estimate import Estimate
from groupplan.model.growth import Closed, Curve, Inputs, Point
from groupplan.model.outlook import Mark, Odds, Verdict
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Goal, Settled

FEWEST, MOST, WORK = 200, 2000, 250_000
"""Runs of a simulation, and the days and joiners they may go through in all."""


def odds(
    settled: Settled,
    schedule: Schedule,
    *,
    fine: bool,
    runs: int | None,
    seed: int,
    focus: str = "",
    tell: Callable[[int], None] | None = None,
) -> Odds | None:
    """None where nobody is known to be reached.

    ``runs`` draws that many; None takes the closed form, and draws where it does not hold and ``fine``.
    What a goal hangs on is looked into for ``focus``, else for the primary goal.
    """
    given = inputs(settled, schedule)
    if given is None:
        return None
    start = first_day(settled, schedule)
    replies = {goal.id: question(goal, settled, given, start) for goal in settled.goals}
    asked = {name: one for name, one in replies.items() if isinstance(one, Question)}
    days = tuple(sorted({*given.weekly, *(one.day for one in asked.values())}))
    grid = lay(given, days, FINE if fine else COARSE)
    found = curve(grid)
    closed = linear(given, found) if fine else Closed(True)
    if runs is None:
        runs = 0 if closed.holds else affordable(given, found.metrics["joined"][-1][2])
    drawn = simulate(given, days, runs, seed, tell) if runs else None
    found = drawn.curve() if drawn else found
    hung = _focus(settled, focus, asked) if fine else ""
    today = reach(settled).likely
    verdicts = {
        goal.id: _verdict(goal, asked[goal.id], grid, found, drawn, start, hung=goal.id == hung, today=today)
        for goal in settled.goals
        if goal.id in asked
    }
    left_out = {name: one for name, one in replies.items() if isinstance(one, str)}
    weekly = _weekly(found, given, start, settled)
    return Odds(start, closed, weekly, verdicts, _growth(settled), runs, left_out)


def _weekly(found: Curve, given: Inputs, start: date, settled: Settled) -> dict[str, tuple[Mark, ...]]:
    return {
        name: tuple(_marks(line, given.weekly, start, selling(name, settled)))
        for name, line in found.metrics.items()
    }


def affordable(given: Inputs, joined: float) -> int:
    """Runs worth about a third of a second: each costs a step a day and a draw a joiner."""
    return max(FEWEST, min(MOST, round(WORK / (given.horizon + joined))))


def _focus(settled: Settled, wanted: str, asked: Collection[str]) -> str:
    """The goal looked into: the one named, else the first that has odds, a primary one before others."""
    goals = sorted(settled.goals, key=lambda goal: not goal.primary)
    return wanted or next((goal.id for goal in goals if goal.id in asked), "")


def _verdict(
    goal: Goal,
    asked: Question,
    grid: Grid,
    found: Curve,
    drawn: Runs | None,
    start: date,
    *,
    hung: bool,
    today: float,
) -> Verdict:
    about = asked.metric, asked.day, asked.whole
    point = next(one for one in found.metrics[asked.metric] if one[0] == asked.day)
    guard = goal.guardrail
    limit = guard[1] if guard and guard[0] == "leave_rate" else None
    kept = 1.0 if limit is None else round(grid.inputs.leave.cdf(limit), 4)
    counted = chance(grid, *about)
    likely = drawn.chance(*about) if drawn else counted
    level = min(0.999, goal.chance / (max(kept, goal.chance) or 1.0))
    need = needed(grid, *about, moved(level, likely.probability, counted.probability))
    verdict = Verdict(
        goal=goal.id,
        metric=asked.metric,
        target=asked.target,
        mark=_mark(point, start, asked.part),
        chance=likely,
        guarded=kept,
        need=need if math.isinf(need.factor) else replace(need, reach=round(need.factor * today)),
        unit=asked.unit,
    )
    return _looked_into(verdict, about, grid.inputs, limit) if hung else verdict


def _looked_into(
    verdict: Verdict, about: tuple[str, int, float], given: Inputs, limit: float | None
) -> Verdict:
    """With what the chance hangs on, around the chance that is named, and the test that settles it."""
    bars = tornado(given, *about, COARSE, limit)
    swings = anchored(bars, guarded(given, *about, limit), verdict.probability)
    return replace(verdict, swings=swings, trial=trial(swings, given))


def _mark(point: Point, start: date, part: float = 1.0) -> Mark:
    """A point with its date, whole people; ``part``: of the selling days, those that have passed."""
    day, *numbers = point
    low, middle, high = numbers if part == 1.0 else (float(round(one * part)) for one in numbers)
    return start + timedelta(days=day), low, middle, high


def _marks(
    line: tuple[Point, ...], days: tuple[int, ...], start: date, window: tuple[date, date] | None
) -> Iterator[Mark]:
    for point in line:
        if point[0] in days:
            yield _mark(point, start, elapsed(start + timedelta(days=point[0]), window))


def _growth(settled: Settled) -> Estimate | None:
    return settled.rates["refer_rate"].value if settled.referral else None
