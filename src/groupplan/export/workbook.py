"""Sheets of text and whole numbers as an xlsx; what is too long for a cell goes on in the row below."""

import io
from datetime import datetime
from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from groupplan.export.archive import with_room

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MADE = datetime(1980, 1, 1)
LONGEST = 16_000
"""Characters of a cell: Excel takes 32,767 and counts some signs twice."""
Cells = tuple[str | int, ...]


class Sheet(Struct, frozen=True):
    """One sheet: heads with the widths of their columns, and rows of the same length."""

    title: str
    heads: tuple[tuple[str, int], ...]
    rows: tuple[Cells, ...]


def workbook(sheets: tuple[Sheet, ...], title: str) -> bytes:
    """The file, the same each time."""
    from xlsxwriter import Workbook

    found = io.BytesIO()
    book = Workbook(found, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title[:250], "created": MADE})
    for sheet in sheets:
        _lay(sheet, book)
    book.close()
    return with_room(found.getvalue())


def literal(page: "Worksheet", row: int, place: int, text: str, shape: "Format") -> None:
    """Text as it stands: what begins and ends as a formatted run would go into the file as markup."""
    if text.startswith("<r>") and text.endswith("</r>"):
        page.write_rich_string(row, place, text[0], shape, text[1:], shape)
    else:
        page.write_string(row, place, text, shape)


def _lay(sheet: Sheet, book: "Workbook") -> None:
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#eef1f4", "text_wrap": True})
    body = book.add_format({"valign": "top", "text_wrap": True})
    page = book.add_worksheet(sheet.title)
    for place, (words, width) in enumerate(sheet.heads):
        page.set_column(place, place, width)
        literal(page, 0, place, words, head)
    rows = [part for row in sheet.rows for part in _parts(row)]
    for line, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(line, place, cell, body)
            elif cell:
                literal(page, line, place, cell, body)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(1, len(rows)), len(sheet.heads) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _parts(row: Cells) -> list[Cells]:
    """A row, with what its cells cannot hold in rows below it."""
    columns = [[cell] if isinstance(cell, int) else _pieces(cell) for cell in row]
    return list(zip_longest(*columns, fillvalue=""))


def _pieces(text: str) -> list[str | int]:
    return [text[start : start + LONGEST] for start in range(0, max(1, len(text)), LONGEST)]
