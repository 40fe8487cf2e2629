"""What reading a text finds, as (code, line, column)."""

from groupplan.model.finding import Finding
from groupplan.model.source import Source
from groupplan.read import read

Place = tuple[str, int, int]


def place(finding: Finding, source: Source) -> Place:
    span = source.place(finding.origin)
    return finding.code, span.line, span.column


def places(text: str | bytes) -> list[Place]:
    reading = read(text if isinstance(text, bytes) else text.encode(), "b.yaml")
    return [place(finding, reading.source) for finding in reading.findings]


def keys(text: str | bytes) -> list[str]:
    reading = read(text if isinstance(text, bytes) else text.encode(), "b.yaml")
    return [finding.words.key for finding in reading.findings]
