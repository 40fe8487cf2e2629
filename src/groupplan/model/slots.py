"""Texts of playbooks: plain words with ``{{ dotted.name | format }}`` slots, and nothing else.

Brief text that looks like a slot stays text: only a playbook's own text is read here.
"""

import re
from dataclasses import dataclass
from functools import cache

from groupplan.model.scalars import ScalarError

FORMATS = ("date", "time", "weekday", "money", "percent", "number", "list")
_SLOT = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_INSIDE = re.compile(r"\s*([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)\s*(?:\|\s*([a-z]+)\s*)?\Z")


@dataclass(frozen=True, slots=True)
class Slot:
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
    found: list[str | Slot] = []
    end = 0
    for match in _SLOT.finditer(text):
        found += [text[end : match.start()], _slot(match)]
        end = match.end()
    found.append(text[end:])
    for word in found:
        if isinstance(word, str) and ("{{" in word or "}}" in word):
            raise ScalarError("slot-open", column=text.index(word) + 1)
    return tuple(piece for piece in found if piece != "")


def _slot(match: re.Match[str]) -> Slot:
    inside = _INSIDE.match(match[1])
    if not inside:
        raise ScalarError("slot-syntax", text=match[1].strip(), column=match.start() + 1)
    if inside[2] and inside[2] not in FORMATS:
        raise ScalarError("slot-format", text=inside[2], options=" ".join(FORMATS), column=match.start() + 1)
    return Slot(inside[1], inside[2] or "", match.start())


def slots(text: str) -> tuple[Slot, ...]:
    """The slots of a text, in order."""
    return tuple(piece for piece in pieces(text) if isinstance(piece, Slot))
