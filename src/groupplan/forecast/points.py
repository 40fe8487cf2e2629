"""An unknown as a few equally likely values, and sums and products of unknowns by regrouping them."""

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

from groupplan.model.distribution import Beta, Distribution, Fixed, LogNormal

Points = tuple[float, ...]
_LEAST = 1e-290
_FINE = 64


def log_cumulants(law: Distribution) -> tuple[float, float, float]:
    """Mean, variance and third cumulant of the logarithm; a Pert's are counted from its points."""
    if isinstance(law, Beta | LogNormal | Fixed):
        return law.log_mean, law.log_variance, law.log_skew * law.log_variance**1.5
    logs = [math.log(max(_LEAST, law.quantile((i + 0.5) / _FINE))) for i in range(_FINE)]
    mean = sum(logs) / _FINE
    centred = [one - mean for one in logs]
    return mean, sum(x * x for x in centred) / _FINE, sum(x**3 for x in centred) / _FINE


@lru_cache(maxsize=512)
def points(law: Distribution, count: int) -> Points:
    """Equally likely values whose logarithms have the exact mean and variance; one value if it is known."""
    if count == 1 or law.variance == 0.0:
        return (law.mean,)
    mean, variance, _ = log_cumulants(law)
    return stretched([law.quantile((i + 0.5) / count) for i in range(count)], mean, variance)


@lru_cache(maxsize=512)
def even_points(law: Distribution, count: int) -> Points:
    """The same with the exact mean and variance themselves, for shares that may come near 1."""
    if count == 1 or law.variance == 0.0:
        return (law.mean,)
    values = [law.quantile((i + 0.5) / count) for i in range(count)]
    mean = sum(values) / count
    wide = math.sqrt(law.variance * count / sum((x - mean) ** 2 for x in values))
    return tuple(min(1.0, max(0.0, law.mean + (x - mean) * wide)) for x in values)


def stretched(values: Iterable[float], mean: float, variance: float) -> Points:
    """The values moved and stretched in the logarithm to this mean and variance."""
    logs = [math.log(max(_LEAST, value)) for value in values]
    middle = sum(logs) / len(logs)
    spread = sum((x - middle) ** 2 for x in logs) / len(logs)
    wide = math.sqrt(variance / spread) if spread > 0.0 else 0.0
    return tuple([math.exp(mean + (x - middle) * wide) for x in logs])


def regroup(values: Sequence[float], count: int) -> Points:
    """Many equally likely positive values as few, with the mean and variance of the logarithm kept."""
    size = len(values)
    if size <= count:
        return tuple(sorted(values))
    logs = sorted([math.log(max(_LEAST, value)) for value in values])
    mean = sum(logs) / size
    variance = sum([(x - mean) ** 2 for x in logs]) / size
    edges = [i * size // count for i in range(count + 1)]
    groups = [sum(logs[a:b]) / (b - a) for a, b in zip(edges, edges[1:], strict=False)]
    return stretched([math.exp(group) for group in groups], mean, variance)


@lru_cache(maxsize=512)
def times(one: Points, other: Points, count: int) -> Points:
    """The product of two independent unknowns."""
    if 0.0 in (one[0], other[0]):
        return (0.0,)
    return regroup([a * b for a in one for b in other], count)


@lru_cache(maxsize=512)
def plus(one: Points, other: Points, count: int) -> Points:
    """The sum of two independent unknowns."""
    return regroup([a + b for a in one for b in other], count)
