"""The mark in an exported file: whether it is still what groupplan wrote.

Forty hex digits over the whole file, put where each format has room for a word of its own: a key in JSON,
a property in a calendar, the archive's comment in xlsx, docx and xmind, a last line in a PDF. Who saves the
file from another program loses or breaks it.
"""

import re

_WORD = b"groupplan-"
_DIGITS = 40
BLANK = _WORD + b"0" * _DIGITS
"""What an exporter writes; `stamped` fills it in."""
_MARK = re.compile(_WORD + rb"([0-9a-f]{%d})" % _DIGITS)
_HEAD, _FOOT = 2000, 200
"""The mark stands at the head of a text or at the foot of an archive; elsewhere it is somebody's words."""


def stamped(raw: bytes) -> bytes:
    """The file with its mark filled in; one without room for a mark as it is."""
    place = _place(raw)
    return raw if place is None else raw[: place[0]] + _digest(raw).encode() + raw[place[1] :]


def marked(raw: bytes) -> bool:
    """Whether a file bears a mark at all, right or wrong."""
    return _place(raw) is not None


def intact(raw: bytes) -> bool:
    """Whether a file is as groupplan wrote it: it has a mark, and no byte differs from what was marked."""
    place = _place(raw)
    if place is None:
        return False
    first, end = place
    blank = raw[:first] + b"0" * _DIGITS + raw[end:]
    return raw[first:end] == _digest(blank).encode()


def _place(raw: bytes) -> tuple[int, int] | None:
    for start in (0, max(0, len(raw) - _FOOT)):
        found = _MARK.search(raw, start, start + (_HEAD if start == 0 else _FOOT))
        if found:
            return found.span(1)
    return None


def _digest(raw: bytes) -> str:
    from hashlib import sha256  # OpenSSL behind it costs as much as two interpreters

    return sha256(raw).hexdigest()[:_DIGITS]
