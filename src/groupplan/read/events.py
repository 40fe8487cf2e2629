"""One pass over YAML events: data, places, repeated keys, depth and size.

No resolver, no tag, no alias, no merge: ``NO``, ``21:30`` and ``3.10`` stay the text they are. The walk
stops at depth 64 before anything is built, since deeper input kills libyaml's loader.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct, field

from groupplan.model import limits
from groupplan.model.codes import broken
from groupplan.model.finding import Finding, Words, say
from groupplan.model.source import BREAK, Data, Entry, Origin, Span
from groupplan.read.syntax import sentence

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR, _MAPPING = yaml.ScalarEvent, yaml.MappingStartEvent
_MAPPING_END, _SEQUENCE_END = yaml.MappingEndEvent, yaml.SequenceEndEvent
Marks = dict[str | int, Entry]
_NOTHING = {"", "~", "null", "Null", "NULL"}
_NEVER = re.compile("[\0\ud800-\udfff]")
"""libyaml refuses half a surrogate pair, PyYAML's own parser lets it pass."""


class Walk(Struct):
    """What one walk over a text found."""

    name: str
    data: Data = None
    marks: Marks = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    nodes: int = 0

    def stop(self, slug: str, words: Words, piece: Any) -> None:
        """Note what is wrong and end the walk."""
        self.note(slug, words, piece)
        raise StopWalk

    def note(self, slug: str, words: Words, piece: Any, related: tuple[Origin, ...] = ()) -> None:
        """Note what is wrong and go on."""
        origin = Origin(self.name, at=_span(piece))
        self.findings.append(broken(slug, origin, words, related=related))


class StopWalk(Exception):
    """Nothing more can be read."""


def _span(piece: Any) -> Span:
    start, end = piece.start_mark, piece.end_mark
    last = end.column if end.line == start.line else start.column + 1
    return Span(start.line + 1, start.column + 1, max(last, start.column + 1) + 1)


def walk(text: str, name: str) -> Walk:
    """Walk one document."""
    found = Walk(name)
    loader = _LOADER(text)
    try:
        found.data = _document(iter(loader.get_event, None), found)
    except StopWalk:
        pass
    except yaml.YAMLError as error:
        found.findings.append(_syntax(error, text, name))
    finally:
        loader.dispose()
    return found


def _syntax(error: yaml.YAMLError, text: str, name: str) -> Finding:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    opened = getattr(error, "context_mark", None)
    if mark is not None and opened is not None and not text[mark.index :].strip():
        mark = opened  # the file ends inside what was opened there
    if mark is None:
        position = getattr(error, "position", 0)
        before = text.encode("utf-8", "replace")[: max(position, 0)].decode("utf-8", "ignore")
        above = BREAK.split(before)
        line, column = len(above), len(above[-1]) + 1
        return broken(
            "control-character", Origin(name, at=Span(line, column, column + 1)), say("control-character")
        )
    at = Span(mark.line + 1, mark.column + 1, mark.column + 2)
    return broken("yaml-syntax", Origin(name, at=at), sentence(error, text))


def _document(events: Iterator[Any], found: Walk) -> Data:
    data: Data = None
    marks: Marks | None = None
    seen = False
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if seen:
                found.stop("yaml-construct", say("several-documents"), event)
            if event.version or event.tags:
                found.stop("yaml-construct", say("yaml-directive"), event)
            seen = True
            data, marks = _value(next(events), events, found, 0)
    found.marks = marks or {}
    return data


def _value(event: Any, events: Iterator[Any], found: Walk, depth: int) -> tuple[Data, Marks | None]:
    found.nodes += 1
    if found.nodes > limits.NODES:
        found.stop("over-limit", say("too-many-nodes", most=limits.NODES), event)
    if event.anchor is not None:
        found.stop("yaml-construct", say("yaml-alias"), event)
    if event.tag is not None:
        found.stop("yaml-construct", say("yaml-tag", tag=event.tag[: limits.SHOWN]), event)
    kind = type(event)
    if kind is _SCALAR:
        return _scalar(event, found), None
    if depth == limits.DEPTH:
        found.stop("over-limit", say("too-deep", most=limits.DEPTH), event)
    within = _mapping if kind is _MAPPING else _sequence
    return within(events, found, depth + 1)


def _scalar(event: Any, found: Walk) -> str | None:
    text: str = event.value
    if text in _NOTHING and event.implicit[0]:
        return None
    if len(text) > limits.TEXT:
        found.stop("over-limit", say("text-too-long", most=limits.TEXT), event)
    odd = None if text.isalnum() else _NEVER.search(text)
    if odd:
        words = say("nul-character") if odd[0] == "\0" else say("control-character")
        found.note("control-character", words, event)
    return text


def _mapping(events: Iterator[Any], found: Walk, depth: int) -> tuple[Data, Marks]:
    data: dict[str, Data] = {}
    marks: Marks = {}
    for event in events:
        kind = type(event)
        if kind is _MAPPING_END:
            break
        if kind is not _SCALAR or event.anchor or event.tag:
            found.stop("yaml-construct", say("odd-key"), event)
        key = event.value
        if key == "<<":
            found.stop("yaml-construct", say("yaml-merge"), event)
        piece = next(events)
        value, children = _value(piece, events, found, depth)
        if key in data:
            first = _span(marks[key].key)
            words = say("duplicate-key", key=key[: limits.SHOWN], line=first.line)
            found.note("duplicate-key", words, event, (Origin(found.name, at=first),))
        else:
            data[key], marks[key] = value, Entry(event, piece, children)
    return data, marks


def _sequence(events: Iterator[Any], found: Walk, depth: int) -> tuple[Data, Marks]:
    data: list[Data] = []
    marks: Marks = {}
    for event in events:
        if type(event) is _SEQUENCE_END:
            break
        value, children = _value(event, events, found, depth)
        marks[len(data)] = Entry(None, event, children)
        data.append(value)
    return data, marks
