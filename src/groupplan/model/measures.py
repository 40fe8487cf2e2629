"""What a plan costs in hours, attention and money."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from groupplan.model.money import Money


@dataclass(frozen=True, slots=True)
class Load:
    """Minutes of one person in one week (its Monday), beside the minutes there are."""

    role: str
    week: date
    minutes: float
    available: float

    @property
    def over(self) -> float:
        """Minutes too many, 0 when it fits."""
        return max(0.0, self.minutes - self.available)


@dataclass(frozen=True, slots=True)
class Attention:
    """What one member of the main group gets from the team, per day the group is open."""

    days: int
    posts: int
    most: int
    most_on: date | None
    promotions: int
    reminders: int
    """Notices counted from a lesson or an event; they come on top of the daily rhythm."""
    interactions: float

    @property
    def per_day(self) -> float:
        """Official posts a day."""
        return self.posts / self.days if self.days else 0.0

    @property
    def promotion_share(self) -> float:
        """Promotional posts among official posts, as a fraction."""
        return self.promotions / self.posts if self.posts else 0.0


@dataclass(frozen=True, slots=True)
class Cost:
    """A line of the budget; ``note`` names how it was computed by catalogue word."""

    id: str
    amount: Money
    count: float = 0.0
    unit: Money | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Measures:
    """Workload per duty and person and week, attention per member and day, money."""

    loads: tuple[Load, ...]
    duties: Mapping[str, float]
    """Duty → minutes over the whole plan."""
    duty_peaks: Mapping[str, float]
    """Duty → minutes of its fullest week."""
    tasks: Mapping[str, Mapping[date, float]]
    """Task → Monday of a week → minutes."""
    joins_per_day: float
    attention: Attention
    costs: tuple[Cost, ...]
    total: Money

    @property
    def minutes(self) -> float:
        """Minutes of work in all."""
        return sum(self.duties.values())

    def of(self, role: str) -> tuple[Load, ...]:
        """The weeks of one person."""
        return tuple(load for load in self.loads if load.role == role)
