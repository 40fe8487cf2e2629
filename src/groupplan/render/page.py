"""What only a page needs: ids that are unique, widths of columns, the style's hash for the policy."""

import base64
import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import replace
from itertools import zip_longest

from groupplan.model.document import Block, Paper, Part, Table

_NOT_IN_IDS = re.compile(r"[^0-9A-Za-z_-]+")
_WIDTHS = ((8.0, 0.0), (12.0, 8.0), (24.0, 9.0), (60.0, 12.0), (140.0, 13.0))
"""Longest line of a column in ems → its least width; up to the first it stands on one line."""
_WIDEST = 17
_STOPS = "，。；：、！？,;:"
_PIECES = re.compile(r"[!-~]{1,24} *|.")


def anchored(found: Paper) -> Paper:
    """The paper with an id for every part: its section's and its own name, counted where it repeats."""
    seen = Counter(section.id for section in found.sections)

    def named(block: Block, section: str) -> Block:
        if not isinstance(block, Part):
            return block
        slug = _NOT_IN_IDS.sub("-", f"{section}-{block.slug or 'part'}")
        while seen[slug]:
            seen[slug] += 1
            slug = f"{slug}-{seen[slug]}"
        seen[slug] = 1
        return replace(block, slug=slug, blocks=tuple(named(one, section) for one in block.blocks))

    return replace(
        found,
        sections=tuple(
            replace(section, blocks=tuple(named(block, section.id) for block in section.blocks))
            for section in found.sections
        ),
    )


def columns(table: Table) -> tuple[int, ...]:
    """The least width of every column in ems, so that a narrow screen scrolls and does not crush."""
    return tuple(_width(cells) for cells in zip_longest(table.head, *table.rows, fillvalue=""))


def _width(cells: tuple[str, ...]) -> int:
    head, *rest = cells
    longest = max((_ems(line) for cell in rest for line in cell.split("\n")), default=0.0)
    longest = max(longest, min(_ems(head), _WIDTHS[0][0]))
    for upto, least in _WIDTHS:
        if longest <= upto:
            return int(least or max(2, -(-longest // 1)))
    return _WIDEST


def _ems(text: str) -> float:
    wide = sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)
    return wide + 0.28 * text.count(" ") + 0.54 * (len(text) - wide - text.count(" "))


def wrapped(text: str, most: int) -> list[str]:
    """The text in lines of at most so many ems, broken after a stop in the second half where there is one."""
    lines, line = [], ""
    for piece in _PIECES.findall(" ".join(text.split())):
        if line and _ems(line + piece.rstrip()) > most:
            cut = max(line.rfind(stop) for stop in _STOPS) + 1
            cut = cut if cut * 2 > len(line) else len(line)
            lines.append(line[:cut].rstrip())
            line = line[cut:].lstrip()
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def fingerprint(style: str) -> str:
    """A style element's text as a Content Security Policy names it."""
    digest = hashlib.sha256(str(style).encode("utf-8", "surrogatepass")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
