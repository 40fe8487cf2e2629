"""Text from files, made safe for a terminal and a CI log: what is invisible becomes visible."""

import re
import unicodedata
from functools import lru_cache

_ODD = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str, *, actions: bool = False) -> str:
    """Controls, bidi and zero-width characters as escapes; with ``actions`` no workflow command is left."""
    if text.isascii() and text.isprintable() and not actions:
        return text
    found = _ODD.sub(_escape, text.replace("\t", "    "))
    if actions:
        found = found.replace("##[", "## [")
        found = "\n".join(
            f"./{line}" if line.lstrip().startswith("::") else line for line in found.split("\n")
        )
    return found


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def cells(text: str) -> int:
    """How many terminal cells a text takes; Chinese signs take two."""
    return len(text) if text.isascii() else sum(map(_cell, text))


@lru_cache(maxsize=4096)
def _cell(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
