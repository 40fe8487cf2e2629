"""Special functions from the standard library's elementary ones, the same on every machine."""

import math
from functools import lru_cache

ROOT2 = math.sqrt(2.0)
_TINY = 1e-300
_FAR = 700.0
"""Beyond this logit a share is 0 or 1 in floating point."""
_CENTRE = (
    (2.50662823884, -18.61500062529, 41.39119773534, -25.44106049637),
    (-8.47351093090, 23.08336743743, -21.06224101826, 3.13082909833),
)
_TAIL = (
    0.3374754822726147,
    0.9761690190917186,
    0.1607979714918209,
    0.0276438810333863,
    0.0038405729373609,
    0.0003951896511919,
    0.0000321767881768,
    0.0000002888167364,
    0.0000003960315187,
)


def normal_cdf(z: float) -> float:
    """Share of the standard normal distribution below z."""
    return 0.5 * math.erfc(-z / ROOT2)


@lru_cache(maxsize=1024)
def normal_quantile(p: float) -> float:
    """Its inverse: Moro's rational start (Risk 8, 1995), then two steps of Halley on ``erfc``."""
    if not 0.0 < p < 1.0:
        return -math.inf if p <= 0.0 else math.inf
    y = p - 0.5
    if abs(y) < 0.42:
        r = y * y
        above, below = (sum(c * r**i for i, c in enumerate(side)) for side in _CENTRE)
        z = y * above / (1.0 + r * below)
    else:
        r = math.log(-math.log(min(p, 1.0 - p)))
        z = math.copysign(sum(c * r**i for i, c in enumerate(_TAIL)), y)
    for _ in range(2):
        error = 0.5 * math.erfc(-z / ROOT2) - p if y < 0 else (1.0 - p) - 0.5 * math.erfc(z / ROOT2)
        step = error * math.sqrt(2.0 * math.pi) * math.exp(min(z * z / 2.0, _FAR))
        z -= step / (1.0 + z * step / 2.0)
    return z


def polygamma(x: float) -> tuple[float, float, float]:
    """Digamma, trigamma and tetragamma of x > 0: upward recurrence to 10, then the asymptotic series."""
    first = second = third = 0.0
    while x < 10.0:
        first -= 1.0 / x
        second += 1.0 / (x * x)
        third -= 2.0 / (x * x * x)
        x += 1.0
    r = 1.0 / (x * x)
    first += math.log(x) - 0.5 / x - r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r / 132))))
    second += 1.0 / x + r / 2.0 + r / x * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r * (1 / 30 - r * 5 / 66))))
    third -= r * (1.0 + 1.0 / x + r * (1 / 2 - r * (1 / 6 - r * (1 / 6 - r * (3 / 10 - r * 5 / 6)))))
    return first, second, third


def log_beta(a: float, b: float) -> float:
    """Logarithm of the beta function."""
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _fraction(a: float, b: float, x: float) -> float:
    """Continued fraction of the incomplete beta function, by Lentz's method (DLMF 8.17.22)."""
    d = 1.0 - (a + b) * x / (a + 1.0)
    d = 1.0 / (d if abs(d) > _TINY else _TINY)
    c, value = 1.0, d
    for m in range(1, 20_000):
        odd = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m))
        even = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0))
        for term in (odd, even):
            d = 1.0 + term * d
            d = 1.0 / (d if abs(d) > _TINY else _TINY)
            c = 1.0 + term / (c if abs(c) > _TINY else _TINY)
            value *= c * d
        if abs(c * d - 1.0) < 1e-14:
            break
    return value


def beta_cdf(a: float, b: float, x: float) -> float:
    """Regularised incomplete beta function: share of Beta(a, b) below x."""
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    return _below(a, b, x, 1.0 - x, math.log(x), math.log1p(-x))


def _below(a: float, b: float, x: float, rest: float, log_x: float, log_rest: float) -> float:
    front = math.exp(a * log_x + b * log_rest - log_beta(a, b))
    if x * (a + b + 2.0) < a + 1.0:
        return min(1.0, front * _fraction(a, b, x) / a)
    return max(0.0, 1.0 - front * _fraction(b, a, rest) / b)


@lru_cache(maxsize=4096)
def beta_quantile(a: float, b: float, p: float) -> float:
    """Inverse of ``beta_cdf``: Newton in the logit of the share, kept between two bounds."""
    if p <= 0.0 or p >= 1.0:
        return 0.0 if p <= 0.0 else 1.0
    left, right = polygamma(a), polygamma(b)
    logit = left[0] - right[0] + normal_quantile(p) * math.sqrt(left[1] + right[1])
    low, high = -_FAR, _FAR
    logit = min(max(logit, low), high)
    for _ in range(200):
        log_x, log_rest = -math.log1p(math.exp(-logit)), -math.log1p(math.exp(logit))
        x = math.exp(log_x)
        error = _below(a, b, x, math.exp(log_rest), log_x, log_rest) - p
        low, high = (low, logit) if error > 0.0 else (logit, high)
        slope = math.exp(a * log_x + b * log_rest - log_beta(a, b))
        step = error / slope if slope > _TINY else math.inf
        if abs(step) < 1e-13 * (1.0 + abs(logit)) or high - low < 1e-13:
            return x
        logit = logit - step if low < logit - step < high else (low + high) / 2.0
    return math.exp(-math.log1p(math.exp(-logit)))
