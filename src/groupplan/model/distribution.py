"""Numbers that are not known exactly, as distributions: known, a share, a size, or three points."""

import math

from msgspec import Struct

from groupplan.model.special import (
    beta_cdf,
    beta_quantile,
    normal_cdf,
    normal_quantile,
    polygamma,
)


def _log(value: float) -> float:
    return math.log(value) if value > 0.0 else -math.inf


class Fixed(Struct, frozen=True):
    """A number that is known."""

    value: float
    variance = 0.0
    log_variance = 0.0
    log_skew = 0.0

    @property
    def mean(self) -> float:
        """The number itself."""
        return self.value

    @property
    def log_mean(self) -> float:
        """Minus infinity for nothing."""
        return _log(self.value)

    def cdf(self, x: float) -> float:
        """0 below the number, 1 from it on."""
        return float(x >= self.value)

    def quantile(self, p: float) -> float:
        """The number, whatever the share."""
        return self.value


class Beta(Struct, frozen=True):
    """A share of which ``a`` hits and ``b`` misses are known, so to speak."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The expected share."""
        return self.a / (self.a + self.b)

    @property
    def variance(self) -> float:
        """Its variance."""
        total = self.a + self.b
        return self.a * self.b / (total * total * (total + 1.0))

    @property
    def log_mean(self) -> float:
        """Mean of the logarithm: a difference of digammas."""
        return polygamma(self.a)[0] - polygamma(self.a + self.b)[0]

    @property
    def log_variance(self) -> float:
        """Variance of the logarithm: a difference of trigammas."""
        return polygamma(self.a)[1] - polygamma(self.a + self.b)[1]

    @property
    def log_skew(self) -> float:
        """Skewness of the logarithm, from tetragammas; never positive."""
        third = polygamma(self.a)[2] - polygamma(self.a + self.b)[2]
        return float(third / self.log_variance**1.5)

    def cdf(self, x: float) -> float:
        """Chance that the share is at most x."""
        return beta_cdf(self.a, self.b, x)

    def quantile(self, p: float) -> float:
        """The share that is not passed with chance p."""
        return beta_quantile(self.a, self.b, p)


class LogNormal(Struct, frozen=True):
    """A size whose logarithm is normal with mean ``mu`` and deviation ``sigma`` > 0."""

    mu: float
    sigma: float
    log_skew = 0.0

    @property
    def mean(self) -> float:
        """The expected size."""
        return math.exp(self.mu + self.sigma * self.sigma / 2.0)

    @property
    def variance(self) -> float:
        """Its variance."""
        return self.mean * self.mean * math.expm1(self.sigma * self.sigma)

    @property
    def log_mean(self) -> float:
        """Mean of the logarithm."""
        return self.mu

    @property
    def log_variance(self) -> float:
        """Variance of the logarithm."""
        return self.sigma * self.sigma

    def cdf(self, x: float) -> float:
        """Chance that the size is at most x."""
        return normal_cdf((math.log(x) - self.mu) / self.sigma) if x > 0.0 else 0.0

    def quantile(self, p: float) -> float:
        """The size that is not passed with chance p."""
        return math.exp(self.mu + self.sigma * normal_quantile(p))


class Pert(Struct, frozen=True):
    """Least, likely and most, ``low`` < ``high``: a Beta stretched between them (Malcolm et al., 1959)."""

    low: float
    likely: float
    high: float

    @property
    def shape(self) -> Beta:
        """The Beta on 0..1."""
        width = self.high - self.low
        rise = 4.0 * (self.likely - self.low) / width
        return Beta(1.0 + rise, 5.0 - rise)

    @property
    def mean(self) -> float:
        """One sixth, four sixths, one sixth."""
        return (self.low + 4.0 * self.likely + self.high) / 6.0

    @property
    def variance(self) -> float:
        """Its variance."""
        return float((self.high - self.low) ** 2 * self.shape.variance)

    def cdf(self, x: float) -> float:
        """Chance that the number is at most x."""
        return self.shape.cdf((x - self.low) / (self.high - self.low))

    def quantile(self, p: float) -> float:
        """The number that is not passed with chance p."""
        return self.low + (self.high - self.low) * self.shape.quantile(p)


Distribution = Fixed | Beta | LogNormal | Pert
