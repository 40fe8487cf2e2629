"""Text of a brief in a file of data: what is invisible and dangerous is shown, nothing is taken away."""

import re

_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BREAK = re.compile("\r\n?")


def plain(text: str) -> str:
    """A text with a newline for every line end; controls and direction-turning signs are seen as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return _ODD.sub(lambda match: f"\\u{ord(match[0]):04x}", _BREAK.sub("\n", text))


def one_line(text: str) -> str:
    """The same on one line, for names and titles."""
    return " ".join(plain(text).split())


def in_list(text: str) -> str:
    """A value among several: the comma that parts them must not stand in it."""
    return one_line(text).replace(",", "，")
