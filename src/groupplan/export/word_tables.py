"""Tables of a Word document as XML: heads repeat on every page, no row is cut in two."""

import unicodedata
from itertools import zip_longest

from groupplan.export.word_text import Styles, paragraph, runs

WIDTH = 9638
"""Room between the margins of an A4 page, in twentieths of a point."""
_ROOM = WIDTH / 170
"""The same in Chinese characters of a cell's size."""
_LEAST, _PADDING = 2.0, 1.2
"""What a column takes at least, and what lies between its words and its edges, in such characters."""
Rows = tuple[tuple[str, ...], ...]


def table(head: tuple[str, ...], rows: Rows, styles: Styles) -> str:
    """A table with its head, and a little room below it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _widths(head, rows))
    lines = [_row(head, "Plan Head", styles, first=True)] if head else []
    lines += [_row(row, "Plan Cell", styles) for row in rows]
    look = f"{_look(styles, head=bool(head))}<w:tblGrid>{grid}</w:tblGrid>"
    return f"<w:tbl>{look}{''.join(lines)}</w:tbl>{_gap(styles)}"


def boxed(inside: str, styles: Styles) -> str:
    """Paragraphs in a box of their own."""
    grid = f'<w:tblGrid><w:gridCol w:w="{WIDTH}"/></w:tblGrid>'
    cell = f'<w:tc><w:tcPr><w:tcW w:w="{WIDTH}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'
    return f"<w:tbl>{_look(styles, head=False)}{grid}<w:tr>{cell}</w:tr></w:tbl>{_gap(styles)}"


def _look(styles: Styles, *, head: bool) -> str:
    return (
        f'<w:tblPr><w:tblStyle w:val="{styles["Plan Table"]}"/><w:tblW w:w="{WIDTH}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0620" if head else "0600"}" '
        f'w:firstRow="{int(head)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
        "</w:tblPr>"
    )


def _row(cells: tuple[str, ...], style: str, styles: Styles, *, first: bool = False) -> str:
    repeated = "<w:tblHeader/>" if first else ""
    inside = "".join(f"<w:tc>{paragraph(runs(cell), style, styles)}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{inside}</w:tr>"


def _gap(styles: Styles) -> str:
    return paragraph("", "Plan Gap", styles)


def _widths(head: tuple[str, ...], rows: Rows) -> list[int]:
    """Every column as wide as its longest line, and the widest cut to one width where that is too much."""
    wanted = [_wanted(cells) for cells in zip_longest(head, *rows, fillvalue="")]
    left, cap = _ROOM, _ROOM
    for count, one in zip(range(len(wanted), 0, -1), sorted(wanted), strict=True):
        cap = left / count
        if one > cap:
            break
        left -= one
    found = [min(one, cap) for one in wanted]
    scale = WIDTH / sum(found)
    return [round(one * scale) for one in found]


def _wanted(cells: tuple[str, ...]) -> float:
    longest = max((_letters(line) for cell in cells for line in cell.split("\n")), default=0.0)
    return max(_LEAST, longest) + _PADDING


def _letters(line: str) -> float:
    """How wide a line is, in Chinese characters."""
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in line)
    return wide + 0.55 * (len(line) - wide)
