"""Counts on the logarithm's scale: what a mean and a variance look like there, mixed over the grid.

A count with mean m and variance v is taken as negative binomial (Poisson and binomial are its limits), so
with c = v/m - 1 its third cumulant is v (1 + 2c). To the second order in v/m², with L = log(1 + v/m²) and
e = (3 - (1+2c)/(1+c)) L², the logarithm then has mean log m - L/2 - e/3, variance L + e and third cumulant
-e; for e = 0 that is the log-normal. An independent rate adds its own three cumulants. Skew g enters the
distribution function as z - g (z² - 1)/6, the first step of Cornish and Fisher, damped so that it never
turns back.
"""

import math
from collections.abc import Iterable, Sequence

from msgspec import Struct

from groupplan.forecast.components import Component
from groupplan.model.special import ROOT2, normal_quantile

Shape = tuple[float, float, float, float]
"""Mean of the logarithm, one over its deviation, a sixth of its skewness, weight."""
_DAMP = 0.03
_STEEP = 0.2
_SURE = 1e-10
_ROUNDS = 30
_HERMITE = (
    (0.0, 0.5333333333333333),
    (1.3556261799742657, 0.22207592200561263),
    (-1.3556261799742657, 0.22207592200561263),
    (2.8569700138728056, 0.011257411327720693),
    (-2.8569700138728056, 0.011257411327720693),
)


class Rate(Struct, frozen=True):
    """The last rate: its mean > 0, and mean, variance and third cumulant of its logarithm."""

    mean: float
    log_mean: float
    log_variance: float
    log_third: float


def shapes(components: Iterable[Component], rate: Rate) -> list[Shape]:
    """The components when each person counts with the rate."""
    share, middle, wide, third = rate.mean, rate.log_mean, rate.log_variance + _SURE, rate.log_third
    rest = (1.0 - share) / share
    found = []
    for log, rel, inverse, inside, weight in components:
        noise = rel + rest * inverse
        counts = math.log1p(noise)
        bent = (1.0 + inverse / (share * noise)) * counts * counts if noise > 0.0 else 0.0
        if bent > counts:
            bent = counts
        spread = counts + bent + inside + wide
        steep = 1.0 / math.sqrt(spread)
        skew = (third - bent) * steep * steep * steep / 6.0
        if not -_STEEP < skew < _STEEP:
            skew = math.copysign(_STEEP, skew)
        found.append((log + middle - counts / 2.0 - bent / 3.0, steep / ROOT2, skew, weight))
    return found


def below(shapes: Sequence[Shape], log_x: float) -> float:
    """Share of the mixture below exp(log_x)."""
    total = 0.0
    erfc = math.erfc
    for middle, steep, skew, weight in shapes:
        z = (log_x - middle) * steep
        zz = 2.0 * z * z
        total += weight * erfc(skew * (zz - 1.0) / (ROOT2 + _DAMP * ROOT2 * zz) - z)
    return 0.5 * total


def few(components: Sequence[Component], rate: Rate, target: int) -> float:
    """The chance of fewer than ``target`` where numbers are small: Poisson counts of an uncertain mean."""
    total = 0.0
    for log, rel, inverse, inside, weight in components:
        more = math.log1p(max(0.0, rel - inverse))
        spread = math.sqrt(more + inside + rate.log_variance + _SURE)
        skew = rate.log_third / (6.0 * spread**3)
        for z, share in _HERMITE:
            expected = math.exp(log + rate.log_mean - more / 2.0 + spread * (z + skew * (z * z - 1.0)))
            term = weight * share * math.exp(-expected)
            for count in range(1, target + 1):
                total += term
                term *= expected / count
    return total


def _cumulants(shapes: Sequence[Shape]) -> tuple[float, float, float, float]:
    """Mean, deviation, skewness and excess of the whole mixture."""
    mean = sum([middle * weight for middle, _, _, weight in shapes])
    second = third = fourth = 0.0
    for middle, steep, skew, weight in shapes:
        x, v = middle - mean, 0.5 / (steep * steep)
        xx, k = x * x, 6.0 * skew * v * math.sqrt(v)
        second += weight * (xx + v)
        third += weight * (x * (xx + 3.0 * v) + k)
        fourth += weight * (xx * (xx + 6.0 * v) + 3.0 * v * v + 4.0 * x * k)
    deviation = math.sqrt(second)
    g, h = third / second / deviation, fourth / second / second - 3.0
    return mean, deviation, min(max(g, -1.0), 1.0), min(max(h, -1.0), 2.0)


def quantiles(shapes: Sequence[Shape], shares: Iterable[float], exact: float) -> list[float]:
    """From Cornish and Fisher's guess by secants, until the share is met to ``exact``."""
    mean, deviation, g, h = _cumulants(shapes)
    found = []
    for share in shares:
        z = normal_quantile(share)
        bend = (z * z - 1.0) * g / 6.0 + (z**3 - 3.0 * z) * h / 24.0 - (2.0 * z**3 - 5.0 * z) * g * g / 36.0
        slope = math.exp(-z * z / 2.0) / (math.sqrt(2.0 * math.pi) * deviation)
        found.append(math.exp(_met(shapes, share, mean + deviation * (z + bend), slope, exact)))
    return found


def _met(shapes: Sequence[Shape], share: float, x: float, slope: float, exact: float) -> float:
    low, high, furthest = -math.inf, math.inf, 0.3 / slope
    before = miss = step = 0.0
    for turn in range(_ROUNDS):
        miss = below(shapes, x) - share
        if turn and (miss - before) * step > 0.0:
            slope = (miss - before) / step
        if abs(miss) <= exact:
            break
        low, high = (x, high) if miss < 0.0 else (low, x)
        step = min(max(-miss / slope, -furthest), furthest)
        if not low < x + step < high:
            step = (low + high) / 2.0 - x
        before, x = miss, x + step
    return x - min(max(miss / slope, -furthest / 9.0), furthest / 9.0)
