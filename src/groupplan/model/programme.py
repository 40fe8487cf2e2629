"""The parts of a settled brief that say what happens, what is offered, by which rules."""

from datetime import date, datetime

from msgspec import Struct

from groupplan.model.clockspan import ClockSpan
from groupplan.model.estimate import Estimate
from groupplan.model.money import Money


class Session(Struct, frozen=True):
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


class Offer(Struct, frozen=True):
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


class Referral(Struct, frozen=True):
    """How members bring members."""

    reward_for: str
    reward: str
    cap: int
    value: Money
    levels: int = 1


class Prize(Struct, frozen=True):
    """A reward the brief names."""

    id: str
    name: str
    kind: str
    value: Money
    quantity: int
    claim: str
    draw: bool = False
    changed: date | None = None


class HouseRules(Struct, frozen=True):
    """What members may do, and when nobody is disturbed."""

    invite: str
    ads: str
    quiet: tuple[ClockSpan, ...]
    on_topic: tuple[ClockSpan, ...]


class Purse(Struct, frozen=True):
    """The money there is; ``total`` is None where the brief names none."""

    currency: str
    total: Money | None
    tools: Money
    labour_hour: Money


class Tool(Struct, frozen=True):
    """A tool in use."""

    name: str
    class_: str
    cost: Money
    approved_by: str = ""
