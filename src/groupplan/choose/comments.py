"""The comments of a file that silence findings or were meant to, found only where YAML has a comment."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from groupplan.choose.misspelt import START, misspelt
from groupplan.model.scalars import ScalarError, day
from groupplan.model.source import Marks, Piece, Source, Span, lines
from groupplan.model.suppression import Suppression

_START = re.compile(r"(?<!\S)#[ \t]*groupplan[ \t]*[:：][ \t]*ignore(?![\w-])")
_CODES = re.compile(r"[ \t]*[\[［【]([^\]］】]*)[\]］】](.*)")
_UNTIL = re.compile(
    r"[\s,，;；、]*(?:\buntil\b|截至|截止到?|到|至)\s*[:：]?\s*(\d{4}[-年/.][^\s,，。]*?)[\s。.]*\Z"
)
_NO_DAY = re.compile(r"[,，;；]\s*until\b|\buntil\s+\d")
_Place = tuple[int, int]


def comments(source: Source) -> tuple[Suppression, ...]:
    """Every comment of the form, also those that cannot be read; in the order of the file."""
    if not source.marks or not START.search(source.text):
        return ()
    texts = sorted(_texts(source.marks))
    rows = lines(source.text)
    found: list[Suppression] = []
    for number, row in enumerate(rows):
        for match in START.finditer(row):
            within = _inside((number, match.start()), texts)
            said = () if within else tuple(_comment(source.name, rows, number, match))
            found += said
            if said:
                break
    return tuple(found)


def _comment(file: str, rows: list[str], number: int, match: re.Match[str]) -> Iterator[Suppression]:
    """The comment at a place, none where it is prose."""
    row = rows[number]
    at = Span(number + 1, match.start() + 1, len(row) + 1)
    line = number + 1 if row[: match.start()].strip() else _next(rows, number)
    start = _START.match(row, match.start())
    if start is not None:
        yield _read(row, start.end(), Suppression(file, at, line))
    elif meant := misspelt(match[0], row[match.end() :]):
        yield Suppression(file, at, line, meant.codes, clear=False, word=meant.word, sure=meant.sure)


def _read(row: str, end: int, bare: Suppression) -> Suppression:
    """With what stands behind the word."""
    body = _CODES.match(row, end)
    codes = tuple(dict.fromkeys(re.findall(r"[^\s,，、]+", body[1]))) if body else ()
    if body is None or not codes:
        return bare._replace(clear=False)
    try:
        reason, until = _said(body[2])
    except ScalarError:
        return bare._replace(codes=codes, clear=False)
    return bare._replace(codes=codes, reason=reason, until=until)


def _said(text: str) -> tuple[str, date | None]:
    """The reason, and the last day where one is given. ``ScalarError`` when that is no day."""
    match = _UNTIL.search(text)
    if match is None:
        if _NO_DAY.search(text):
            raise ScalarError("not-a-date", text=text)
        return _bare(text), None
    return _bare(text[: match.start()]), day(match[1])


def _bare(text: str) -> str:
    """Without the signs around it; a reason has a letter."""
    text = text.strip(" \t,，;；:：、-–—。.")
    return text if re.search(r"\w", text) else ""


def _next(rows: list[str], number: int) -> int:
    """The line, 1-based, that a comment on a line of its own is about: the next that is none itself."""
    for later in range(number + 1, len(rows)):
        if rows[later].strip() and not rows[later].lstrip().startswith("#"):
            return later + 1
    return number + 1


def _inside(place: _Place, texts: list[tuple[_Place, _Place]]) -> bool:
    """Whether a place lies in a key or value, where a ``#`` is a sign like any other."""
    index = bisect_right(texts, (place, (1 << 30, 0))) - 1
    return index >= 0 and place < texts[index][1]


def _texts(marks: Marks) -> Iterator[tuple[_Place, _Place]]:
    for entry in marks.values():
        if entry.key is not None:
            yield _ends(entry.key)
        if entry.children is not None:
            yield from _texts(entry.children)
        else:
            yield _ends(entry.value)


def _ends(piece: Piece) -> tuple[_Place, _Place]:
    start, end = piece.start_mark, piece.end_mark
    block = getattr(piece, "style", None) in ("|", ">")  # its text begins below the sign
    return (start.line + block, 0 if block else start.column), (end.line, end.column)
