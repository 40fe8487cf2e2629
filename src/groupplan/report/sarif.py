"""Findings as SARIF 2.1.0, with the page of every rule that found something, in both languages."""

import re
from pathlib import PurePath
from urllib.parse import quote_from_bytes

from groupplan import __version__
from groupplan.messages import LANGUAGES, page, sentence
from groupplan.model.edit import Edit, Fix
from groupplan.model.source import Span
from groupplan.report.arrange import Line, Report
from groupplan.report.fingerprint import fingerprints
from groupplan.report.json import dumped
from groupplan.report.visible import visible
from groupplan.report.words import path, said

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_PLACEHOLDER = re.compile(r"\{(?=\d+\})")


def as_sarif(report: Report) -> str:
    """One run."""
    codes = list(dict.fromkeys(line.finding.code for line in report.lines))
    first = {line.finding.code: line for line in reversed(report.lines)}
    driver = {
        "name": "groupplan",
        "semanticVersion": __version__,
        "version": __version__,
        "language": report.language,
        "rules": [_rule(first[code], report.language) for code in codes],
    }
    marks = fingerprints(report)
    run = {
        "tool": {"driver": driver},
        "language": report.language,
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r", "\x85", "\u2028", "\u2029"],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notices(report)}],
        "results": [
            _result(line, mark, codes.index(line.finding.code), report)
            for line, mark in zip(report.lines, marks, strict=True)
        ],
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, 2) + "\n"


def _notices(report: Report) -> list[dict[str, object]]:
    rows = report.more.items()
    return [
        {"level": "note", "message": {"text": _words(said(report, "more", file=file, count=count))}}
        for file, count in rows
    ]


def _rule(line: Line, language: str) -> dict[str, object]:
    finding = line.finding
    rule: dict[str, object] = {"id": _words(finding.code), "name": _pascal(finding.slug or finding.code)}
    found = page(finding.code)
    if found is None:
        return {**rule, **_own(line), "defaultConfiguration": {"level": finding.severity.word}}
    order = (language, *(one for one in LANGUAGES if one != language))
    return {
        **rule,
        "shortDescription": {"text": found["title"][language]},
        "fullDescription": {"text": found["why"][language]},
        "help": {
            "text": "\n\n".join(_help(found, one, "{title}\n\n{why}\n\n{mend}") for one in order),
            "markdown": "\n\n".join(_help(found, one, "**{title}**\n\n{why}\n\n{mend}") for one in order),
        },
        "defaultConfiguration": {"level": found["level"]},
    }


def _own(line: Line) -> dict[str, object]:
    """A rule of a playbook has no page; its sentence says what it asks for."""
    text = {"text": _words(line.message)}
    more = f"{line.message}\n\n{line.hint}" if line.hint else line.message
    return {"shortDescription": text, "fullDescription": text, "help": {"text": _words(more)}}


def _help(found: object, language: str, pattern: str) -> str:
    parts: dict[str, dict[str, str]] = dict(found)  # type: ignore[call-overload]
    return pattern.format_map({part: parts[part][language] for part in ("title", "why", "mend")})


def _pascal(slug: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"\W|_", slug))


def _result(line: Line, fingerprint: str, index: int, report: Report) -> dict[str, object]:
    related = [_location(file, span, report, number) for number, (file, span) in enumerate(line.related)]
    words = f"{line.message}\n{line.hint}" if line.hint else line.message
    result: dict[str, object] = {
        "ruleId": _words(line.finding.code),
        "ruleIndex": index,
        "level": line.finding.severity.word,
        "message": {"text": _words(words)},
        "locations": [_location(line.file, line.span, report)],
        "partialFingerprints": {"findingHash/v1": fingerprint},
    }
    if related:
        result["relatedLocations"] = related
    fix = report.fix(line)
    return {**result, "fixes": [_fix(fix, line, report)]} if fix is not None and fix.edits else result


def _fix(fix: Fix, line: Line, report: Report) -> dict[str, object]:
    change = {
        "artifactLocation": _file(line.file),
        "replacements": [_replacement(edit, line, report) for edit in fix.edits],
    }
    words = _words(sentence(fix.words, report.language))
    return {"description": {"text": words}, "artifactChanges": [change]}


def _replacement(edit: Edit, line: Line, report: Report) -> dict[str, object]:
    source = report.sources[line.file]
    region = {
        "startLine": edit.line,
        "startColumn": _units(source.line(edit.line), edit.column),
        "endLine": edit.end_line,
        "endColumn": _units(source.line(edit.end_line), edit.end_column),
    }
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _words(text: str) -> str:
    """Text that a viewer takes neither for a link nor for a placeholder."""
    return _PLACEHOLDER.sub("{ ", visible(text).replace("](", "] ("))


def _location(file: str, span: Span, report: Report, number: int | None = None) -> dict[str, object]:
    source = report.sources.get(file)
    text = source.line(span.line) if source is not None else ""
    region = {
        "startLine": span.line,
        "startColumn": _units(text, span.column),
        "endLine": span.line,
        "endColumn": _units(text, max(span.end, span.column)),
    }
    location: dict[str, object] = {"physicalLocation": {"artifactLocation": _file(file), "region": region}}
    return location if number is None else {"id": number, **location}


def _units(text: str, column: int) -> int:
    """A column counted in UTF-16 code units; ``column`` counts characters, both from 1."""
    return column + sum(1 for sign in text[: column - 1] if ord(sign) > 0xFFFF)


def _file(name: str) -> dict[str, object]:
    shown = path(name)
    try:
        raw = shown.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = shown.encode("utf-8", "surrogatepass")
    uri = quote_from_bytes(raw)
    if PurePath(name).is_absolute():
        return {"uri": f"file:///{uri.lstrip('/')}"}
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}
