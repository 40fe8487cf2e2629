"""From unknown parameters to odds: where a metric will stand, and the chance that it reaches a target."""

import math
from collections.abc import Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from groupplan.forecast.components import Component, stretched
from groupplan.forecast.grid import COARSE, Grade, Grid, lay
from groupplan.forecast.mixture import Rate, below, few, quantiles, shapes
from groupplan.forecast.points import log_cumulants, points
from groupplan.model.distribution import Distribution, Fixed
from groupplan.model.fits import HIGH, LOW
from groupplan.model.growth import ALL, OF_MEMBERS, Bar, Chance, Curve, Inputs, Need, Point, Stream

T = TypeVar("T", Inputs, Stream)
SHARES = (0.1, 0.5, 0.9)
_STRIDE, _MOST, _NEAR = 0.7, 14.0, 5e-4
"""Logarithms of growth: one step, the most that is looked for (a million times), and how near is near."""
_ROOM = 1.001
"""A range that ends at the limit of its guardrail keeps within it."""
_SKEWED = 0.33
"""From this skewness of the logarithm on three cumulants are not enough."""
_FEW, _LESS = (15, 45), 0.3
"""Up to the first target people are counted one by one, from the second not, and in between partly so;
not at all if their number is surer than Poisson's by this share."""


def curve(grid: Grid) -> Curve:
    """P10, P50 and P90 of every metric on every day of the grid, in whole people."""
    found: dict[str, list[Point]] = {metric: [] for metric in ("joined", "members", *grid.inputs.rates)}
    for day in grid.days:
        bases: dict[tuple[bool, int], list[Component]] = {}
        for metric, line in found.items():
            base = _base(grid.inputs, metric)
            if base not in bases:
                bases[base] = _components(grid, metric, day)
            line.append(_point(grid, metric, day, bases[base]))
    return Curve({metric: tuple(line) for metric, line in found.items()})


def _point(grid: Grid, metric: str, day: int, base: list[Component]) -> Point:
    law = grid.inputs.rates.get(metric, ALL)
    if law.mean <= 0.0:
        return day, 0.0, 0.0, 0.0
    found = quantiles(shapes(*_rated(base, law, grid)), SHARES, grid.grade.exact)
    low, middle, high = sorted(float(max(0, math.ceil(one - 0.5))) for one in found)
    return day, low, middle, high


def _rated(base: list[Component], law: Distribution, grid: Grid) -> tuple[list[Component], Rate]:
    """The last rate beside its base; one too skewed for three cumulants is multiplied in, point by point."""
    middle, wide, third = log_cumulants(law)
    if -third <= _SKEWED * wide**1.5 or -third <= _SKEWED * _spread(base, wide) ** 1.5:
        return base, Rate(law.mean, middle, wide, third)
    logs = tuple([math.log(x) - middle for x in points(law, grid.grade.rate)])
    return stretched(base, logs, grid.grade.kept), Rate(law.mean, middle, 0.0, 0.0)


def _spread(base: list[Component], more: float) -> float:
    """Variance of the logarithm, with so much more from elsewhere."""
    mean = sum([one[0] * one[4] for one in base])
    return more + sum([((one[0] - mean) ** 2 + one[3]) * one[4] for one in base])


def _base(inputs: Inputs, metric: str) -> tuple[bool, int]:
    """Whether a metric counts those present, and how many of before it counts beside those who joined."""
    present = metric == "members" or metric in OF_MEMBERS
    return present, 0 if present or metric not in inputs.rates else inputs.members_now


def _components(grid: Grid, metric: str, day: int, factor: float = 1.0) -> list[Component]:
    present, there = _base(grid.inputs, metric)
    return grid.days[day].components(present=present, there=there, kept=grid.grade.kept, factor=factor)


def _reaches(grid: Grid, metric: str, day: int, target: float, factor: float = 1.0) -> float:
    """The chance of at least ``target``, a whole number of people, so counted from half a person less."""
    whole, law = math.ceil(target), grid.inputs.rates.get(metric, ALL)
    if whole <= 0 or law.mean <= 0.0:
        return float(whole <= 0)
    found, rate = _rated(_components(grid, metric, day, factor), law, grid)
    one_by_one = min(1.0, (_FEW[1] - whole) / (_FEW[1] - _FEW[0])) if _random(found, rate) else 0.0
    missed = below(shapes(found, rate), math.log(whole - 0.5)) if one_by_one < 1.0 else 0.0
    if one_by_one > 0.0:
        missed = one_by_one * few(found, rate, whole) + (1.0 - one_by_one) * missed
    return max(0.0, 1.0 - missed)


def _random(found: list[Component], rate: Rate) -> bool:
    """Whether the counts vary nearly as Poisson numbers do, or more."""
    _, rel, inverse, _, _ = found[len(found) // 2]
    return rate.mean * (rel - inverse) > -_LESS * inverse


def chance(grid: Grid, metric: str, day: int, target: float) -> Chance:
    """The chance that the metric stands at the target or above on a day of the grid."""
    return Chance(round(_reaches(grid, metric, day, target), 4), grid.grade.error, "closed")


def needed(grid: Grid, metric: str, day: int, target: float, wanted: float = 0.8) -> Need:
    """By which factor the inflow must be multiplied for the chance wanted: 1 if it is enough as it is."""
    reach = sum(one.reach.mean for one in grid.inputs.channels)

    def short(log_factor: float) -> float:
        return wanted - _reaches(grid, metric, day, target, math.exp(log_factor))

    low, high, under, over = 0.0, 0.0, 0.0, short(0.0)
    while over > 0.0:
        low, under, high = high, over, high + _STRIDE
        if high > _MOST:
            return Need(math.inf, math.inf, "inflow")
        over = short(high)
    miss = over
    while high - low > _NEAR and not -_NEAR < miss <= 0.0:
        place = low + (high - low) * min(max(under / (under - over), 0.02), 0.98)
        miss = short(place)
        if miss > 0.0:
            low, under, over = place, miss, over / 2.0
        else:
            high, over, under = place, miss, under / 2.0
    factor = math.exp(high)
    return Need(round(factor, 3), round(factor * reach), _binding(grid, day, factor))


def _binding(grid: Grid, day: int, factor: float) -> str:
    """What the growth would run into."""
    inputs = grid.inputs
    for metric, room, name in (("joined", inputs.audience, "audience"), ("members", inputs.seats, "seats")):
        if room is not None and _reaches(grid, metric, day, room + 1.0, factor) > 0.5:
            return name
    return ""


def _set(one: T, name: str, value: float) -> T:
    """The plan or the channel with one of its laws a known number."""
    change: dict[str, Any] = {name: Fixed(value)}
    return replace(one, **change)


def _fixed(inputs: Inputs, metric: str) -> Sequence[tuple[str, Distribution, Inputs, Inputs]]:
    """Every unknown of a metric: its name, its law, and the plan with it at the lower and the upper point."""
    ends = (LOW, HIGH)
    found: list[tuple[str, Distribution, Inputs, Inputs]] = []
    for name in ("scan", "join", "invites", "accept", "leave"):
        law: Distribution = getattr(inputs, name)
        low, high = (_set(inputs, name, law.quantile(p)) for p in ends)
        found.append((name, law, low, high))
    for place, one in enumerate(inputs.channels):
        for name in ("reach", "scan", "join"):
            law = getattr(one, name)
            changed = [_set(one, name, law.quantile(p)) for p in ends]
            low, high = (
                replace(inputs, channels=(*inputs.channels[:place], new, *inputs.channels[place + 1 :]))
                for new in changed
            )
            found.append((f"{one.name}.{name}", law, low, high))
    if metric in inputs.rates:
        law = inputs.rates[metric]
        low, high = (replace(inputs, rates={**inputs.rates, metric: Fixed(law.quantile(p))}) for p in ends)
        found.append((metric, law, low, high))
    return found


def guarded(
    inputs: Inputs, metric: str, day: int, target: float, limit: float | None, grade: Grade = COARSE
) -> float:
    """The chance of the target on one day, and of a leave rate within the limit where there is one."""
    kept = 1.0 if limit is None else inputs.leave.cdf(limit * _ROOM)
    return kept * _reaches(lay(inputs, (day,), grade), metric, day, target) if kept else 0.0


def tornado(
    inputs: Inputs,
    metric: str,
    day: int,
    target: float,
    grade: Grade = COARSE,
    limit: float | None = None,
) -> tuple[Bar, ...]:
    """The chance with each unknown at the ends of its range, the widest bar first; what is known has none."""
    bars = [
        Bar(name, *(round(guarded(one, metric, day, target, limit, grade), 4) for one in (low, high)))
        for name, law, low, high in _fixed(inputs, metric)
        if law.variance > 0.0
    ]
    return tuple(sorted(bars, key=lambda bar: (-abs(bar.high - bar.low), bar.name)))
