"""Source → a file of knowledge: benchmarks, a platform pack, laws, a calendar, facts."""

from typing import TypeVar

from pydantic import ValidationError

from groupplan.model.codes import broken
from groupplan.model.fields import Model
from groupplan.model.finding import say
from groupplan.model.source import Origin, Route, Source
from groupplan.validate.briefs import Outcome
from groupplan.validate.errors import findings

M = TypeVar("M", bound=Model)


def knowing(source: Source, model: type[M]) -> Outcome[M]:
    """The knowledge of a source that was read without errors; what ships is held by tests."""
    if not isinstance(source.data, dict) or "knowledge" not in source.data:
        return Outcome(None, (broken("not-groupplan", Origin(source.name), say("not-knowledge")),))

    def place(route: Route) -> Origin:
        return Origin(source.name, route)

    try:
        return Outcome(model.model_validate(source.data))
    except ValidationError as error:
        return Outcome(None, findings(error, model, place))
