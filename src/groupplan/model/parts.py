"""The parts of a settled brief: positioning, people, programme, money."""

from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct

from groupplan.model.clockspan import ClockSpan
from groupplan.model.estimate import Estimate
from groupplan.model.money import Money
from groupplan.model.source import Route
from groupplan.model.windows import Window

T = TypeVar("T")


class Setting(Struct, Generic[T], frozen=True):
    """A value and its origin: brief, history, own (knowledge), playbook, shipped, computed."""

    name: str
    value: T
    origin: str
    row: str = ""
    date: str = ""
    trust: str = ""
    route: Route = ()
    say: str = ""
    """The sentence of the row, in the plan's language."""


class Reason(Struct, frozen=True):
    """A promise to members and the task that keeps it ("" when none is named)."""

    promise: str
    by: str


class Position(Struct, frozen=True):
    """Positioning; "" where the brief says nothing."""

    type: str
    motives: tuple[str, ...]
    topic: str
    why: str
    pain: str
    value: str
    reasonable: str
    gain: str
    not_for: str
    reasons: tuple[Reason, ...]


class Segment(Struct, frozen=True):
    """A part of the audience."""

    id: str
    who: str
    pains: tuple[tuple[str, str], ...]
    gathers_at: tuple[str, ...]
    active_hours: tuple[ClockSpan, ...]
    reach: Estimate


class Channel(Struct, frozen=True):
    """A recruiting channel; ``reach`` is 0 where unknown, ``owner`` is a role id or ""."""

    id: str
    kind: str
    name: str
    reach: Estimate
    cost: Money
    owner: str
    scan_rate: Estimate | None = None
    join_rate: Estimate | None = None


class Group(Struct, frozen=True):
    """A kind of group; ``prepared`` is None where the forecast decides."""

    id: str
    kind: str
    name: str
    size: int
    prepared: int | None
    criteria: str = ""
    closes: date | None = None
    hands_over_to: str = ""


class Poster(Struct, frozen=True):
    """The brief's own words for the poster; "" and None where it has none."""

    title: str = ""
    subtitle: str = ""
    points: tuple[str, ...] = ()
    endorsement: str = ""
    proof: str = ""
    call: str = ""
    code: str = ""


class Claim(Struct, frozen=True):
    """Strong words the brief allows, and what proves them."""

    words: str
    reason: str


class Goal(Struct, frozen=True):
    """A goal; None and "" where the brief is silent, since the SMART checks ask about just that."""

    id: str
    metric: str
    name: str
    baseline: Estimate | None
    target: Estimate | None
    deadline: date | None
    source: str
    owner: str
    reason: str
    relieves: str
    primary: bool
    guardrail: tuple[str, float] | None
    chance: float = 0.8


class Role(Struct, frozen=True):
    """A person of the team."""

    id: str
    name: str
    duties: tuple[str, ...]
    hours_week: float
    backup: str
    away: tuple[Window, ...] = ()

    def absent(self, day: date) -> bool:
        """Whether the person is away on a day."""
        return bool(self.away) and any(span.holds(day) for span in self.away)
