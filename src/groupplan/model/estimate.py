"""A number that is not known exactly: low, likely, high."""

import math
from dataclasses import dataclass

Z90 = 1.6448536269514722
"""Two-sided 90 % of the normal distribution."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A 90 % interval with its most likely value. Shares are fractions (0.15), sizes are counts."""

    low: float
    likely: float
    high: float

    @property
    def exact(self) -> bool:
        """True when nothing is uncertain."""
        return self.low == self.high

    def __mul__(self, other: "Estimate") -> "Estimate":
        """Product bound by bound: the widest honest answer without a distribution."""
        return Estimate(self.low * other.low, self.likely * other.likely, self.high * other.high)

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
