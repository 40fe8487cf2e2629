"""What a plan costs in hours, attention and money."""

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct, field

from groupplan.model.economics import Economy
from groupplan.model.money import Money
from groupplan.model.rehearsal import Rehearsal
from groupplan.model.roster import DayLoad, Shift, Uncovered


class Load(Struct, frozen=True):
    """Minutes of one person in one week (its Monday), beside the minutes there are."""

    role: str
    week: date
    minutes: float
    available: float
    off: float = 0.0
    """Minutes of these that absence and the brief's own days off take away."""

    @property
    def free(self) -> float:
        """Minutes there really are in this week."""
        return max(0.0, self.available - self.off)

    @property
    def over(self) -> float:
        """Minutes too many, 0 when it fits."""
        return max(0.0, self.minutes - self.free)


class ReaderWeek(Struct, frozen=True):
    """What one member gets in one week: of the main group (``main``), or of it and a closed one."""

    reader: str
    week: date
    days: int
    """Days of the week on which anything is posted or held."""
    posts: int
    promotions: int
    gap: timedelta | None
    """Shortest time from one promotion to the next that falls into this week."""
    asked: int
    asked_least: int
    """Times members are asked to do or say something, in all and on the quietest of these days."""

    @property
    def share(self) -> float:
        """Promotional posts among official posts, as a fraction."""
        return self.promotions / self.posts if self.posts else 0.0

    @property
    def asked_mean(self) -> float:
        """Times a day, over the days on which anything happens."""
        return self.asked / self.days if self.days else 0.0


class Conflict(Struct, frozen=True):
    """Days on which two things asked of a plan do not hold: ``cap``, ``floor``, ``both``, ``promotions``."""

    id: str
    reader: str
    days: tuple[date, ...]


class Attention(Struct, frozen=True):
    """What one member of the main group gets from the team, per day the group is open."""

    days: int
    posts: int
    most: int
    most_on: date | None
    promotions: int
    reminders: int
    """Notices counted from a lesson or an event; they come on top of the daily rhythm."""
    interactions: float
    weeks: tuple[ReaderWeek, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def per_day(self) -> float:
        """Official posts a day."""
        return self.posts / self.days if self.days else 0.0

    @property
    def promotion_share(self) -> float:
        """Promotional posts among official posts, as a fraction."""
        return self.promotions / self.posts if self.posts else 0.0


class Cost(Struct, frozen=True):
    """A line of the budget; ``note`` names how it was computed by catalogue word."""

    id: str
    amount: Money
    count: float = 0.0
    unit: Money | None = None
    name: str = ""


class Measures(Struct, frozen=True):
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
    economy: Economy
    days: tuple[DayLoad, ...] = ()
    """Each person's days on which there is anything to do, in order."""
    hands: Mapping[str, Mapping[str, Mapping[date, float]]] = field(default_factory=dict)
    """Person → task → Monday of a week → minutes, stand-ins counted where they stand in."""
    uncovered: tuple[Uncovered, ...] = ()
    roster: tuple[Shift, ...] = ()
    rehearsal: Rehearsal = field(default_factory=Rehearsal)
    """The dry run: seats, codes, quotas, officers, the first 72 hours."""

    @property
    def minutes(self) -> float:
        """Minutes of work in all."""
        return sum(self.duties.values())

    def of(self, role: str) -> tuple[Load, ...]:
        """The weeks of one person."""
        return tuple(load for load in self.loads if load.role == role)
