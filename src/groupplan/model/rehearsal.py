"""The dry run of a plan: when groups fill, codes expire and quotas run out, and whether hands suffice."""

from datetime import date

from msgspec import Struct

from groupplan.model.estimate import NOTHING, Estimate

EACH = 40.0
"""Minutes of an hour that one person can give to newcomers."""


class Full(Struct, frozen=True):
    """A group at one figure: full on a day, else with so many seats left; neither: full already."""

    day: date | None
    left: int


class Filling(Struct, frozen=True):
    """One group of a series, counted from 1. ``spare``: only the cautious figure needs it."""

    number: int
    spare: bool
    likely: Full
    cautious: Full


class Seats(Struct, frozen=True):
    """How the kind of group that people join fills, one group after the other."""

    group: str
    usable: int
    count: int
    prepared: bool
    """Whether the brief says how many groups there are."""
    most: int
    fillings: tuple[Filling, ...]
    full: int
    """Groups that are full already; the list begins after them."""
    further: int
    """Groups beyond those listed."""
    full_on: date | None
    """When all groups of the plan are full at the cautious figure."""
    missing: int
    """People without a seat at the cautious figure."""


class Code(Struct, frozen=True):
    """A group code: made, dead from, changed on; ``task`` is "" where no task changes it.

    ``change`` is None for the last one, which outlives recruiting.
    """

    made: date
    dead: date
    change: date | None = None
    task: str = ""


class Quota(Struct, frozen=True):
    """Mass messages to one kind of group in a month (its first day), beside what the platform allows."""

    audience: str
    month: date
    sent: int
    most: int


class Officers(Struct, frozen=True):
    """How many people a duty takes at the expected and the cautious membership, and how many have it."""

    duty: str
    each: int
    likely: int
    cautious: int
    there: int

    @property
    def short(self) -> int:
        """How many are missing at the cautious figure."""
        return max(0, self.cautious - self.there)


class Hour(Struct, frozen=True):
    """An hour of the first three days: who joins, minutes for newcomers, minutes that hands have left."""

    day: date
    hour: int
    people: tuple[str, ...]
    """Ids of the roles that greet."""
    joined: Estimate
    minutes: Estimate
    """Minutes of every step for newcomers that falls due."""
    busy: float
    """Minutes of the same people's posts and events."""
    free: float
    """Minutes they can still give."""
    mend: str = ""
    """Where it is over: ``wait`` when the next hour makes up for it, else the cheapest mend,
    ``shorten``, ``split`` or ``add``."""
    more: int = 0
    """People to add, where that is the mend."""

    @property
    def over(self) -> float:
        """Minutes too many at the cautious figure; none where nobody has the duty yet."""
        return max(0.0, self.minutes.high - self.free) if self.people else 0.0

    @property
    def late(self) -> bool:
        """Whether newcomers are left waiting unless something is done."""
        return self.mend not in ("", "wait")


class Rehearsal(Struct, frozen=True):
    """Everything the dry run finds; empty where the plan gives nothing to compute."""

    seats: Seats | None = None
    code_days: int = 0
    """How long a group code works; 0 where none expires."""
    codes: tuple[Code, ...] = ()
    entries: int = 0
    """Codes that so many groups take, where the platform limits the groups behind one; else 0."""
    quotas: tuple[Quota, ...] = ()
    officers: tuple[Officers, ...] = ()
    first: date | None = None
    """The first of the three days."""
    joined: Estimate = NOTHING
    """New members in these three days."""
    minutes: Estimate = NOTHING
    """Minutes for newcomers in these three days."""
    hours: tuple[Hour, ...] = ()
    """The fullest hours in order of time."""
    worst: Hour | None = None
    """The hour that is over by most, of those that need a mend."""
    over: int = 0
    """How many hours need a mend."""
