"""Paragraphs of a Word document as XML: text escaped, line breaks kept, styles by their ids."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from groupplan.export.plain import plain

Styles = Mapping[str, str]
"""Name of a style → its id in the document at hand."""
DEEPEST = 6
"""Levels of headings that every Word knows."""


def runs(text: str, *, bold: bool = False) -> str:
    """Text as runs: a break for every line end, a tab for every tab."""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    pieces = escape(plain(text)).replace("\t", _TAB).replace("\n", _BREAK)
    return f'<w:r>{look}<w:t xml:space="preserve">{pieces}</w:t></w:r>'


_AGAIN = '<w:t xml:space="preserve">'
_BREAK = f"</w:t><w:br/>{_AGAIN}"
_TAB = f"</w:t><w:tab/>{_AGAIN}"


def paragraph(inside: str, style: str, styles: Styles, more: str = "") -> str:
    """A paragraph of runs in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{styles[style]}"/>{more}</w:pPr>{inside}</w:p>'


def text(words: str, style: str, styles: Styles) -> str:
    """A paragraph of plain words."""
    return paragraph(runs(words), style, styles)


def heading(words: str, level: int, styles: Styles, mark: str = "", number: int = 0) -> str:
    """A real heading; ``mark`` is what links jump to."""
    inside = runs(words)
    if mark:
        start = f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>'
        inside = f'{start}{inside}<w:bookmarkEnd w:id="{number}"/>'
    return paragraph(inside, f"heading {min(level, DEEPEST)}", styles)


def item(words: str, sign: str, styles: Styles) -> str:
    """A point of a list, its sign hanging in the margin."""
    return paragraph(f"{runs(sign)}<w:r><w:tab/></w:r>{runs(words)}", "Plan List", styles)


def labelled(label: str, words: str, colon: str, styles: Styles) -> str:
    """A label in bold with its value behind it."""
    return paragraph(f"{runs(label + colon, bold=True)}{runs(words)}", "Plan Pair", styles)


def link(words: str, mark: str) -> str:
    """Words that jump to a heading."""
    return f'<w:hyperlink w:anchor="{mark}" w:history="1">{runs(words)}</w:hyperlink>'


def mark_of(section: str) -> str:
    """The bookmark of a section: letters, digits and ``_``, at most forty."""
    return f"plan_{section}"[:40]
