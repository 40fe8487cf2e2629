"""People over the funnel, groups needed, and what each goal takes."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from groupplan.model.estimate import Estimate
from groupplan.model.outlook import Odds


class Step(Struct, frozen=True):
    """One step of the funnel. ``rate`` names the rate that led here; None people: not known."""

    id: str
    rate: str
    people: Estimate | None
    counted: bool = False
    """Whether the odds counted them: then P10, P50 and P90, else a likely value with its 90 % interval."""


class GoalOutlook(Struct, frozen=True):
    """A goal beside what today's reach gives, and the reach it takes. None: cannot be computed."""

    goal: str
    expected: Estimate | None
    joins_needed: Estimate | None
    reach_needed: Estimate | None


class GroupNeed(Struct, frozen=True):
    """How many groups of a kind the joins fill: ceil(joins ÷ usable seats)."""

    group: str
    usable: int
    staff: int
    seats: int
    needed: int
    most: int
    prepared: int | None

    @property
    def count(self) -> int:
        """Groups in this plan: as many as prepared, else as many as needed."""
        return self.prepared if self.prepared is not None else self.needed


class Forecast(Struct, frozen=True):
    """The plain arithmetic of a plan; low, likely and high, no odds."""

    steps: tuple[Step, ...]
    joins: Estimate
    joins_from: str
    """``reach`` when counted forwards, ``goal`` when counted back from a goal, ``size`` when neither."""
    goals: Mapping[str, GoalOutlook]
    groups: tuple[GroupNeed, ...]
    arrivals: Mapping[date, Estimate] = field(default_factory=dict)
    """New members by day; the days add up to ``joins``."""
    odds: Odds | None = None
    """None where nobody is known to be reached."""

    def people(self, step: str) -> Estimate | None:
        """People at a step."""
        return next((one.people for one in self.steps if one.id == step), None)

    def groups_of(self, kind_ids: tuple[str, ...]) -> int:
        """How many groups these ids come to, at least one."""
        return max(1, sum(need.count for need in self.groups if need.group in kind_ids))
