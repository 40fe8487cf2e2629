"""Findings as workflow commands: GitHub shows them beside the lines of a pull request."""

from collections import Counter

from groupplan.model.finding import Severity
from groupplan.report.arrange import Line, Report
from groupplan.report.words import path, place, plain, said, summary

MOST = 10
"""Annotations of one kind that GitHub shows of one step."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(report: Report) -> str:
    """The first ten of each level; one notice counts the rest, and the last line is for the log."""
    shown: Counter[Severity] = Counter()
    rows = []
    for line in report.lines:
        if shown[line.finding.severity] < _most(line.finding.severity):
            shown[line.finding.severity] += 1
            rows.append(_command(line))
    rest = {level: report.count(level) - shown[level] for level in Severity}
    if any(rest.values()):
        gaps = {f"{level.word}s": count for level, count in rest.items()}
        rows.append(f"::notice title=groupplan::{_data(said(report, 'rest', **gaps))}")
    return "\n".join([*rows, summary(report)]) + "\n"


def _most(level: Severity) -> int:
    """The notice that counts is one of ten."""
    return MOST - 1 if level is Severity.NOTE else MOST


def _command(line: Line) -> str:
    code, span = line.finding.code, line.span
    places = {
        "title": f"groupplan ({plain(code)})",
        "file": plain(path(line.file)),
        "line": span.line,
        "endLine": span.line,
        "col": span.column,
        "endColumn": max(span.end, span.column),
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    words = f"{place(line)}: {plain(code)} {plain(line.message)}"
    if line.hint:
        words += f"\n{plain(line.hint)}"
    return f"::{_COMMANDS[line.finding.severity]} {properties}::{_data(words)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
