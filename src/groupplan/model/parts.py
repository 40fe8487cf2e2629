"""The parts of a settled brief: positioning, people, programme, money."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from groupplan.model.clockspan import ClockSpan
from groupplan.model.estimate import Estimate
from groupplan.model.money import Money
from groupplan.model.source import Route

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
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


@dataclass(frozen=True, slots=True)
class Reason:
    """A promise to members and the task that keeps it ("" when none is named)."""

    promise: str
    by: str


@dataclass(frozen=True, slots=True)
class Position:
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


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the audience."""

    id: str
    who: str
    pains: tuple[tuple[str, str], ...]
    gathers_at: tuple[str, ...]
    active_hours: tuple[ClockSpan, ...]
    reach: Estimate


@dataclass(frozen=True, slots=True)
class Channel:
    """A recruiting channel; ``reach`` is 0 where unknown, ``owner`` is a role id or ""."""

    id: str
    kind: str
    name: str
    reach: Estimate
    cost: Money
    owner: str


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of group; ``prepared`` is None where the forecast decides."""

    id: str
    kind: str
    name: str
    size: int
    prepared: int | None


@dataclass(frozen=True, slots=True)
class Goal:
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


@dataclass(frozen=True, slots=True)
class Role:
    """A person of the team."""

    id: str
    name: str
    duties: tuple[str, ...]
    hours_week: float
    backup: str


@dataclass(frozen=True, slots=True)
class Session:
    """A lesson or an event."""

    id: str
    title: str
    at: datetime
    minutes: int
    guest: str = ""
    place: str = ""
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something members can buy."""

    id: str
    name: str
    price: Money | None
    first: date
    last: date
    limit: int | None
    mechanism: str


@dataclass(frozen=True, slots=True)
class Referral:
    """How members bring members."""

    reward_for: str
    reward: str
    cap: int
    value: Money


@dataclass(frozen=True, slots=True)
class Prize:
    """A reward the brief names."""

    id: str
    name: str
    kind: str
    value: Money
    quantity: int
    claim: str


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What members may do, and when nobody is disturbed."""

    invite: str
    ads: str
    quiet: tuple[ClockSpan, ...]
    on_topic: tuple[ClockSpan, ...]


@dataclass(frozen=True, slots=True)
class Purse:
    """The money there is; ``total`` is None where the brief names none."""

    currency: str
    total: Money | None
    tools: Money
    labour_hour: Money


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool in use."""

    name: str
    class_: str
    cost: Money
