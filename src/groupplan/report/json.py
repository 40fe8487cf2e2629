"""Findings as JSON, versioned."""

import json

from groupplan.model.finding import Severity
from groupplan.report.arrange import Line, Report

VERSION = 1


def as_json(report: Report) -> str:
    """One object: findings, and how many files and findings there were.

    ``##[`` is spelled so that a CI runner who reads along takes nothing for a command.
    """
    body = {
        "version": VERSION,
        "findings": [_finding(line) for line in report.lines],
        "summary": {
            "files": report.files,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "notes": report.count(Severity.NOTE),
            "not_shown": sum(report.more.values()),
        },
    }
    return json.dumps(body, ensure_ascii=True, indent=2).replace("##[", "#\\u0023[") + "\n"


def _finding(line: Line) -> dict[str, object]:
    finding = line.finding
    return {
        "code": finding.code,
        "slug": finding.slug,
        "level": finding.severity.word,
        "file": line.file,
        "line": line.span.line,
        "column": line.span.column,
        "end_column": line.span.end,
        "route": list(finding.origin.route),
        "message": line.message,
        "hint": line.hint,
        "related": [{"file": file, "line": span.line, "column": span.column} for file, span in line.related],
    }
