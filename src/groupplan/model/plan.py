"""The plan: everything the stages found out about one brief."""

from functools import cached_property

from msgspec import Struct

from groupplan.model.brief import Brief
from groupplan.model.finding import Finding
from groupplan.model.fitted import Fitted
from groupplan.model.forecast import Forecast
from groupplan.model.knowledge import Knowledge
from groupplan.model.measures import Measures
from groupplan.model.outline import Outline
from groupplan.model.scenarios import Outcome
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled
from groupplan.model.source import Origin, Route
from groupplan.model.template import NOTHING_OWN, Own
from groupplan.model.told import Told, texts
from groupplan.model.worded import Worded


class Plan(Struct, frozen=True, dict=True):
    """One brief, settled, expanded, dated, forecast, measured, fitted, worded and checked."""

    source: str
    brief: Brief
    knowledge: Knowledge
    settled: Settled
    forecast: Forecast
    fitted: Fitted
    measures: Measures
    worded: Worded
    values: dict[str, object]
    """Every vocabulary name with its value, results included."""
    findings: tuple[Finding, ...] = ()
    scenarios: tuple[Outcome, ...] = ()
    """The scenarios of the brief in their order; none in a plan made for checks."""
    own: Own = NOTHING_OWN
    """Templates of the user's own that its documents are made with."""

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Every text of the brief that members or the team read."""
        return tuple(texts(self.brief))

    @property
    def outline(self) -> Outline:
        """The items that stay."""
        return self.fitted.outline

    @property
    def schedule(self) -> Schedule:
        """The dates that stay."""
        return self.fitted.schedule

    def origin(self, *route: str | int) -> Origin:
        """A place in the brief."""
        found: Route = route
        return Origin(self.source, found)
