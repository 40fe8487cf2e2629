"""What the odds of a plan are: where its numbers will stand, how likely each goal is, and what decides it."""

import math
from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from groupplan.model.estimate import Estimate
from groupplan.model.growth import Bar, Chance, Closed, Need

Mark = tuple[date, float, float, float]
"""Day, and what is not passed with chance 10 %, 50 % and 90 %, in people."""


class Trial(Struct, frozen=True):
    """The smallest test that would halve the range of one assumption: so many observations, so many days."""

    name: str
    observations: int
    days: int | None


class Verdict(Struct, frozen=True):
    """A goal on its last day: the chance, guardrail included, and what it hangs on."""

    goal: str
    metric: str
    target: float
    mark: Mark
    chance: Chance
    guarded: float
    """The chance that the guardrail holds; 1 where there is none."""
    need: Need | None = None
    swings: tuple[Bar, ...] = ()
    trial: Trial | None = None
    unit: float = 1.0
    """What one person adds to the goal: the price of a sale where it counts money."""

    @property
    def probability(self) -> float:
        """The chance that the goal is reached and its guardrail kept."""
        return round(self.chance.probability * self.guarded, 4)

    @property
    def carried(self) -> tuple[int, float]:
        """The target that today's figures carry, and its chance: the low end of the range, guardrail kept."""
        return math.floor(self.mark[1] * self.unit), round(0.9 * self.guarded, 4)


class Odds(Struct, frozen=True):
    """The odds of a plan, computed in closed form or from ``runs`` drawn ones."""

    start: date
    closed: Closed
    curves: Mapping[str, tuple[Mark, ...]]
    """``joined``, ``members`` and every metric with a rate, at the end of each week."""
    verdicts: Mapping[str, Verdict]
    growth: Estimate | None
    """K: invitations a member sends × acceptance; None where nobody is asked to bring anyone."""
    runs: int = 0
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Goals without odds, and why: ``early``, ``own``, ``price``, ``referrals``, ``target``, ``unsold``."""
