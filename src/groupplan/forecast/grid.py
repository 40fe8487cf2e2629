"""Unknown parameters as a small grid: one closed form for each of a few values of referral and leaving,
and in each the whole range of the inflow, since mean and variance are affine in it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from groupplan.forecast.growth import Line, Window, daily, lines
from groupplan.forecast.points import Points, even_points, plus, points, regroup, times
from groupplan.model.growth import Inputs, Stream

Part = tuple[float, float, float, float]
"""Mean and variance of those there from the start; mean and variance that the expected inflow adds."""


@dataclass(frozen=True, slots=True)
class Grade:
    """Values of the unknown that matters most, of the second and of the third."""

    sizes: tuple[int, int, int]
    steps: int
    """How often a quantile is corrected on the mixture itself."""


FINE, COARSE = Grade((16, 3, 2), 1), Grade((8, 2, 1), 0)


@dataclass(frozen=True, slots=True)
class Day:
    """One day: the inflow relative to its mean, and the parts of those who joined and of those present."""

    inflow: Points
    joined: tuple[Part, ...]
    members: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The plan and its days."""

    inputs: Inputs
    grade: Grade
    days: dict[int, Day]


def lay(inputs: Inputs, days: Sequence[int], grade: Grade = FINE) -> Grid:
    """The grid for the days asked."""
    sent = _sent(inputs, grade.sizes[0])
    windows = list(sent)
    means = [_mean_inflow(inputs, window) for window in windows]
    sizes = _sizes(inputs, sum(means), grade)
    brings, stays = _brings(inputs, sizes[1]), _stays(inputs, sizes[2])
    joined = [lines(inputs, windows, k, 1.0, days, present=False) for k in brings]
    members = [lines(inputs, windows, k, s, days, present=True) for k in brings for s in stays]
    common = times(points(inputs.scan, sizes[0]), points(inputs.join, sizes[0]), sizes[0])
    common_mean = inputs.scan.mean * inputs.join.mean
    found = {}
    for place, day in enumerate(days):
        middle = joined[len(joined) // 2][place]
        weights = [round(one[0], 2) for one in middle.windows]
        total = _summed(tuple(sent.values()), weights, sizes[0])
        mean = common_mean * sum(x * y for x, y in zip(_plain(inputs, windows), weights, strict=True))
        inflow = tuple(x / mean for x in times(common, total, sizes[0])) if mean else (0.0,)
        found[day] = Day(inflow, _parts(joined, place, means), _parts(members, place, means))
    return Grid(inputs, grade, found)


def _sent(inputs: Inputs, count: int) -> dict[Window, Points]:
    """The joiners of each window, before the rates common to all channels."""
    found: dict[Window, Points] = {}
    for one in inputs.channels:
        rate = times(points(one.scan, count), points(one.join, count), count)
        joiners = times(points(one.reach, count), rate, count)
        window = (one.first_day, one.last_day)
        found[window] = plus(found[window], joiners, count) if window in found else joiners
    return found


def _own_mean(one: Stream) -> float:
    return one.reach.mean * one.scan.mean * one.join.mean


def _plain(inputs: Inputs, windows: Sequence[Window]) -> list[float]:
    return [
        sum(_own_mean(one) for one in inputs.channels if (one.first_day, one.last_day) == window)
        for window in windows
    ]


def _mean_inflow(inputs: Inputs, window: Window) -> float:
    return inputs.scan.mean * inputs.join.mean * _plain(inputs, [window])[0]


def _summed(sent: Sequence[Points], weights: Sequence[float], count: int) -> Points:
    total: Points = (0.0,)
    for one, weight in zip(sent, weights, strict=True):
        if weight > 0.0:
            total = plus(total, tuple(x * weight for x in one), count) if total != (0.0,) else tuple(
                [x * weight for x in one]
            )
    return total


def _parts(rows: Sequence[Sequence[Line]], place: int, means: Sequence[float]) -> tuple[Part, ...]:
    return tuple(
        (
            *row[place].start,
            sum(x * one[0] for x, one in zip(means, row[place].windows, strict=True)),
            sum(x * one[1] for x, one in zip(means, row[place].windows, strict=True)),
        )
        for row in rows
    )


def _brings(inputs: Inputs, count: int) -> Points:
    """Values of K, the mean of guests."""
    if inputs.refer_last < inputs.refer_first + inputs.delay_days or not inputs.invites.mean * inputs.accept.mean:
        return (0.0,)
    if count == 1:
        return (inputs.invites.mean * inputs.accept.mean,)
    many = max(count, 12)
    return regroup(times(points(inputs.invites, many), points(inputs.accept, many), many), count)


def _stays(inputs: Inputs, count: int) -> Points:
    """Values of the chance to stay one day."""
    return tuple(daily(leave, inputs.leave_days) for leave in even_points(inputs.leave, count))


def _sizes(inputs: Inputs, inflow: float, grade: Grade) -> tuple[int, int, int]:
    """How many values the inflow, K and leaving get: the more an unknown matters, the more."""
    brings = inputs.invites.mean * inputs.accept.mean
    there = inputs.seeds + inputs.members_now + inflow
    laws = [law for one in inputs.channels for law in (one.reach, one.scan, one.join)]
    effects = (
        sum(_relative(law.mean, law.variance) for law in (inputs.scan, inputs.join))
        + (max((_relative(law.mean, law.variance) for law in laws), default=0.0))
    ) * (inflow / there if there else 0.0), (
        math.hypot(*(_relative(law.mean, law.variance) for law in (inputs.invites, inputs.accept)))
        * (brings / max(0.1, 1.0 - brings))
        * (inputs.refer_last >= inputs.refer_first + inputs.delay_days)
    ), math.sqrt(inputs.leave.variance) / max(0.05, 1.0 - inputs.leave.mean) * inputs.horizon / (2 * inputs.leave_days)
    order = sorted(range(3), key=lambda index: -effects[index])
    sizes = {index: size if effects[index] else 1 for index, size in zip(order, grade.sizes, strict=True)}
    return sizes[0], sizes[1], sizes[2]


def _relative(mean: float, variance: float) -> float:
    return math.sqrt(variance) / mean if mean else 0.0
