"""Source → Brief: types first, then what the parts say about each other."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from msgspec import Struct
from pydantic import ValidationError

from groupplan.model.brief import FORMAT, Brief
from groupplan.model.codes import broken
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.source import Origin, Route, Source
from groupplan.validate.dates import dates
from groupplan.validate.errors import Place, findings
from groupplan.validate.mended import mended
from groupplan.validate.references import references

T = TypeVar("T")


class Outcome(Struct, Generic[T], frozen=True):
    """What came of validating: the value when there is one, and what is wrong."""

    value: T | None
    findings: tuple[Finding, ...] = ()
    rest: T | None = None
    """What is left without the mistakes, to be judged further but never used."""

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
        mistakes = findings(error, Brief, place)
        rest = mended(source.data, mistakes)
        return Outcome(None, (*mistakes, *(_between(rest, place) if rest else ())), rest)
    return Outcome(found, tuple(_between(found, place)))


def _between(found: Brief, place: Place) -> Iterator[Finding]:
    """What the parts of a brief say about each other."""
    yield from _version(found, place(("groupplan",)))
    yield from references(found, place)
    yield from dates(found, place)


def _version(found: Brief, origin: Origin) -> tuple[Finding, ...]:
    if found.groupplan == FORMAT:
        return ()
    words = say("other-format", found=found.groupplan, known=FORMAT)
    return (broken("not-groupplan", origin, words),)
