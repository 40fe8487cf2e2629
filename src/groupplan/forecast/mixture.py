"""Counts on the logarithm's scale: what a mean and a variance look like there, mixed over the grid.

A count with mean m and variance v is taken as negative binomial (Poisson and binomial are its limits), so
with c = v/m - 1 its third cumulant is v (1 + 2c). To the second order in v/m², with L = log(1 + v/m²) and
e = (3 - (1+2c)/(1+c)) L², the logarithm then has mean log m - L/2 - e/3, variance L + e and third cumulant
-e; for e = 0 that is the log-normal. An independent rate adds its own three cumulants. Skew g enters the
distribution function as z - g (z² - 1)/6, the first step of Cornish and Fisher, damped so that it never turns back.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from groupplan.model.special import ROOT2, normal_quantile

Shape = tuple[float, float, float]
"""Mean of the logarithm, one over its deviation, a sixth of its skewness."""
_DAMP = 0.03
_STEEP = 0.2
_SURE = 1e-12


@dataclass(frozen=True, slots=True)
class Rate:
    """The last rate: its mean, and mean, variance and third cumulant of its logarithm."""

    mean: float
    log_mean: float
    log_variance: float
    log_third: float


WHOLE = Rate(1.0, 0.0, 0.0, 0.0)


def shape(mean: float, variance: float, rate: Rate) -> Shape:
    """One component: a count with this mean and variance, of which each counts with the rate."""
    share = rate.mean
    seen = share * mean
    if seen <= 0.0:
        return -1e3, 1.0, 0.0
    noise = share * share * variance + share * (1.0 - share) * mean
    wide = math.log1p(noise / (seen * seen))
    ratio = 2.0 - seen / noise if noise > 0.0 else 0.0
    bent = min((3.0 - ratio) * wide * wide, wide)
    spread = math.sqrt(wide + bent + rate.log_variance + _SURE)
    skew = (rate.log_third - bent) / (6.0 * spread**3)
    return (
        math.log(mean) + rate.log_mean - wide / 2.0 - bent / 3.0,
        1.0 / spread,
        min(max(skew, -_STEEP), _STEEP),
    )


def below(shapes: Sequence[Shape], log_x: float) -> float:
    """Share of the mixture below exp(log_x)."""
    total = 0.0
    erfc = math.erfc
    for middle, steep, skew in shapes:
        z = (log_x - middle) * steep
        zz = z * z
        total += erfc((skew * (zz - 1.0) / (1.0 + _DAMP * zz) - z) / ROOT2)
    return 0.5 * total / len(shapes)


def quantiles(shapes: Sequence[Shape], shares: Iterable[float], steps: int) -> list[float]:
    """Cornish and Fisher's quantiles of the mixture, each corrected ``steps`` times on the mixture itself."""
    size = len(shapes)
    mean = sum([middle for middle, _, _ in shapes]) / size
    second = third = fourth = 0.0
    for middle, steep, skew in shapes:
        x, v = middle - mean, 1.0 / (steep * steep)
        xx, k = x * x, 6.0 * skew * v / steep
        second += xx + v
        third += x * (xx + 3.0 * v) + k
        fourth += xx * (xx + 6.0 * v) + 3.0 * v * v + 4.0 * x * k
    variance = second / size
    deviation = math.sqrt(variance)
    g, h = third / size / variance / deviation, fourth / size / variance / variance - 3.0
    found = []
    for share in shares:
        z = normal_quantile(share)
        bend = (z * z - 1.0) * g / 6.0 + (z**3 - 3.0 * z) * h / 24.0 - (2.0 * z**3 - 5.0 * z) * g * g / 36.0
        log_x = mean + deviation * (z + bend)
        density = math.exp(-z * z / 2.0) / math.sqrt(2.0 * math.pi) / deviation
        for _ in range(steps):
            step = (share - below(shapes, log_x)) / density
            log_x += min(max(step, -deviation / 2.0), deviation / 2.0)
        found.append(math.exp(log_x))
    return found
