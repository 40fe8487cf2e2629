"""What the odds of a plan are counted from, and what comes out. Days count from 0, the first day."""

from collections.abc import Mapping

from msgspec import Struct, field

from groupplan.model.distribution import Distribution, Fixed

ALL, NONE = Fixed(1.0), Fixed(0.0)
DISPERSION = 0.4
"""Of guests brought: most members bring nobody, few bring many; the smaller, the more unequal. A convention
of the plan, not a measurement."""
OF_MEMBERS = frozenset({"active"})
"""Metrics whose rate is a share of the members present; other rates are shares of all who ever joined."""


class Stream(Struct, frozen=True):
    """A channel: people reached, of whom ``scan`` × ``join`` join, evenly over its days, ends included."""

    name: str
    reach: Distribution
    first_day: int
    last_day: int
    scan: Distribution = ALL
    join: Distribution = ALL
    """Rates of this channel alone; a rate common to all channels stands in ``Inputs``."""


class Inputs(Struct, frozen=True):
    """One plan as numbers. Distributions are independent; what is one unknown must stand here once."""

    horizon: int
    """The last day of the plan."""
    channels: tuple[Stream, ...] = ()
    scan: Distribution = ALL
    join: Distribution = ALL
    seeds: int = 0
    members_now: int = 0
    invites: Distribution = NONE
    """Invitations a member sends; with ``accept`` the mean of joiners she brings."""
    accept: Distribution = ALL
    delay_days: int = 7
    """From joining, or from the first day of referral if that is later, to the day her guests join."""
    refer_first: int = 0
    refer_last: int = -1
    """Guests join no later than this day; before ``refer_first`` there is no referral."""
    dispersion: float = DISPERSION
    """Above 0."""
    cap: int | None = None
    """Most guests one member can bring."""
    leave: Distribution = NONE
    leave_days: int = 30
    """The days over which ``leave`` is the share that goes."""
    rates: Mapping[str, Distribution] = field(default_factory=dict)
    audience: int | None = None
    """How many people there are who could join at all."""
    seats: int | None = None

    @property
    def weekly(self) -> tuple[int, ...]:
        """The last day of each week, and of the plan."""
        return tuple(dict.fromkeys((*range(6, self.horizon + 1, 7), self.horizon)))


Point = tuple[int, float, float, float]
"""Day, and what is not passed with chance 10 %, 50 % and 90 %."""


class Curve(Struct, frozen=True):
    """Metric → its points, day by day; ``joined`` and ``members`` beside the metrics of ``rates``."""

    metrics: Mapping[str, tuple[Point, ...]]


class Chance(Struct, frozen=True):
    """How likely a target is reached; ``error``: a standard error, or how far the closed form may be off."""

    probability: float
    error: float
    method: str
    """``closed`` or ``simulated``."""


class Need(Struct, frozen=True):
    """By which factor today's inflow must grow for the chance wanted, and the reach that is."""

    factor: float
    """Infinite when no inflow is enough."""
    reach: float
    binding: str
    """What stands in the way: ``inflow`` (none arrives in time), ``audience``, ``seats``; "" for nothing."""


class Bar(Struct, frozen=True):
    """The chance with one unknown at its 5 % point and at its 95 % point."""

    name: str
    low: float
    high: float


class Closed(Struct, frozen=True):
    """Whether the closed form holds, else why not: ``audience``, ``seats``, ``cap``, ``runaway``, ``few``."""

    holds: bool
    reason: str = ""


def refers(inputs: Inputs) -> bool:
    """Whether anybody can bring guests within the window of referral."""
    return inputs.refer_last >= max(0, inputs.refer_first) + max(1, inputs.delay_days)
