"""Unknown parameters as a small grid: a closed form for each of a few values of K, the mean of guests.

In each of them the whole range of the inflow is one line, since mean and variance are affine in it. Leaving
stretches the members present by a factor that hardly depends on K: it is counted at the mean K.
"""

import math
from collections.abc import Sequence

from msgspec import Struct

from groupplan.forecast.components import Component, Part, states, stretched
from groupplan.forecast.growth import Line, at, daily, lines
from groupplan.forecast.inflow import Inflow, inflow, relative
from groupplan.forecast.points import Points, even_points, fewer, points, times
from groupplan.model.distribution import Distribution
from groupplan.model.growth import Inputs, refers


class Grade(Struct, frozen=True):
    """How many values the unknown that matters more gets, the other, leaving, and a steep last rate."""

    more: int
    less: int
    leave: int
    rate: int
    kept: int
    """Components drawn together from all combinations."""
    exact: float
    """How near a quantile's share must come."""
    error: float
    """How far a chance was found from long simulations, at most, where the closed form holds."""


FINE = Grade(12, 8, 4, 7, 14, 1e-3, 0.015)
COARSE = Grade(7, 3, 2, 4, 7, 2e-2, 0.04)


class Day(Struct, frozen=True):
    """One day: inflow relative to its mean, the joined and the present, logarithms of what leaving does."""

    inflow: Points
    joined: tuple[Part, ...]
    members: tuple[Part, ...]
    leaving: Points

    def components(self, *, present: bool, there: int, kept: int, factor: float) -> list[Component]:
        """Those present or those who joined, with ``there`` more people, the inflow times a factor."""
        sent = self.inflow if factor == 1.0 else tuple([x * factor for x in self.inflow])
        if present:
            return stretched(states(self.members, sent, there, kept), self.leaving, kept)
        return states(self.joined, sent, there, kept)


class Grid(Struct, frozen=True):
    """The plan and its days."""

    inputs: Inputs
    grade: Grade
    days: dict[int, Day]


def lay(inputs: Inputs, days: Sequence[int], grade: Grade = FINE) -> Grid:
    """The grid for the days asked."""
    many, few, leaves = _sizes(inputs, grade)
    sent = inflow(inputs, many)
    brings, stay = _brings(inputs, few), daily(inputs.leave.mean, inputs.leave_days)
    joined = [lines(inputs, sent.windows, k, 1.0, days, present=False) for k in brings]
    members = [lines(inputs, sent.windows, k, stay, days, present=True) for k in brings]
    leaving = _leaving(inputs, sent, days, leaves)
    found = {}
    for place, day in enumerate(days):
        weights = [one[0] for one in joined[len(joined) // 2][place].windows]
        parts = _parts(joined, place, sent), _parts(members, place, sent)
        found[day] = Day(relative(sent, weights, many), *parts, leaving[place])
    return Grid(inputs, grade, found)


def _parts(rows: Sequence[Sequence[Line]], place: int, sent: Inflow) -> tuple[Part, ...]:
    found = []
    for row in rows:
        start, total = row[place].start, at(row[place], sent.means)
        found.append((*start, total[0] - start[0], total[1] - start[1]))
    return tuple(found)


def _brings(inputs: Inputs, count: int) -> Points:
    """Values of K, the mean of guests."""
    if not refers(inputs):
        return (0.0,)
    if count == 1:
        return (inputs.invites.mean * inputs.accept.mean,)
    many = max(count, 12)
    return fewer(times(points(inputs.invites, many), points(inputs.accept, many), many), count)


def _leaving(inputs: Inputs, sent: Inflow, days: Sequence[int], count: int) -> list[Points]:
    """Logarithms of what not knowing the leaving does to the members, day by day."""
    if inputs.leave.variance == 0.0:
        return [(0.0,)] * len(days)
    brings = inputs.invites.mean * inputs.accept.mean if refers(inputs) else 0.0
    leaves = (inputs.leave.mean, *even_points(inputs.leave, count))
    stays = [daily(leave, inputs.leave_days) for leave in leaves]
    rows = [lines(inputs, sent.windows, brings, stay, days, present=True) for stay in stays]
    logs = [[math.log(max(1e-9, at(one, sent.means)[0])) for one in row] for row in rows]
    return [tuple([row[place] - logs[0][place] for row in logs[1:]]) for place in range(len(days))]


def _sizes(inputs: Inputs, grade: Grade) -> tuple[int, int, int]:
    """How many values the inflow, K and leaving get; what moves the joined more gets more."""
    ways = [one.reach.mean * one.scan.mean * one.join.mean for one in inputs.channels]
    total = inputs.scan.mean * inputs.join.mean * sum(ways)
    each = [
        way * _wide(one.reach, one.scan, one.join) for one, way in zip(inputs.channels, ways, strict=True)
    ]
    own = math.hypot(*each) / sum(ways) if total else 0.0
    arrives = total * math.hypot(_wide(inputs.scan, inputs.join), own)
    brings = inputs.invites.mean * inputs.accept.mean * refers(inputs)
    people = inputs.members_now + inputs.seeds + total
    guests = brings / max(0.2, 1.0 - brings) * _wide(inputs.invites, inputs.accept) * people
    if arrives and guests:
        return (*((grade.more, grade.less) if arrives > guests else (grade.less, grade.more)), grade.leave)
    alone = not arrives and not guests
    return (
        (grade.kept if arrives else 1),
        (grade.kept if guests else 1),
        (grade.kept if alone else grade.leave),
    )


def _wide(*laws: Distribution) -> float:
    """Deviation over mean of a product."""
    return math.sqrt(sum(law.variance / law.mean**2 for law in laws if law.mean))
