"""Random numbers of every law used, from uniform ones alone, so that a seed means the same everywhere."""

import math
from collections.abc import Callable

from groupplan.model.distribution import Beta, Distribution, Fixed, LogNormal

Uniform = Callable[[], float]
_MANY = 10.0
"""Expected events from which rejection is quicker than counting."""


def normal(rng: Uniform) -> float:
    """Standard normal, by Marsaglia's polar method."""
    while True:
        x, y = 2.0 * rng() - 1.0, 2.0 * rng() - 1.0
        square = x * x + y * y
        if 0.0 < square < 1.0:
            return x * math.sqrt(-2.0 * math.log(square) / square)


def gamma(rng: Uniform, size: float) -> float:
    """Gamma with scale 1 (Marsaglia and Tsang, ACM TOMS 2000)."""
    if size < 1.0:
        return gamma(rng, size + 1.0) * math.exp(math.log(1.0 - rng()) / size)
    d = size - 1.0 / 3.0
    c = 1.0 / math.sqrt(9.0 * d)
    while True:
        x = normal(rng)
        v = (1.0 + c * x) ** 3
        if v > 0.0 and math.log(1.0 - rng()) < 0.5 * x * x + d - d * v + d * math.log(v):
            return d * v


def poisson(rng: Uniform, mean: float) -> int:
    """Poisson, by counting or by transformed rejection (W. Hörmann, Insurance: Math. and Econ. 1993)."""
    if mean < _MANY:
        limit, n, product = math.exp(-mean), 0, rng()
        while product > limit:
            n += 1
            product *= rng()
        return n
    log_mean, root = math.log(mean), math.sqrt(mean)
    b = 0.931 + 2.53 * root
    a, quick = -0.059 + 0.02483 * b, 0.9277 - 3.6224 / (b - 2.0)
    scale = math.log(1.1239 + 1.1328 / (b - 3.4))
    while True:
        u, v = rng() - 0.5, 1.0 - rng()
        us = 0.5 - abs(u)
        if us <= 0.0:
            continue
        k = math.floor((2.0 * a / us + b) * u + mean + 0.43)
        if us >= 0.07 and v <= quick:
            return k
        if k < 0 or (us < 0.013 and v > us):
            continue
        if math.log(v) + scale - math.log(a / (us * us) + b) <= k * log_mean - mean - math.lgamma(k + 1.0):
            return k


def binomial(rng: Uniform, n: int, p: float) -> int:
    """Binomial: jumps from event to event where they are few, else transformed rejection."""
    if n <= 0 or p <= 0.0:
        return 0
    if p > 0.5:
        return n - binomial(rng, n, 1.0 - p)
    if n * p >= _MANY:
        return _rejected(rng, n, p)
    log_rest, place, hits = math.log1p(-p), 0, 0
    while True:
        place += int(math.log(1.0 - rng()) / log_rest) + 1
        if place > n:
            return hits
        hits += 1


def _rejected(rng: Uniform, n: int, p: float) -> int:
    """Hörmann's BTRS (J. Statist. Comput. Simul. 1993) for p of at most one half."""
    root = math.sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * root
    a, c, quick = -0.0873 + 0.0248 * b + 0.01 * p, n * p + 0.5, 0.92 - 4.2 / b
    scale, odds, mode = (2.83 + 5.1 / b) * root, math.log(p / (1.0 - p)), math.floor((n + 1) * p)
    peak = math.lgamma(mode + 1.0) + math.lgamma(n - mode + 1.0)
    while True:
        u, v = rng() - 0.5, 1.0 - rng()
        us = 0.5 - abs(u)
        if us <= 0.0:
            continue
        k = math.floor((2.0 * a / us + b) * u + c)
        if us >= 0.07 and v <= quick:
            return k
        if k < 0 or k > n:
            continue
        height = peak - math.lgamma(k + 1.0) - math.lgamma(n - k + 1.0) + (k - mode) * odds
        if math.log(v * scale / (a / (us * us) + b)) <= height:
            return k


def brought(rng: Uniform, parents: int, mean: float, dispersion: float) -> int:
    """Guests of several members together: negative binomials of one kind add up to one."""
    if parents <= 0 or mean <= 0.0:
        return 0
    return poisson(rng, gamma(rng, parents * dispersion) * mean / dispersion)


def draw(rng: Uniform, law: Distribution) -> float:
    """One value of an unknown."""
    if isinstance(law, Fixed):
        return law.value
    if isinstance(law, LogNormal):
        return math.exp(law.mu + law.sigma * normal(rng))
    form = law if isinstance(law, Beta) else law.shape
    hits, misses = gamma(rng, form.a), gamma(rng, form.b)
    share = hits / (hits + misses) if hits + misses > 0.0 else float(form.a > form.b)
    return share if isinstance(law, Beta) else law.low + (law.high - law.low) * share
