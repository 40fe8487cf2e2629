"""A plan as a workbook: a sheet a table, real dates, closed lists to choose from, nothing that computes."""

import io
from datetime import date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from groupplan.export.archive import repacked
from groupplan.export.forms import PLAIN, Request
from groupplan.export.plain import one_line
from groupplan.export.tables import tables
from groupplan.export.widths import LONG, cut, width
from groupplan.export.words import Wordbook
from groupplan.export.workbook import literal
from groupplan.model.plan import Plan
from groupplan.model.tables import Cell, Column, Table

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
_FORMATS = {
    "date": "yyyy-mm-dd",
    "time": "hh:mm",
    "money": "#,##0.00",
    "percent": "0%",
    "number": "General",
}
_FLAT = ("tasks", "calendar")
"""Sheets to scan: a row is one line high. Elsewhere long texts are wrapped."""
_TONES = {"done": ("#E6F4EA", "#1E6B34"), "doing": ("#FFF4D6", "#7A5200"), "skipped": ("#EEEEEE", "#666666")}
_MARGIN = 200
"""Rows below the last in which a list may still be chosen from, for what a team adds."""


def as_xlsx(plan: Plan, request: Request = PLAIN) -> bytes:
    """All tables of a plan; its creation date is the opening day, so that the same plan is the same file."""
    raw = io.BytesIO()
    book = Workbook(raw, _OPTIONS)
    opened = datetime.combine(plan.settled.opens, time())
    title = one_line(plan.settled.name)[:LONG]
    book.set_properties({"title": title, "author": "groupplan", "created": opened})
    book.set_size(2400, 1400)
    writer = _Writer(book, Wordbook(plan.settled.language))
    for table in tables(plan):
        writer.sheet(table)
    book.close()
    return repacked(raw.getvalue())


class _Writer:
    """A workbook with its cell formats."""

    def __init__(self, book: Workbook, words: Wordbook) -> None:
        self._book = book
        self._words = words
        self._head = book.add_format(
            {"bold": True, "bg_color": "#EDF1F5", "bottom": 1, "valign": "vcenter", "text_wrap": True}
        )
        self._formats: dict[tuple[str, bool], Format] = {}

    def sheet(self, table: Table) -> None:
        """One sheet: heads, rows, widths, filter, lists, print set-up."""
        sheet = self._book.add_worksheet(table.title)
        wrap = table.id not in _FLAT
        for place, column in enumerate(table.columns):
            cells = table.column(column.id)
            sheet.set_column(place, place, width(column, cells, wrap=wrap), self._format(column, wrap=wrap))
            literal(sheet, 0, place, column.head, self._head)
            self._column(sheet, place, column, cells, wrap=wrap)
            if column.kind == "choice":
                self._list(sheet, place, column, len(table.rows))
        self._page(sheet, table)

    def _column(
        self, sheet: Worksheet, place: int, column: Column, cells: tuple[Cell, ...], *, wrap: bool
    ) -> None:
        shape, labels = self._format(column, wrap=wrap), dict(column.choices)
        for row, cell in enumerate(cells, 1):
            if isinstance(cell, str | tuple):
                text = self._words.several(cell) if isinstance(cell, tuple) else labels.get(cell, cell)
                if text:
                    literal(sheet, row, place, cut(text, self._words), shape)
            elif isinstance(cell, date):
                sheet.write_datetime(row, place, datetime.combine(cell, time()), shape)
            elif isinstance(cell, time):
                sheet.write_datetime(row, place, cell, shape)
            elif cell is not None:
                sheet.write_number(row, place, float(cell), shape)

    def _format(self, column: Column, *, wrap: bool) -> Format:
        key = (column.kind if column.kind in _FORMATS else "text", wrap)
        if key not in self._formats:
            shape = {"valign": "top", "num_format": _FORMATS.get(key[0], "@")}
            self._formats[key] = self._book.add_format({**shape, "text_wrap": wrap and key[0] == "text"})
        return self._formats[key]

    def _list(self, sheet: Worksheet, place: int, column: Column, rows: int) -> None:
        """Words to choose from; the status also shows by its colour."""
        last = rows + _MARGIN
        labels = [label for _, label in column.choices]
        sheet.data_validation(1, place, last, place, {"validate": "list", "source": labels})
        for word, (fill, ink) in _TONES.items() if column.id == "status" else ():
            shape = self._book.add_format({"bg_color": fill, "font_color": ink})
            rule = {"type": "cell", "criteria": "==", "value": f'"{column.label(word)}"', "format": shape}
            sheet.conditional_format(1, place, last, place, rule)

    def _page(self, sheet: Worksheet, table: Table) -> None:
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
        sheet.set_row(0, 30)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&R&P / &N")
