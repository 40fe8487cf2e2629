"""read: bytes → ``Source``. One pass over YAML events; every scalar stays the text that was typed."""

from msgspec import Struct

from groupplan.model import limits
from groupplan.model.codes import broken
from groupplan.model.finding import Finding, say
from groupplan.model.source import Origin, Source, Span
from groupplan.read.characters import hidden
from groupplan.read.decode import decode
from groupplan.read.events import Walk, walk
from groupplan.read.fullwidth import repaired, wide_colons


class Reading(Struct, frozen=True):
    """What came of reading one file: the source, and what is wrong with its form."""

    source: Source
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the data may be used."""
        return not any(finding.severity.word == "error" for finding in self.findings)


def read(raw: bytes, name: str, *, most: int = limits.BRIEF_BYTES, encoding: str = "utf-8") -> Reading:
    """The data of a YAML file and the place of each piece; mistakes come back as findings."""
    if len(raw) > most:
        return Reading(Source(name), (broken("over-limit", Origin(name), say("file-too-large", most=most)),))
    text, problem = decode(raw, name, encoding)
    if problem:
        return Reading(Source(name), (problem,))
    found = walk(text, name)
    odd = found.findings or not isinstance(found.data, dict)
    colons = wide_colons(text, name) if odd else ()
    if colons:
        mended, places = repaired(text, colons)
        second = walk(mended, name)
        source = Source(name, text, second.data, second.marks, places)
        named = tuple(finding for _, finding in colons)
        return Reading(source, (*named, *_rest(named, second), *hidden(text, name)))
    source = Source(name, text, found.data, found.marks)
    return Reading(source, (*found.findings, *hidden(text, name), *_empty(found, name)))


def _rest(named: tuple[Finding, ...], second: Walk) -> tuple[Finding, ...]:
    """What is wrong beside the colons; a line in which one was mended is not blamed twice."""
    mended = {_line(finding) for finding in named}
    return tuple(f for f in second.findings if f.slug != "yaml-syntax" or _line(f) not in mended)


def _line(finding: Finding) -> int:
    return finding.origin.at.line if finding.origin.at else 0


def _empty(found: Walk, name: str) -> tuple[Finding, ...]:
    if found.findings or isinstance(found.data, dict):
        return ()
    return (broken("not-groupplan", Origin(name, at=Span(1, 1, 1)), say("not-a-mapping")),)


__all__ = ["Reading", "read"]
