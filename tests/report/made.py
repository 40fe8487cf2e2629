"""A report made of a text and places in it."""

from groupplan.model.codes import broken
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.source import Origin, Source, Span
from groupplan.report import Report, arranged


def finding(
    line: int = 1,
    column: int = 1,
    end: int = 2,
    text: str = "x",
    file: str = "b.yaml",
    slug: str = "wrong-value",
) -> Finding:
    return broken(slug, Origin(file, at=Span(line, column, end)), say("wrong-value", text=text))


def warning(line: int = 1, file: str = "b.yaml") -> Finding:
    found = broken(
        "hidden-character", Origin(file, at=Span(line, 1, 2)), say("hidden-character", code="U+200B")
    )
    assert found.severity is Severity.WARNING
    return found


def report(findings: list[Finding], text: str = "", language: str = "zh-CN", file: str = "b.yaml") -> Report:
    return arranged(findings, {file: Source(file, text)}, 1, language)
