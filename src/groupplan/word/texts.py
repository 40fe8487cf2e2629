"""The texts of all items: names, reasons, criteria, formulas, responses …"""

from collections.abc import Iterator, Mapping
from typing import Any

from groupplan.model.outline import Outline, Piece
from groupplan.model.playbook import SECTIONS
from groupplan.model.texts import words
from groupplan.model.worded import Gap
from groupplan.word.fill import fill, missing

Key = tuple[str, str, str]
"""Section, item and field."""
WRITTEN = tuple(name for name in SECTIONS if name not in ("scripts", "wordings"))
"""Scripts are filled post by post instead."""


class Texts(Mapping[Key, str]):
    """Every text, filled when it is first read: a check reads few of them."""

    def __init__(self, values: Mapping[str, object], language: str) -> None:
        self._values, self._language = values, language
        self._said: dict[Key, tuple[str, Mapping[str, object]]] = {}
        self._filled: dict[Key, str] = {}

    def take(self, outline: Outline) -> Iterator[Gap]:
        """Take up the texts of an outline; a gap for each that cannot be filled, which stays empty."""
        for section in WRITTEN:
            for piece in getattr(outline, section):
                yield from self._take(section, piece)

    def _take(self, section: str, piece: Piece[Any]) -> Iterator[Gap]:
        own, key, language = piece.values, piece.key, piece.book.language
        values = {**self._values, **own} if own else self._values
        for name, text, route in piece.item.parts:
            said = words(text, self._language, language)
            slot = "" if said is None else missing(said, values) if "{{" in said else None
            if slot is not None:
                yield Gap(piece.trace.origin.down(*route), slot, key)
                said = ""
            self._said[section, key, name] = (said or "", values)

    def __getitem__(self, key: Key) -> str:
        found = self._filled.get(key)
        if found is None:
            found = self._filled[key] = fill(*self._said[key], self._language)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._said

    def __iter__(self) -> Iterator[Key]:
        return iter(self._said)

    def __len__(self) -> int:
        return len(self._said)
