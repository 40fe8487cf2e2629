"""What every format says alike: sentences of the catalogue, names of files, text made safe on one line."""

from collections.abc import Iterator
from pathlib import PurePath

from groupplan.messages import catalogue
from groupplan.model.finding import Severity
from groupplan.report.arrange import Line, Report
from groupplan.report.visible import visible


def said(report: Report, key: str, **gaps: object) -> str:
    """A sentence of the report's own, in its language."""
    return str(catalogue("cli")["report"][key][report.language]).format_map(gaps)


def summary(report: Report) -> str:
    """How many findings there are, or that there are none."""
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    notes = report.count(Severity.NOTE)
    key = "summary" if errors or warnings or notes else "clean"
    return said(report, key, errors=errors, warnings=warnings, notes=notes, files=report.files)


def fixable(report: Report) -> Iterator[str]:
    """How many findings can be mended by the command, where there are any."""
    count = sum(report.fix(line) is not None for line in report.lines)
    if count:
        yield said(report, "fixable", count=count)
    if report.unsafe:
        yield said(report, "fixable_unsafe", count=report.unsafe)


def plain(text: str) -> str:
    """Text of a file on one line; nothing in it reaches a terminal or a CI runner."""
    return visible(text.replace("\n", " "), actions=True)


def path(name: str) -> str:
    """A file's name with forward slashes and without ``./``, as CI services know it."""
    return PurePath(name).as_posix()


def place(line: Line) -> str:
    """``file:line:column``, on one line."""
    return plain(f"{line.file}:{line.span.line}:{line.span.column}")
