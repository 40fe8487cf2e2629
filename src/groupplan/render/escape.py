"""Markdown: text stays text, in the most permissive reader."""

import re
from functools import lru_cache

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|~$"})
_ANY = re.compile(r"[\\`*_\[\]<>|~$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_START = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))", re.MULTILINE)
_CLOSING = re.compile(r"(\s)(#+\s*)\Z")
_DISGUISE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_MERMAID = re.compile(r"[\"#<>`;\[\]{}|&\\]")
_FENCE = re.compile(r"`{3,}")


def undisguised(text: str) -> str:
    """A document in which controls and direction-turning signs are seen as escapes and do nothing."""
    return _DISGUISE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def markdown_line(text: str) -> str:
    """Text for a paragraph, a heading or a list item: one line, nothing in it means anything."""
    return _end(_start(_inline(" ".join(text.splitlines()))))


@lru_cache(maxsize=8192)
def markdown_cell(text: str) -> str:
    """Text for a table cell; its line breaks stay."""
    return "<br>".join(_inline(part.strip()) for part in text.splitlines()).strip() or " "


def _inline(text: str) -> str:
    found = text.translate(_SIGNS) if _ANY.search(text) else text
    return _ENTITY.sub("&amp;", found) if "&" in found else found


def _start(text: str) -> str:
    def escaped(match: re.Match[str]) -> str:
        sign = match[2]
        return match[1] + (f"\\{sign}" if not sign.isdigit() else sign)

    text = _START.sub(escaped, text)
    return re.sub(r"^(\s*\d+)([.)])", r"\1\\\2", text)


def _end(text: str) -> str:
    """A heading would lose the signs it ends with."""
    return _CLOSING.sub(r"\1\\\2", text)


def single_spaced(text: str) -> str:
    """Markdown with one blank line at a time; fenced blocks stay as they are."""
    kept: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or line == fence):
            fence = "" if fence else mark[0]
        if line.strip() or fence or (kept and kept[-1].strip()):
            kept.append(line)
    return "\n".join(kept)


def mermaid(text: str) -> str:
    """Text inside a quoted node of a diagram: one line, no sign of the diagram's own or of the fence."""
    return _MERMAID.sub(lambda match: f"#{ord(match[0])};", " ".join(text.split()))


def fenced(text: str) -> str:
    """A fenced block that its own text cannot close."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    longest = max((len(run) for run in _FENCE.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}text\n{text}\n{fence}"
