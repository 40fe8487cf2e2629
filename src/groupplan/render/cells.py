"""Rows of a table as a page has them: the many small pieces of a plan, escaped once and put together fast."""

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup, escape

from groupplan.model.document import Table


def lined(text: str) -> Markup:
    """A text with its line breaks."""
    return Markup(_lined(text))  # noqa: S704 - escaped there


_DATE = re.compile(
    r"(?:\d{4} 年 )?\d{1,2} 月 \d{1,2} 日(?: 周.)?"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""A date, which no line breaks inside."""


@lru_cache(maxsize=16384)
def _lined(text: str) -> str:
    kept = _DATE.sub(lambda found: found[0].replace(" ", "\N{NO-BREAK SPACE}"), str(escape(text)))
    return "<br>".join(kept.splitlines())


def rows(table: Table, places: Mapping[str, int] | None, *, named: bool = False, led: bool = False) -> Markup:
    """All rows; ``places`` numbers the tasks they are about, ``named`` repeats the heads in the cells.

    ``led``: the first cell begins with a name.
    """
    opened = [f'<td data-h="{escape(head)}">' if named else "<td>" for head in table.head]
    marks = table.marks if places is not None else ()
    found = []
    for number, row in enumerate(table.rows):
        first = _lead(row[0]) if led else _lined(row[0])
        cells = [f"{td}{_lined(cell)}</td>" for td, cell in zip(opened[1:], row[1:], strict=True)]
        tr = f'<tr data-t="{escape(mark(marks[number], places or {}))}">' if marks else "<tr>"
        found.append(f"{tr}{opened[0]}{first}</td>{''.join(cells)}</tr>\n")
    return Markup("".join(found))  # noqa: S704 - every piece was escaped above


def _lead(text: str) -> str:
    """A task's name and, below it, what it puts out."""
    name, _, rest = text.partition("\n")
    return f"<b>{escape(name)}</b>{f'<br>{_lined(rest)}' if rest else ''}"


def mark(text: str, places: Mapping[str, int]) -> str:
    """The mark of a row with its task's number instead of its key."""
    key, bar, days = text.rpartition("/")
    return f"{places[key]}/{days}" if bar else str(places[text])
