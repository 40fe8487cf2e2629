r"""Lines of a calendar file: escaped, folded at 75 octets, no character cut.

icalendar folds sign by sign and makes an object of every value: a year of tasks took it over two seconds.
It also takes ``\N`` in anybody's words for a new line. So it reads these lines in the tests instead.
"""

from collections.abc import Iterator

_WIDTH = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": "\\n"})


def words(text: str) -> str:
    """Somebody's words as a value."""
    return text.translate(_ESCAPES)


def line(name: str, value: str) -> bytes:
    """A property whose value is already as the format wants it; parameters stand in the name."""
    raw = f"{name}:{value}".encode()
    return raw + b"\r\n" if len(raw) <= _WIDTH else b"\r\n ".join(_folds(raw)) + b"\r\n"


def _folds(raw: bytes) -> Iterator[bytes]:
    """Pieces of at most 75 octets, the blank before all but the first counted."""
    start, room = 0, _WIDTH
    while len(raw) - start > room:
        end = start + room
        while raw[end] & 0xC0 == 0x80:
            end -= 1
        yield raw[start:end]
        start, room = end, _WIDTH - 1
    yield raw[start:]
