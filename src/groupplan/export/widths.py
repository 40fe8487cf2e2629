"""How wide a column is when half its signs are Han, and what a cell of a spreadsheet can hold."""

import unicodedata
from functools import cache
from itertools import islice

from groupplan.export.words import Wordbook
from groupplan.model.tables import Cell, Column

MOST = 32_767
"""Characters of a cell, as UTF-16 counts them; Excel takes no more."""
LONG = 255
"""Characters of a title among the file's properties."""
_NARROW, _WIDE, _FLAT = 6.0, 60.0, 34.0
_FIXED = {"date": 12.0, "time": 9.0, "money": 13.0, "percent": 8.0}
_LOOKED_AT = 200
"""Rows whose cells decide a width: enough to tell, few enough to be quick."""


def width(column: Column, cells: tuple[Cell, ...], *, wrap: bool) -> float:
    """Of the head and the longest line below it, in characters."""
    head = min(_signs(column.head) + 4.0, 24.0)
    if column.kind in _FIXED:
        return max(head, _FIXED[column.kind])
    labels = dict(column.choices)
    longest = max((_longest(cell, labels) for cell in islice(cells, _LOOKED_AT)), default=0.0)
    return max(_NARROW, head, min(longest + 2.0, _WIDE if wrap else _FLAT))


def _longest(cell: Cell, labels: dict[str, str]) -> float:
    if isinstance(cell, str | tuple):
        text = "、".join(cell) if isinstance(cell, tuple) else labels.get(cell, cell)
        return max((_signs(line[:80]) for line in text[:400].split("\n")), default=0.0)
    return float(len(str(cell))) if cell is not None else 0.0


def _signs(text: str) -> float:
    return sum(_width_of(sign) for sign in text)


@cache
def _width_of(sign: str) -> float:
    return 2.0 if unicodedata.east_asian_width(sign) in "WF" else 1.0


def cut(text: str, words: Wordbook) -> str:
    """A text that fits into a cell; what does not fit is said at its end, with how much it is."""
    if len(text) * 2 <= MOST or _units(text) <= MOST:
        return text
    room = MOST - len(words.say("cell.cut", count=len(text)))
    kept = text.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore")
    return kept + words.say("cell.cut", count=len(text) - len(kept))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
