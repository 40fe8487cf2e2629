"""From what people write to distributions: two ends of a range, or hits out of trials."""

import math
from functools import lru_cache

from groupplan.model.distribution import Beta, Distribution, Fixed, LogNormal, Pert
from groupplan.model.estimate import Z90
from groupplan.model.special import beta_cdf, normal_quantile

LOW, HIGH = 0.05, 0.95
"""A range is read as these two points: nine times in ten the truth lies between its ends."""
JEFFREYS = (0.5, 0.5)
"""The prior of a share of which nothing is known (H. Jeffreys, Theory of Probability, 1961)."""
_NARROW, _NOTHING = 1e-2, 1e-4
"""Spreads of the logit: below the first the Beta is as good as normal, below the second it is one number."""


_EDGE = 1e-6
"""Nearer to nothing or to all than this is nothing or all."""


@lru_cache(maxsize=1024)
def beta_of(low: float, high: float) -> Distribution:
    """The share whose 5 % and 95 % points are the two ends.

    An end of 0 (or 1) is no point of any Beta: then the density peaks there, and the other end alone is met.
    """
    if low >= high:
        return Fixed(low)
    if low <= _EDGE:
        return Beta(1.0, 1.0 if high >= 1.0 - _EDGE else math.log(LOW) / math.log1p(-high))
    if high >= 1.0 - _EDGE:
        return Beta(math.log(LOW) / math.log(low), 1.0)
    ends = math.log(low / (1.0 - low)), math.log(high / (1.0 - high))
    middle, spread = (ends[0] + ends[1]) / 2.0, (ends[1] - ends[0]) / (2.0 * Z90)
    if spread < _NOTHING:
        return Fixed((low + high) / 2.0)
    a, b = ((1.0 + math.exp(sign * middle)) / (spread * spread) for sign in (1, -1))
    return _newton(low, high, math.log(a), math.log(b)) if spread > _NARROW else Beta(a, b)


def _misses(low: float, high: float, log_a: float, log_b: float) -> tuple[float, float]:
    """How far both ends are from their points, in standard deviations of the normal."""
    a, b = math.exp(log_a), math.exp(log_b)
    below, above = beta_cdf(a, b, low), beta_cdf(b, a, 1.0 - high)
    return (
        normal_quantile(min(max(below, 1e-200), 1.0 - 1e-16)) + Z90,
        Z90 + normal_quantile(min(max(above, 1e-200), 1.0 - 1e-16)),
    )


def _newton(low: float, high: float, log_a: float, log_b: float) -> Beta:
    h = 1e-5
    for _ in range(60):
        u, v = _misses(low, high, log_a, log_b)
        if abs(u) + abs(v) < 1e-10:
            break
        ua, va = _misses(low, high, log_a + h, log_b)
        ub, vb = _misses(low, high, log_a, log_b + h)
        ua, va, ub, vb = (ua - u) / h, (va - v) / h, (ub - u) / h, (vb - v) / h
        det = ua * vb - ub * va
        if det == 0.0:
            break
        da, db = (ub * v - vb * u) / det, (va * u - ua * v) / det
        shrink = min(1.0, 1.5 / max(abs(da), abs(db), 1e-9))
        log_a, log_b = log_a + shrink * da, log_b + shrink * db
    return Beta(math.exp(log_a), math.exp(log_b))


@lru_cache(maxsize=1024)
def lognormal_of(low: float, high: float) -> Distribution:
    """The size whose 5 % and 95 % points are the two ends; from 0, a falling density that meets the other."""
    if low >= high:
        return Fixed(low)
    if low <= 0.0:
        return Pert(0.0, 0.0, high / (1.0 - LOW**0.2))
    middle, width = math.log(low) + math.log(high), math.log(high / low)
    return LogNormal(middle / 2.0, width / (2.0 * Z90)) if width > 1e-12 else Fixed(low)


def beta_posterior(hits: float, of: float, prior: tuple[float, float] = JEFFREYS) -> Beta:
    """What a share is known to be after ``hits`` in ``of`` trials: the prior's counts and these."""
    return Beta(prior[0] + hits, prior[1] + of - hits)
