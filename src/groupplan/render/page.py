"""What only a page needs: ids that are unique, widths of columns, the style's hash for the policy."""

import base64
import hashlib
import json
import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import zip_longest

from markupsafe import Markup
from msgspec.structs import replace

from groupplan.model.document import Block, Paper, Part, Table
from groupplan.render.escape import undisguised

_NOT_IN_IDS = re.compile(r"[^0-9A-Za-z_-]+")
_WIDTHS = ((8.0, 0.0), (12.0, 8.0), (24.0, 9.0), (60.0, 12.0), (140.0, 13.0))
"""Longest line of a column in ems → its least width; up to the first it stands on one line."""
_WIDEST = 17
_STOPS = "，。；：、！？,;:"
_ODD = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\\\\u00|\\\\[bfr]")
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
    longest = max(map(_longest, rest), default=0.0)
    longest = max(longest, min(ems(head), _WIDTHS[0][0]))
    for upto, least in _WIDTHS:
        if longest <= upto:
            return int(least or max(2, -(-longest // 1)))
    return _WIDEST


class _Wide(dict[str, bool]):
    """Whether a sign is as wide as it is high; looked up once."""

    def __missing__(self, sign: str) -> bool:
        found = self[sign] = unicodedata.east_asian_width(sign) in "WF"
        return found


_WIDE = _Wide()


@lru_cache(maxsize=16384)
def _longest(cell: str) -> float:
    return max(map(ems, cell.split("\n")))


def ems(text: str) -> float:
    """About how long a line of it is, in ems."""
    wide = 0 if text.isascii() else sum(map(_WIDE.__getitem__, text))
    return wide + 0.28 * text.count(" ") + 0.54 * (len(text) - wide - text.count(" "))


def wrapped(text: str, most: int) -> list[str]:
    """The text in lines of at most so many ems, broken after a stop in the second half where there is one."""
    lines, line = [], ""
    for piece in _PIECES.findall(" ".join(text.split())):
        if line and ems(line + piece.rstrip()) > most:
            cut = max(line.rfind(stop) for stop in _STOPS) + 1
            cut = cut if cut * 2 > len(line) else len(line)
            lines.append(line[:cut].rstrip())
            line = line[cut:].lstrip()
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def dumped(found: object, **_: object) -> str:
    """JSON in which controls and direction-turning signs are the escapes that the page shows."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(_seen(found), ensure_ascii=False, separators=(",", ":")) if _ODD.search(text) else text


def _seen(found: object) -> object:
    if isinstance(found, str):
        return undisguised(found)
    if isinstance(found, dict):
        return {key: _seen(one) for key, one in found.items()}
    return [_seen(one) for one in found] if isinstance(found, list | tuple) else found


def tight(script: Markup) -> Markup:
    """A script without indents and lines of comment, which only we read."""
    lines = (line.strip() for line in script.splitlines())
    return Markup("\n".join(line for line in lines if line and not line.startswith("//")))  # noqa: S704 - ours


def fingerprint(style: str) -> str:
    """A style element's text as a Content Security Policy names it."""
    digest = hashlib.sha256(str(style).encode("utf-8", "surrogatepass")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
