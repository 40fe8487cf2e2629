"""The brief with every open question answered, and for each answer where it came from."""

from collections.abc import Mapping
from datetime import date, time
from functools import cached_property
from itertools import count, islice

from msgspec import Struct, field

from groupplan.model.estimate import Estimate
from groupplan.model.knowledge import Pack
from groupplan.model.money import Money
from groupplan.model.parts import (
    Channel,
    Claim,
    Goal,
    Group,
    Position,
    Poster,
    Reason,
    Role,
    Segment,
    Setting,
)
from groupplan.model.programme import HouseRules, Offer, Prize, Purse, Referral, Session, Tool
from groupplan.model.source import Route
from groupplan.model.wording import LeftOut


class Settled(Struct, frozen=True, dict=True):
    """Everything later stages may know about the brief. Days are inclusive; shares are fractions."""

    source: str
    name: str
    language: str
    platform: str
    pack: Pack
    kind: str
    country: str
    timezone: str
    opens: date
    closes: date
    ongoing: bool
    members_now: int
    position: Position
    portrait: str
    minors: bool
    guardian_consent: bool | None
    speak_to: str
    segments: tuple[Segment, ...]
    seeds_count: int
    seeds_from: str
    seeds_consent: bool | None
    entry_mode: str
    fee: Money | None
    channels: tuple[Channel, ...]
    groups: tuple[Group, ...]
    poster: Poster
    claims: tuple[Claim, ...]
    goals: tuple[Goal, ...]
    has_history: bool
    seen: Mapping[str, tuple[float, float]]
    """Rate → hits and trials of one's own history."""
    rates: Mapping[str, Setting[Estimate]]
    roles: tuple[Role, ...]
    people: Mapping[str, str]
    """Duty → id of the role that does it; duties nobody can do are missing."""
    duties: Mapping[str, str]
    """Duty → its name for people, for duties nobody does yet."""
    lessons: tuple[Session, ...]
    events: tuple[Session, ...]
    offers: tuple[Offer, ...]
    referral: Referral | None
    rewards: tuple[Prize, ...]
    rules: HouseRules
    cadence: Mapping[str, time]
    daily_posts: frozenset[str]
    purse: Purse
    tools: tuple[Tool, ...]
    windows: Mapping[str, tuple[date | None, date | None]]
    days_off: frozenset[date]
    work_days: frozenset[date]
    numbers: Mapping[str, float]
    """Further defaults by id: ``post_gap``, ``official_posts_day``, ``promotion_share`` …"""
    revision: int
    assumptions: tuple[Setting[object], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    """What the brief writes and the plan goes without, since no honest plan can carry it."""
    names: Mapping[str, object] = field(default_factory=dict)
    """The vocabulary of conditions and texts with this brief's values."""

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        return {role.id: role for role in reversed(self.roles)}

    @property
    def guests_next_round(self) -> bool:
        """Whether those whom members bring join the next round: a camp that has begun is hard to join."""
        return self.kind == "study-camp" and not self.ongoing and self.referral is not None

    @property
    def days(self) -> int:
        """How many days the group runs within this plan."""
        return (self.closes - self.opens).days + 1

    def written(self, route: Route) -> Route:
        """A route counted by these lists as the brief counts it, where left-out elements stand between."""
        gone = {left.route for left in self.left_out}
        for place in range(1, len(route)):
            step = route[place]
            if isinstance(step, int) and gone:
                passed = (index for index in count() if (*route[:place], index) not in gone)
                route = (*route[:place], next(islice(passed, step, None)), *route[place + 1 :])
        return route

    def person(self, duty: str) -> Role | None:
        """Who does a duty."""
        return self._roles.get(self.people.get(duty, ""))

    def doer(self, duty: str, owner: str = "") -> Role | None:
        """Who does a task: the owner its channel names, else whoever has the duty."""
        return self._roles.get(owner) or self.person(duty)

    def present(self, role: Role, day: date) -> Role | None:
        """The person, or the stand-in who is there that day; None where neither is."""
        if not role.absent(day):
            return role
        backup = self._roles.get(role.backup)
        return backup if backup is not None and not backup.absent(day) else None

    def default(self, name: str) -> float:
        """A further default number."""
        return self.numbers[name]


__all__ = [
    "Channel",
    "Claim",
    "Goal",
    "Group",
    "HouseRules",
    "Offer",
    "Position",
    "Poster",
    "Prize",
    "Purse",
    "Reason",
    "Referral",
    "Role",
    "Segment",
    "Session",
    "Setting",
    "Settled",
    "Tool",
]
