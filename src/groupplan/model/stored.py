"""A judged file as plain data and back: what a cache keeps and what one process tells another."""

from collections.abc import Mapping
from typing import Any

from groupplan.model.finding import Finding, Severity, Words
from groupplan.model.source import Origin, Route, Source, Span
from groupplan.model.verdict import Verdict

Plain = dict[str, Any]


def stored(verdict: Verdict, places: Mapping[str, Source]) -> Plain:
    """Findings with their places found; of the files only the names, since the disk has the rest."""
    return {
        "name": verdict.name,
        "playbook": verdict.playbook,
        "sources": list(verdict.sources),
        "findings": [_finding(one, places) for one in verdict.findings],
    }


def restored(data: Plain, texts: Mapping[str, str]) -> Verdict:
    """What was stored, with the texts of its files. ``KeyError`` and the like when it is no such data."""
    kind = "playbook" if data["playbook"] else "groupplan"
    sources = {str(name): Source(str(name), texts[name]) for name in data["sources"]}
    name = str(data["name"])
    if name in sources:
        sources[name] = Source(name, texts[name], {kind: "1"})
    return Verdict(name, tuple(_found(one) for one in data["findings"]), sources)


def _finding(one: Finding, places: Mapping[str, Source]) -> list[Any]:
    return [
        _origin(one.origin, places),
        _words(one.words),
        _words(one.hint) if one.hint else None,
        [_origin(origin, places) for origin in one.related],
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


def _origin(origin: Origin, places: Mapping[str, Source]) -> list[Any]:
    source = places.get(origin.source) or Source(origin.source)
    return [origin.source, list(origin.route), list(source.place(origin))]


def _place(data: list[Any]) -> Origin:
    name, steps, span = data
    route: Route = tuple(step if isinstance(step, int) else str(step) for step in steps)
    line, column, end = span
    return Origin(str(name), route, at=Span(int(line), int(column), int(end)))


def _words(words: Words) -> list[Any]:
    return [words.key, [list(gap) for gap in words.gaps]]


def _said(data: list[Any]) -> Words:
    key, gaps = data
    return Words(str(key), tuple((str(name), str(value)) for name, value in gaps))
