"""A number that is not known exactly: low, likely, high."""

import math

from msgspec import Struct

Z90 = 1.6448536269514722
"""Two-sided 90 % of the normal distribution."""
_NARROW = 1.2815515655446004 / Z90
"""Two-sided 80 % as a part of it."""


class _Ends(Struct, frozen=True):
    low: float
    likely: float
    high: float


class Estimate(_Ends, frozen=True, kw_only=True):
    """A 90 % interval with its most likely value. Shares are fractions (0.15), sizes are counts."""

    three: bool = False
    """Written as low, likely, high: then a PERT over exactly this range; else a 90 % interval."""

    @property
    def exact(self) -> bool:
        """True when nothing is uncertain."""
        return self.low == self.high

    def eight_in_ten(self) -> "Estimate":
        """The middle 80 % of what is a 90 % interval, as if each side were log-normal, or normal from 0."""
        if self.exact or self.likely <= 0.0:
            return self
        low, high = (
            self.likely * (end / self.likely) ** _NARROW if end > 0.0 else self.likely * (1.0 - _NARROW)
            for end in (self.low, self.high)
        )
        return Estimate(low, self.likely, high)

    def __mul__(self, other: "Estimate") -> "Estimate":
        """The 90 % interval of the product of two independent unknowns, as if both were log-normal."""
        likely = self.likely * other.likely
        if self.exact or other.exact or min(self.low, other.low) <= 0:
            return Estimate(self.low * other.low, likely, self.high * other.high)
        middle = math.log(self.low * self.high * other.low * other.high) / 2
        spread = math.hypot(math.log(self.high / self.low), math.log(other.high / other.low)) / 2
        low, high = math.exp(middle - spread), math.exp(middle + spread)
        return Estimate(min(low, likely), likely, max(high, likely))

    def __add__(self, other: "Estimate") -> "Estimate":
        """Sum bound by bound."""
        return Estimate(self.low + other.low, self.likely + other.likely, self.high + other.high)


def exactly(value: float) -> Estimate:
    """A number that is known."""
    return Estimate(value, value, value)


NOTHING = exactly(0.0)


def observed(hits: float, of: float) -> Estimate:
    """A share seen in one's own history, with Wilson's 90 % interval (E. B. Wilson, JASA 1927).

    ``hits`` out of ``of`` trials; ``of`` must be positive and not below ``hits``.
    """
    share, spread = hits / of, Z90 * Z90 / of
    middle = (share + spread / 2) / (1 + spread)
    half = Z90 / (1 + spread) * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return Estimate(max(0.0, min(middle - half, share)), share, min(1.0, max(middle + half, share)))
