"""The odds of a plan: curves by week, the chance of each goal, what it would take, what it hangs on."""

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from groupplan.forecast.closed import linear
from groupplan.forecast.grid import COARSE, FINE, Grade, Grid, lay
from groupplan.forecast.inputs import METRICS, first_day, inputs
from groupplan.forecast.odds import chance, curve, needed, tornado
from groupplan.forecast.simulate import Runs, simulate
from groupplan.forecast.trials import trial
from groupplan.model.estimate import Estimate
from groupplan.model.growth import Closed, Curve, Inputs, Point
from groupplan.model.outlook import Mark, Odds, Verdict
from groupplan.model.programme import Offer
from groupplan.model.settled import Goal, Settled
from groupplan.model.windows import Window

FEWEST, MOST, WORK = 200, 2000, 250_000
"""Runs of a simulation, and the days and joiners they may go through in all."""


def odds(
    settled: Settled,
    windows: Mapping[str, Window],
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
    given = inputs(settled, windows)
    if given is None:
        return None
    start = first_day(settled, windows)
    asked = {goal.id: one for goal in settled.goals if (one := _asked(goal, settled, given, start))}
    days = tuple(sorted({*given.weekly, *(day for _, day, _ in asked.values())}))
    grid = lay(given, days, FINE if fine else COARSE)
    found = curve(grid)
    closed = linear(given, found) if fine else Closed(True)
    if runs is None:
        runs = 0 if closed.holds else affordable(given, found.metrics["joined"][-1][2])
    drawn = simulate(given, days, runs, seed, tell) if runs else None
    found = drawn.curve() if drawn else found
    hung = _focus(settled, focus) if fine else ""
    verdicts = {
        goal.id: _verdict(goal, asked[goal.id], grid, found, drawn, start, hung=goal.id == hung)
        for goal in settled.goals
        if goal.id in asked
    }
    weekly = {
        name: tuple(_marks(line, given.weekly, start, _selling(name, settled)))
        for name, line in found.metrics.items()
    }
    return Odds(start, closed, weekly, verdicts, _growth(settled), runs)


def affordable(given: Inputs, joined: float) -> int:
    """Runs worth about a third of a second: each costs a step a day and a draw a joiner."""
    return max(FEWEST, min(MOST, round(WORK / (given.horizon + joined))))


def _focus(settled: Settled, wanted: str) -> str:
    goals = sorted(settled.goals, key=lambda goal: not goal.primary)
    return wanted or (goals[0].id if goals else "")


def _asked(goal: Goal, settled: Settled, given: Inputs, start: date) -> tuple[str, int, float] | None:
    """The metric of the odds, the day and the number a goal asks for; None where no odds are counted."""
    metric = METRICS[goal.metric][0] if goal.metric in METRICS else goal.metric
    if goal.target is None or metric not in ("joined", "members", *given.rates):
        return None
    day = (min(goal.deadline or settled.closes, settled.closes) - start).days
    target = goal.target.likely
    if goal.metric == "revenue":
        price = max((_price(offer) for offer in settled.offers), default=0.0)
        if not price:
            return None
        target = math.ceil(target / price)
    return metric, min(max(0, day), given.horizon), target


def _price(offer: Offer) -> float:
    return float(offer.price.amount) if offer.price else 0.0


def _verdict(
    goal: Goal,
    asked: tuple[str, int, float],
    grid: Grid,
    found: Curve,
    drawn: Runs | None,
    start: date,
    *,
    hung: bool,
) -> Verdict:
    metric, day, target = asked
    point = next(one for one in found.metrics[metric] if one[0] == day)
    guard = goal.guardrail
    guarded = grid.inputs.leave.cdf(guard[1]) if guard and guard[0] == "leave_rate" else 1.0
    likely = drawn.chance(metric, day, target) if drawn else chance(grid, metric, day, target)
    swings = tornado(grid.inputs, metric, day, target, COARSE) if hung else ()
    need = needed(grid, metric, day, target, min(0.999, goal.chance / (max(guarded, goal.chance) or 1.0)))
    return Verdict(
        goal=goal.id,
        metric=metric,
        target=target,
        mark=_mark(point, start),
        chance=likely,
        guarded=round(guarded, 4),
        need=need,
        swings=swings,
        trial=trial(swings, grid.inputs),
    )


def _mark(point: Point, start: date) -> Mark:
    day, low, middle, high = point
    return start + timedelta(days=day), low, middle, high


def _selling(metric: str, settled: Settled) -> tuple[date, date] | None:
    """The days on which members can pay: from the first offer's opening to the last one's end."""
    offers = settled.offers if metric == "paying" else ()
    return (min(one.first for one in offers), max(one.last for one in offers)) if offers else None


def _marks(
    line: tuple[Point, ...], days: tuple[int, ...], start: date, window: tuple[date, date] | None
) -> Iterator[Mark]:
    for point in line:
        if point[0] in days:
            day, *numbers = _mark(point, start)
            low, middle, high = (one * _elapsed(day, window) for one in numbers)
            yield day, low, middle, high


def _elapsed(day: date, window: tuple[date, date] | None) -> float:
    """Which part of a window has passed at the end of a day; all of it where there is none."""
    if window is None:
        return 1.0
    first, last = window
    return min(1.0, max(0.0, ((day - first).days + 1) / ((last - first).days + 1)))


def _growth(settled: Settled) -> Estimate | None:
    return settled.rates["refer_rate"].value if settled.referral else None


__all__ = ["Grade", "odds"]
