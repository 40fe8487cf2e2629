"""An unknown as a few values with weights, and sums and products of unknowns by regrouping them.

As many values always have the same weights: small ones at both ends, since it is the ends that are asked for.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

from groupplan.model.distribution import Beta, Distribution, Fixed, LogNormal

Points = tuple[float, ...]
_LEAST = 1e-290
_FINE = 40


@lru_cache(maxsize=64)
def edges(count: int) -> Points:
    """Shares of the whole at which the values' cells end; the last is 1."""
    return tuple(t * t * (3.0 - 2.0 * t) for t in (i / count for i in range(1, count + 1)))


@lru_cache(maxsize=64)
def weights(count: int) -> Points:
    """The cells' widths."""
    return tuple(end - start for start, end in zip((0.0, *edges(count)), edges(count), strict=False))


@lru_cache(maxsize=512)
def log_cumulants(law: Distribution) -> tuple[float, float, float]:
    """Mean, variance and third cumulant of the logarithm; a Pert's are counted from its points."""
    if isinstance(law, Beta | LogNormal | Fixed):
        return law.log_mean, law.log_variance, law.log_skew * law.log_variance**1.5
    logs = [math.log(max(_LEAST, one)) for one in _cells(law, _FINE)]
    mean, variance = _moments(logs, weights(_FINE))
    return mean, variance, sum(w * (x - mean) ** 3 for x, w in zip(logs, weights(_FINE), strict=True))


def _moments(values: Sequence[float], shares: Sequence[float]) -> tuple[float, float]:
    mean = sum([x * w for x, w in zip(values, shares, strict=True)])
    return mean, sum([w * (x - mean) ** 2 for x, w in zip(values, shares, strict=True)])


def _cells(law: Distribution, count: int) -> list[float]:
    """The middle of every cell."""
    return [law.quantile(end - width / 2.0) for end, width in zip(edges(count), weights(count), strict=True)]


def _fitted(values: Sequence[float], mean: float, variance: float) -> list[float]:
    """The values moved and stretched to this mean and variance."""
    middle, spread = _moments(values, weights(len(values)))
    wide = math.sqrt(variance / spread) if spread > 0.0 else 0.0
    return [mean + (x - middle) * wide for x in values]


@lru_cache(maxsize=512)
def points(law: Distribution, count: int) -> Points:
    """Values whose logarithms have the exact mean and variance; one value if it is known."""
    if count == 1 or law.variance == 0.0:
        return (law.mean,)
    mean, variance, _ = log_cumulants(law)
    logs = [math.log(max(_LEAST, one)) for one in _cells(law, count)]
    return tuple([math.exp(x) for x in _fitted(logs, mean, variance)])


@lru_cache(maxsize=512)
def even_points(law: Distribution, count: int) -> Points:
    """The same with the exact mean and variance themselves, for shares that may come near 1."""
    if count == 1 or law.variance == 0.0:
        return (law.mean,)
    return tuple([min(1.0, max(0.0, x)) for x in _fitted(_cells(law, count), law.mean, law.variance)])


def _regrouped(logs: list[tuple[float, float]], count: int) -> Points:
    """Weighted logarithms as ``count`` values, mean and variance kept; what lies on an edge is shared out."""
    logs.sort()
    mean = sum([x * w for x, w in logs])
    variance = sum([w * (x - mean) ** 2 for x, w in logs])
    ends, found = edges(count), []
    done, total, place = 0.0, 0.0, 0
    for x, weight in logs:
        while place < count - 1 and done + weight >= ends[place]:
            part = ends[place] - done
            found.append(total + part * x)
            done, weight, total, place = ends[place], weight - part, 0.0, place + 1
        done += weight
        total += weight * x
    found.append(total)
    middles = [x / w for x, w in zip(found, weights(count), strict=True)]
    return tuple([math.exp(x) for x in _fitted(middles, mean, variance)])


def _scaled(one: Points, by: float) -> Points:
    return tuple([x * by for x in one]) if by > 0.0 else (0.0,)


@lru_cache(maxsize=512)
def times(one: Points, other: Points, count: int) -> Points:
    """The product of two independent unknowns."""
    if len(one) == 1:
        return fewer(_scaled(other, one[0]), count)
    if len(other) == 1:
        return fewer(_scaled(one, other[0]), count)
    pairs = [
        [(math.log(max(_LEAST, x)), w) for x, w in zip(law, weights(len(law)), strict=True)]
        for law in (one, other)
    ]
    return _regrouped([(a + b, v * w) for a, v in pairs[0] for b, w in pairs[1]], count)


@lru_cache(maxsize=512)
def plus(one: Points, other: Points, count: int) -> Points:
    """The sum of two independent unknowns."""
    pairs = [tuple(zip(law, weights(len(law)), strict=True)) for law in (one, other)]
    log = math.log
    sums = [(log(max(_LEAST, a + b)), v * w) for a, v in pairs[0] for b, w in pairs[1]]
    return _regrouped(sums, count) if len(sums) > 1 else (one[0] + other[0],)


@lru_cache(maxsize=512)
def fewer(one: Points, count: int) -> Points:
    """The same unknown with no more than so many values."""
    if len(one) <= count:
        return one
    shares = weights(len(one))
    return _regrouped([(math.log(max(_LEAST, x)), w) for x, w in zip(one, shares, strict=True)], count)
