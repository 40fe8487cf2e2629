"""Text in the Markdown of exported files: it stays text, in the most permissive reader."""

import re

from groupplan.export.plain import one_line, plain

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|~$"})
_ENTITY = re.compile(r"&(?=#?\w+;)")
_START = re.compile(r"^[#+=-]|^\d+(?=[.)])")
_END = re.compile(r"\s(#+)$")
_FENCE = re.compile(r"`{3,}")


def line(text: str) -> str:
    """Text for a heading, a list item or a cell: on one line, and nothing in it means anything."""
    found = _ENTITY.sub("&amp;", one_line(text).translate(_SIGNS))
    found = _START.sub(lambda match: _held(match[0]), found)
    return _END.sub(r" \\\1", found)


def _held(start: str) -> str:
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def fenced(text: str) -> str:
    """A block that its own text cannot close."""
    shown = plain(text)
    fence = "`" * (max((len(run) for run in _FENCE.findall(shown)), default=2) + 1)
    return f"{fence}text\n{shown}\n{fence}"
