"""Texts of playbooks: plain words with ``{{ dotted.name | format }}`` slots, and nothing else.

Brief text that looks like a slot stays text: only a playbook's own text is read here.
"""

import re
from functools import cache

from msgspec import Struct

from groupplan.model.scalars import ScalarError

FORMATS = ("date", "time", "weekday", "money", "percent", "number", "list")
_INSIDE = re.compile(r"\s*([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)\s*(?:\|\s*([a-z]+)\s*)?\Z")


class Slot(Struct, frozen=True):
    """A gap in a text: the name that fills it, the format, and where it begins (0-based)."""

    name: str
    format: str
    offset: int


@cache
def pieces(text: str) -> tuple[str | Slot, ...]:
    """A text taken apart into words and slots; ``ScalarError`` when it holds anything else."""
    for forbidden in ("{%", "{#"):
        if forbidden in text:
            raise ScalarError("slot-statement", column=text.index(forbidden) + 1)
    first, *rest = text.split("{{")
    found: list[str | Slot] = [_words(first, 0)]
    offset = len(first)
    for part in rest:
        inside, closed, words = part.partition("}}")
        if not closed:
            raise ScalarError("slot-open", column=offset + 1)
        after = offset + 4 + len(inside)
        found += [_slot(inside, offset), _words(words, after)]
        offset = after + len(words)
    return tuple(piece for piece in found if piece != "")


def _words(text: str, offset: int) -> str:
    if "}}" in text:
        raise ScalarError("slot-open", column=offset + text.index("}}") + 1)
    return text


def _slot(text: str, offset: int) -> Slot:
    inside = _INSIDE.match(text)
    if not inside:
        raise ScalarError("slot-syntax", text=text.strip(), column=offset + 1)
    if inside[2] and inside[2] not in FORMATS:
        raise ScalarError("slot-format", text=inside[2], options=" ".join(FORMATS), column=offset + 1)
    return Slot(inside[1], inside[2] or "", offset)


@cache
def slots(text: str) -> tuple[Slot, ...]:
    """The slots of a text, in order."""
    return tuple(piece for piece in pieces(text) if isinstance(piece, Slot))
