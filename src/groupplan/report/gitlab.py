"""Findings as a Code Quality report of GitLab."""

from groupplan.model.finding import Severity
from groupplan.report.arrange import Line, Report
from groupplan.report.fingerprint import fingerprints, hashed
from groupplan.report.json import dumped
from groupplan.report.words import path, plain, said

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(report: Report) -> str:
    """A list of findings; what is only counted is one more for each file."""
    entries = [_entry(line, mark) for line, mark in zip(report.lines, fingerprints(report), strict=True)]
    entries += [_more(file, count, report) for file, count in report.more.items()]
    return dumped(entries, 2) + "\n"


def _entry(line: Line, fingerprint: str) -> dict[str, object]:
    made: dict[str, object] = {
        "type": "issue",
        "check_name": plain(line.finding.code),
        "description": f"{plain(line.finding.code)}: {plain(line.message)}",
        "categories": ["Style"],
        "severity": _SEVERITIES[line.finding.severity],
        "fingerprint": fingerprint,
        "location": {"path": path(line.file), "lines": {"begin": line.span.line, "end": line.span.line}},
    }
    return {**made, "content": {"body": plain(line.hint)}} if line.hint else made


def _more(file: str, count: int, report: Report) -> dict[str, object]:
    return {
        "type": "issue",
        "check_name": "groupplan",
        "description": plain(said(report, "more", file=file, count=count)),
        "categories": ["Style"],
        "severity": "info",
        "fingerprint": hashed(path(file), "more"),
        "location": {"path": path(file), "lines": {"begin": 1, "end": 1}},
    }
