"""A file as it was read: its data, and where each piece of it stands."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, Protocol

from msgspec import Struct, field

Route = tuple[str | int, ...]
"""The way to a value inside a file: ``("goals", 0, "deadline")``."""

Data = str | None | list["Data"] | dict[str, "Data"]
"""YAML with every scalar kept as the text that was typed; None is "not given"."""


BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for the parser of YAML, whose line numbers these are."""


@lru_cache(maxsize=8)
def lines(text: str) -> list[str]:
    """The lines of a text without their ends; not to be changed."""
    return BREAK.split(text)


class Mark(Protocol):
    """A point in a file, 0-based, in characters."""

    line: int
    column: int


class Piece(Protocol):
    """A key or a value as the parser saw it."""

    start_mark: Mark
    end_mark: Mark


class Entry(Struct, frozen=True):
    """One child of a mapping or list: its key (None in a list), its value, its own children."""

    key: Piece | None
    value: Piece
    children: "Marks | None"


Marks = Mapping[str | int, Entry]


class Span(NamedTuple):
    """A place in a file: 1-based line, 1-based column in characters, exclusive end on the same line."""

    line: int
    column: int
    end: int


TOP = Span(1, 1, 1)


class Source(Struct, frozen=True):
    """One file: its name as shown to people, its text, its data, and where keys and values stand."""

    name: str
    text: str = ""
    data: Data = None
    marks: Marks = field(default_factory=dict)
    widened: frozenset[tuple[int, int]] = frozenset()
    """Places (line, column; 0-based) where reading put in one character that the file lacks."""

    def span(self, route: Route, *, key: bool = False) -> Span:
        """Where a route stands: its value (or key); where it is missing, the key of what is around it."""
        marks: Marks | None = self.marks
        entry: Entry | None = None
        for step in route:
            found = marks.get(step) if marks else None
            if found is None:
                return self._span(entry, key=True) if entry else TOP
            entry, marks = found, found.children
        return self._span(entry, key=key or (entry is not None and entry.children is not None))

    def _span(self, entry: Entry | None, *, key: bool) -> Span:
        if entry is None:
            return TOP
        piece = entry.key if key and entry.key is not None else entry.value
        start, end = piece.start_mark, piece.end_mark
        last = end.column if end.line == start.line else len(self.line(start.line + 1))
        moved = [place for place in self.widened if place[0] == start.line]
        first = start.column - sum(1 for place in moved if place[1] < start.column)
        last -= sum(1 for place in moved if place[1] < last)
        return Span(start.line + 1, first + 1, max(first + 1, last + 1))

    def rows(self, origin: "Origin") -> frozenset[int]:
        """The lines a place may be called by: its own; with a plain value those of key and value."""
        rows, marks, entry = {self.place(origin).line}, self.marks, None
        for step in origin.route:
            entry = marks.get(step)
            if entry is None:
                return frozenset(rows)
            marks = entry.children or {}
        if entry is not None and entry.key is not None and entry.children is None:
            rows |= {entry.key.start_mark.line + 1, entry.value.start_mark.line + 1}
        return frozenset(rows)

    def line(self, number: int) -> str:
        """One line of the text, 1-based, without its end."""
        found = lines(self.text)
        return found[number - 1] if 0 < number <= len(found) else ""

    def place(self, origin: "Origin") -> Span:
        """Where an origin stands in this file."""
        if origin.at:
            return origin.at
        span = self.span(origin.route, key=origin.key)
        if not origin.column:
            return span
        quote = 1 if self.line(span.line)[span.column - 1 : span.column] in ("'", '"') else 0
        first = min(span.column + quote + origin.column - 1, max(span.column, span.end - 1))
        return Span(span.line, first, span.end)


class Origin(Struct, frozen=True):
    """Where a value came from: a file by name and a route in it, or an exact place without a route.

    ``column`` (1-based, 0 for the whole) narrows the place to a part of the value.
    """

    source: str
    route: Route = ()
    key: bool = False
    at: Span | None = None
    column: int = 0

    def down(self, *steps: str | int) -> "Origin":
        """A place further inside."""
        return Origin(self.source, (*self.route, *steps))
