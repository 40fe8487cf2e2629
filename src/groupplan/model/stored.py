"""A judged file as plain data and back: what a cache keeps and what one process tells another."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from groupplan.model import limits
from groupplan.model.edit import Edit, Fix
from groupplan.model.finding import Finding, Severity, Words
from groupplan.model.source import Origin, Route, Source, Span
from groupplan.model.suppression import Suppression
from groupplan.model.verdict import Kind, Mark, Verdict

Plain = dict[str, Any]


def stored(verdict: Verdict) -> Plain:
    """Findings whose places were found; of their files the lines that are shown."""
    marks = [(one.origin, one.words) for one in verdict.findings]
    return {
        "name": verdict.name,
        "kind": verdict.kind,
        "findings": [_finding(one) for one in verdict.findings],
        "lines": _texts(verdict.sources, verdict),
        "shipped": _texts(verdict.shipped, verdict),
        "fixes": _fixes(verdict.fixes, marks),
        "unsafe": _fixes(verdict.unsafe, marks),
        "notes": {name: [_note(one) for one in notes] for name, notes in verdict.notes.items()},
        "rows": [sorted(verdict.rows.get(one.origin, ())) for one in verdict.findings],
    }


def restored(data: Plain) -> Verdict:
    """What was stored. ``KeyError`` and the like when it is no such data."""
    findings = tuple(_found(one) for one in data["findings"])
    marks = [(one.origin, one.words) for one in findings]
    return Verdict(
        str(data["name"]),
        findings,
        _sources(data["lines"]),
        _kind(data["kind"]),
        _fixed(data["fixes"], marks),
        _fixed(data["unsafe"], marks),
        {str(name): tuple(_noted(str(name), one) for one in notes) for name, notes in data["notes"].items()},
        {one.origin: frozenset(rows) for one, rows in zip(findings, data["rows"], strict=True) if rows},
        _sources(data["shipped"]),
    )


def merged(one: Source, other: Source) -> Source:
    """What two judgements kept of one file; the whole of it where either has that."""
    if one.marks or one == other or not other.text:
        return one
    if other.marks or not one.text:
        return other
    rows, more = one.text.split("\n"), other.text.split("\n")
    longest = max(len(rows), len(more))
    rows, more = ([*each, *[""] * (longest - len(each))] for each in (rows, more))
    return Source(one.name, "\n".join(mine or theirs for mine, theirs in zip(rows, more, strict=True)))


def _texts(sources: Mapping[str, Source], verdict: Verdict) -> Plain:
    return {name: dict(_lines(name, source, verdict)) for name, source in sources.items()}


def _sources(data: Plain) -> dict[str, Source]:
    return {str(name): Source(str(name), _text(lines)) for name, lines in data.items()}


def _lines(name: str, source: Source, verdict: Verdict) -> Iterator[tuple[str, str]]:
    """The lines that findings stand on and that fixes change."""
    numbers = {origin.at.line for one in verdict.findings for origin in _places(one, name) if origin.at}
    if name == verdict.name:
        fixes = (*verdict.fixes.values(), *verdict.unsafe.values())
        edits = [edit for fix in fixes for edit in fix.edits]
        numbers |= {line for edit in edits for line in (edit.line, edit.end_line)}
    for number in sorted(numbers):
        if text := source.line(number):
            yield str(number), text


def _places(finding: Finding, name: str) -> Iterator[Origin]:
    return (origin for origin in (finding.origin, *finding.related) if origin.source == name)


def _text(lines: Mapping[str, str]) -> str:
    if not lines:
        return ""
    found = {int(number): str(text) for number, text in lines.items()}
    if max(found) > limits.PLAN_BYTES:
        raise ValueError(max(found))
    return "\n".join(found.get(number, "") for number in range(1, max(found) + 1))


def _finding(one: Finding) -> list[Any]:
    return [
        _origin(one.origin),
        _words(one.words),
        _words(one.hint) if one.hint else None,
        [_origin(origin) for origin in one.related],
        one.code,
        one.slug,
        int(one.severity),
    ]


def _found(data: list[Any]) -> Finding:
    origin, words, hint, related, code, slug, severity = data
    return Finding(
        _place(origin),
        _said(words),
        _said(hint) if hint else None,
        tuple(_place(one) for one in related),
        str(code),
        str(slug),
        Severity(severity),
    )


def _origin(origin: Origin) -> list[Any]:
    return [origin.source, list(origin.route), list(origin.at or ())]


def _place(data: list[Any]) -> Origin:
    name, steps, span = data
    route: Route = tuple(step if isinstance(step, int) else str(step) for step in steps)
    return Origin(str(name), route, at=Span(*map(int, span)))


def _words(words: Words) -> list[Any]:
    return [words.key, [list(gap) for gap in words.gaps]]


def _said(data: list[Any]) -> Words:
    key, gaps = data
    return Words(str(key), tuple((str(name), str(value)) for name, value in gaps))


def _fixes(fixes: Mapping[Mark, Fix], marks: list[Mark]) -> list[Any]:
    return [
        [marks.index(mark), _words(fix.words), list(fix.edits), fix.safe, fix.code, fix.slug, fix.encoding]
        for mark, fix in fixes.items()
    ]


def _fixed(data: list[Any], marks: list[Mark]) -> dict[Mark, Fix]:
    found = {}
    for index, words, edits, safe, code, slug, encoding in data:
        changes = tuple(Edit(*edit) for edit in edits)
        found[marks[index]] = Fix(_said(words), changes, bool(safe), str(code), str(slug), str(encoding))
    return found


def _kind(word: str) -> Kind:
    return "playbook" if word == "playbook" else "document" if word == "document" else "brief"


def _note(note: Suppression) -> list[Any]:
    until = note.until.isoformat() if note.until else ""
    found = [list(note.at), note.line, list(note.codes), note.reason, until, note.clear]
    return [*found, note.word, note.sure]


def _noted(name: str, data: list[Any]) -> Suppression:
    at, line, codes, reason, until, clear, word, sure = data
    day = date.fromisoformat(until) if until else None
    said = tuple(map(str, codes)), str(reason), day, bool(clear)
    return Suppression(name, Span(*at), int(line), *said, str(word), bool(sure))
