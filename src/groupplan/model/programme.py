"""The parts of a settled brief that say what happens, what is offered, by which rules."""

from dataclasses import dataclass
from datetime import date, datetime

from groupplan.model.clockspan import ClockSpan
from groupplan.model.estimate import Estimate
from groupplan.model.money import Money


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
    form: str = "online"
    seats: int = 0
    school_subject: bool = False


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
    cost: Money | None = None
    """What one sold unit costs the seller; None where the brief does not say."""
    refund_rate: Estimate | None = None


@dataclass(frozen=True, slots=True)
class Referral:
    """How members bring members."""

    reward_for: str
    reward: str
    cap: int
    value: Money
    levels: int = 1


@dataclass(frozen=True, slots=True)
class Prize:
    """A reward the brief names."""

    id: str
    name: str
    kind: str
    value: Money
    quantity: int
    claim: str
    draw: bool = False
    changed: date | None = None


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
    approved_by: str = ""
