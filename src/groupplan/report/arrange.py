"""Findings in order, without repeats, at most a hundred a file."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from groupplan.messages import hint, sentence
from groupplan.model.edit import Fix
from groupplan.model.finding import Finding, Severity
from groupplan.model.limits import FINDINGS
from groupplan.model.source import Origin, Source, Span
from groupplan.model.verdict import Fixes


class Line(Struct, frozen=True):
    """A finding with its place found and its words said."""

    finding: Finding
    file: str
    span: Span
    message: str
    hint: str
    related: tuple[tuple[str, Span], ...]


class Report(Struct, frozen=True):
    """What is shown, and what is only counted."""

    lines: tuple[Line, ...]
    more: Mapping[str, int]
    files: int
    language: str
    sources: Mapping[str, Source]
    levels: tuple[Severity, ...] = ()
    """Of every finding, shown or only counted."""
    least: int = Severity.ERROR
    """From this level on a finding fails the check; above all of them none does."""
    fixes: Fixes = field(default_factory=dict)
    """What can be mended, as far as that was tried."""
    unsafe: int = 0
    """How many more can be mended when meaning may change."""

    def count(self, severity: Severity) -> int:
        """How many findings of a level there are."""
        return self.levels.count(severity)

    @property
    def worst(self) -> Severity | None:
        """The highest level found."""
        return max(self.levels, default=None)

    def fix(self, line: Line) -> Fix | None:
        """How a finding can be mended."""
        return self.fixes.get((line.finding.origin, line.finding.words))


def arranged(
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
    files: int,
    language: str,
    least: int = Severity.ERROR,
    fixes: Fixes | None = None,
    unsafe: int = 0,
) -> Report:
    """Sorted by file, line, column, code; the same finding stands once."""
    lines = dict.fromkeys(_line(finding, sources, language) for finding in findings)
    ordered = sorted(lines, key=lambda one: (one.file, one.span, one.finding.code, one.message))
    shown, more = [], {}
    seen: dict[str, int] = {}
    for line in ordered:
        seen[line.file] = seen.get(line.file, 0) + 1
        if seen[line.file] <= FINDINGS:
            shown.append(line)
        else:
            more[line.file] = seen[line.file] - FINDINGS
    levels = tuple(line.finding.severity for line in ordered)
    return Report(tuple(shown), more, files, language, sources, levels, least, fixes or {}, unsafe)


def _line(finding: Finding, sources: Mapping[str, Source], language: str) -> Line:
    def place(origin: Origin) -> Span:
        source = sources.get(origin.source) or Source(origin.source)
        return source.place(origin)

    said = sentence(finding.hint, language) if finding.hint else hint(finding.words, language)
    related = tuple((origin.source, place(origin)) for origin in finding.related)
    origin = finding.origin
    return Line(finding, origin.source, place(origin), sentence(finding.words, language), said, related)
