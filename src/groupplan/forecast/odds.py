"""From unknown parameters to odds: where a metric will stand, and the chance that it reaches a target."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from groupplan.forecast.grid import COARSE, FINE, Grade, Grid, lay
from groupplan.forecast.mixture import WHOLE, Rate, Shape, below, quantiles, shape
from groupplan.forecast.points import log_cumulants
from groupplan.model.distribution import Distribution, Fixed
from groupplan.model.fits import HIGH, LOW
from groupplan.model.growth import OF_MEMBERS, Bar, Chance, Curve, Inputs, Need, Point

SHARES = (0.1, 0.5, 0.9)
ERROR = 0.01
"""How far a chance of the closed form was found from two million runs of the simulation, at most."""
_MOST = 1e6
"""No growth of the reach beyond this is looked for."""


def curve(grid: Grid) -> Curve:
    """P10, P50 and P90 of every metric on every day of the grid, to one decimal."""
    metrics = ("joined", "members", *grid.inputs.rates)
    return Curve({metric: tuple(_point(grid, metric, day) for day in grid.days) for metric in metrics})


def _point(grid: Grid, metric: str, day: int) -> Point:
    shapes = _shapes(grid, metric, day)
    if all(middle <= -1e3 for middle, _, _ in shapes):
        return day, 0.0, 0.0, 0.0
    low, middle, high = (round(one, 1) for one in quantiles(shapes, SHARES, grid.grade.steps))
    return day, low, middle, high


def _rate(grid: Grid, metric: str) -> Rate:
    law = grid.inputs.rates.get(metric)
    if law is None:
        return WHOLE
    return Rate(law.mean, *log_cumulants(law)) if law.mean > 0.0 else Rate(0.0, 0.0, 0.0, 0.0)


def _shapes(grid: Grid, metric: str, day: int, factor: float = 1.0) -> list[Shape]:
    """The components of a metric on a day, the inflow multiplied by a factor."""
    one, rate = grid.days[day], _rate(grid, metric)
    there = grid.inputs.members_now if metric in grid.inputs.rates and metric not in OF_MEMBERS else 0
    parts = one.members if metric in OF_MEMBERS or metric == "members" else one.joined
    inflow = [x * factor for x in one.inflow]
    return [shape(a + there + x * c, b + x * d, rate) for a, b, c, d in parts for x in inflow]


def _reaches(grid: Grid, metric: str, day: int, target: float, factor: float = 1.0) -> float:
    """The chance of at least ``target``, a whole number of people, so counted from half a person less."""
    if target <= 0.0:
        return 1.0
    return 1.0 - below(_shapes(grid, metric, day, factor), math.log(max(0.5, math.ceil(target) - 0.5)))


def chance(grid: Grid, metric: str, day: int, target: float) -> Chance:
    """The chance that the metric stands at the target or above on a day of the grid."""
    return Chance(round(_reaches(grid, metric, day, target), 4), ERROR, "closed")


def needed(grid: Grid, metric: str, day: int, target: float, wanted: float = 0.8) -> Need:
    """By which factor the inflow must be multiplied for the chance wanted: 1 if it is enough as it is."""
    reach = sum(one.reach.mean for one in grid.inputs.channels)
    low, high = 1.0, 1.0
    while _reaches(grid, metric, day, target, high) < wanted:
        low, high = high, high * 4.0
        if high > _MOST:
            return Need(math.inf, math.inf, "inflow")
    while high - low > 5e-4 * low:
        middle = math.sqrt(low * high)
        enough = _reaches(grid, metric, day, target, middle) >= wanted
        low, high = (low, middle) if enough else (middle, high)
    return Need(round(high, 3), round(high * reach), _binding(grid, day, high))


def _binding(grid: Grid, day: int, factor: float) -> str:
    """What the growth would run into."""
    inputs = grid.inputs
    joined, members = (_shapes(grid, metric, day, factor) for metric in ("joined", "members"))
    if inputs.audience is not None and quantiles(joined, (0.5,), 0)[0] > inputs.audience:
        return "audience"
    return "seats" if inputs.seats is not None and quantiles(members, (0.5,), 0)[0] > inputs.seats else ""


def _fixed(inputs: Inputs, metric: str) -> Sequence[tuple[str, Distribution, Inputs, Inputs]]:
    """Every unknown of a metric: its name, its law, and the plan with it at the lower and the upper point."""
    ends = (LOW, HIGH)
    found: list[tuple[str, Distribution, Inputs, Inputs]] = []
    for name in ("scan", "join", "invites", "accept", "leave"):
        law: Distribution = getattr(inputs, name)
        low, high = (replace(inputs, **{name: Fixed(law.quantile(p))}) for p in ends)
        found.append((name, law, low, high))
    for place, one in enumerate(inputs.channels):
        for name in ("reach", "scan", "join"):
            law = getattr(one, name)
            changed = [replace(one, **{name: Fixed(law.quantile(p))}) for p in ends]
            low, high = (
                replace(inputs, channels=(*inputs.channels[:place], new, *inputs.channels[place + 1 :])) for new in changed
            )
            found.append((f"{one.name}.{name}", law, low, high))
    if metric in inputs.rates:
        law = inputs.rates[metric]
        low, high = (replace(inputs, rates={**inputs.rates, metric: Fixed(law.quantile(p))}) for p in ends)
        found.append((metric, law, low, high))
    return found


def tornado(inputs: Inputs, metric: str, day: int, target: float, grade: Grade = COARSE) -> tuple[Bar, ...]:
    """The chance with each unknown at the ends of its range, the widest bar first; known numbers have none."""
    bars = [
        Bar(name, *(round(_reaches(lay(one, (day,), grade), metric, day, target), 4) for one in (low, high)))
        for name, law, low, high in _fixed(inputs, metric)
        if law.variance > 0.0
    ]
    return tuple(sorted(bars, key=lambda bar: (-abs(bar.high - bar.low), bar.name)))
