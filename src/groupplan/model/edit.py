"""Edits of a file's text, and the fix they make together: what stands outside them stays as it is."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from groupplan.model.finding import Words
from groupplan.model.source import BREAK, Span


class Edit(NamedTuple):
    """One stretch of a file and what is put in its place.

    Lines and columns count from 1, columns in characters; the end is exclusive and may lie on a later
    line. The same place twice is an insertion. A byte order mark is no part of the text.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def replacing(span: Span, text: str) -> Edit:
    """Another text in the place of a span."""
    return Edit(span.line, span.column, span.line, span.end, text)


def inserting(line: int, column: int, text: str) -> Edit:
    """A text put in before a place."""
    return Edit(line, column, line, column, text)


class Fix(Struct, frozen=True):
    """What takes a finding away: words for people, whether it keeps the meaning, its edits.

    ``encoding``: the file is first read in that encoding; from then on it is UTF-8.
    """

    words: Words
    edits: tuple[Edit, ...] = ()
    safe: bool = True
    code: str = ""
    slug: str = ""
    encoding: str = ""


class Overlap(ValueError):
    """Two edits of one place."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made, each in the coordinates of the text given.

    An edit that stands there twice is made once; ``Overlap`` when two others touch one place,
    ``ValueError`` for a place the text does not have.
    """
    starts = _starts(text)
    found = sorted({(*_stretch(text, starts, edit), edit.text) for edit in edits})
    parts: list[str] = []
    last, before = 0, (-1, -1)
    for start, end, new in found:
        if start < last or (start, end) == before:
            raise Overlap
        parts += (text[last:start], new)
        last, before = end, (start, end)
    return "".join((*parts, text[last:]))


def _starts(text: str) -> list[int]:
    """Where each line begins, by the parser's idea of a line."""
    return [0, *(found.end() for found in BREAK.finditer(text))]


def _stretch(text: str, starts: list[int], edit: Edit) -> tuple[int, int]:
    start = _offset(text, starts, edit.line, edit.column)
    end = _offset(text, starts, edit.end_line, edit.end_column)
    if end < start:
        raise ValueError(edit)
    return start, end


def _offset(text: str, starts: list[int], line: int, column: int) -> int:
    if not (1 <= line <= len(starts) and column >= 1):
        raise ValueError((line, column))
    found = starts[line - 1] + column - 1
    after = starts[line] if line < len(starts) else len(text) + 1
    if found >= after:
        raise ValueError((line, column))
    return found
