"""Source → Brief: types first, then what the parts say about each other."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from groupplan.model.brief import FORMAT, Brief
from groupplan.model.codes import broken
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.source import Origin, Route, Source
from groupplan.validate.dates import dates
from groupplan.validate.errors import findings
from groupplan.validate.references import references

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of validating: the value when there is one, and what is wrong."""

    value: T | None
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether a value is there and no error was found."""
        return self.value is not None and all(f.severity < Severity.ERROR for f in self.findings)


def brief(source: Source) -> Outcome[Brief]:
    """The brief of a source that was read without errors."""
    if not isinstance(source.data, dict) or "groupplan" not in source.data:
        origin = Origin(source.name)
        return Outcome(None, (broken("not-groupplan", origin, say("not-a-brief")),))

    def place(route: Route) -> Origin:
        return Origin(source.name, route)

    try:
        found = Brief.model_validate(source.data)
    except ValidationError as error:
        return Outcome(None, findings(error, Brief, place))
    problems = (*_version(found, place(("groupplan",))), *references(found, place), *dates(found, place))
    return Outcome(found, problems)


def _version(found: Brief, origin: Origin) -> tuple[Finding, ...]:
    if found.groupplan == FORMAT:
        return ()
    words = say("other-format", found=found.groupplan, known=FORMAT)
    return (broken("not-groupplan", origin, words),)
