"""Findings as JSON, versioned."""

import json

from groupplan.messages import sentence
from groupplan.model.edit import Fix
from groupplan.model.finding import Severity
from groupplan.report.arrange import Line, Report

VERSION = 1


def as_json(report: Report) -> str:
    """One object: findings, and how many files and findings there were."""
    findings = [found(line, report) for line in report.lines]
    return dumped({"version": VERSION, "findings": findings, "summary": counted(report)}, 2) + "\n"


def dumped(body: object, indent: int | None = None) -> str:
    """JSON in ASCII; ``##[`` is spelled so that a CI runner who reads along takes nothing for a command."""
    return json.dumps(body, ensure_ascii=True, indent=indent).replace("##[", "#\\u0023[")


def counted(report: Report) -> dict[str, object]:
    """How many there are."""
    return {
        "files": report.files,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "not_shown": sum(report.more.values()),
    }


def found(line: Line, report: Report) -> dict[str, object]:
    """One finding."""
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
        "fix": _fix(report.fix(line), report.language),
    }


def _fix(fix: Fix | None, language: str) -> dict[str, object] | None:
    """What `--fix` would do; ends are exclusive. ``encoding``: what the file is saved from, as UTF-8."""
    if fix is None:
        return None
    edits = [edit._asdict() for edit in fix.edits]
    words = sentence(fix.words, language)
    return {"message": words, "safe": fix.safe, "edits": edits, "encoding": fix.encoding or None}
