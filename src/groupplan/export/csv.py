"""The tasks of a plan as CSV: UTF-8 with a byte order mark, CRLF, every cell quoted, no cell a formula."""

import csv
import io
import re
from datetime import date, time

from groupplan.export.forms import PLAIN, Request
from groupplan.export.plain import in_list
from groupplan.export.tables import table
from groupplan.model.plan import Plan
from groupplan.model.tables import Cell, Column, Table

BOM = "\ufeff"
_FORMULA = re.compile("[\t\r\n]|[\\s\u200b-\u200d\u2060\ufeff]*[=+\\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def as_csv(plan: Plan, request: Request = PLAIN) -> bytes:
    """The tasks, one row each: the table that other tools take."""
    return written(table(plan, "tasks")).encode()


def written(found: Table) -> str:
    """A table as CSV."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow([_safe(column.head) for column in found.columns])
    for row in found.rows:
        rows.writerow([_cell(cell, column) for cell, column in zip(row, found.columns, strict=True)])
    return BOM + text.getvalue()


def _cell(cell: Cell, column: Column) -> str:
    if cell is None:
        return ""
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, tuple):
        return _safe(",".join(in_list(value) for value in cell))
    if isinstance(cell, str):
        return _safe(column.label(cell) if column.kind == "choice" else cell)
    return str(cell)


def _safe(text: str) -> str:
    """What a spreadsheet would take for a formula begins with an apostrophe."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
