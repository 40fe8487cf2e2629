"""expand: ``Settled`` and playbooks → ``Outline``. The rules engine: which items hold for this brief."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from groupplan.expand.elements import elements
from groupplan.expand.switch import active
from groupplan.expand.voice import spoken
from groupplan.model.book import Book
from groupplan.model.condition import Condition
from groupplan.model.items import Item, Task
from groupplan.model.outline import Element, Outline, Piece, Use
from groupplan.model.playbook import SECTIONS
from groupplan.model.settled import Settled

SPOKEN = ("scripts", "wordings")
"""Filled post by post, so that their elements and conditions are decided then."""


def expand(settled: Settled, books: Sequence[Book], named: Sequence[str]) -> Outline:
    """Every item whose condition holds, one per element where the playbook says ``each``."""
    uses = active(settled, books, named)
    brief = _Brief(settled)
    made = {section: tuple(_section(section, uses, brief)) for section in SECTIONS}
    features = frozenset(settled.pack.features)
    kept: list[Piece[Task]] = []
    lacking: list[tuple[str, str]] = []
    for piece in made["tasks"]:
        gone = sorted(set(piece.item.needs) - features)
        lacking += [(piece.item.id, feature) for feature in gone]
        if not gone:
            kept.append(piece)
    made["tasks"] = tuple(kept)
    made["scripts"] = spoken(made["scripts"], made.pop("wordings"))
    requirements = tuple((use.book, index) for use in uses for index in range(len(use.book.playbook.require)))
    unique = tuple(dict.fromkeys(lacking))
    return Outline(uses=uses, lacking=unique, requirements=requirements, **made)


class _Brief:
    """What holds for the brief; many items share a condition, so its answer is remembered."""

    def __init__(self, settled: Settled) -> None:
        self.settled = settled
        self._answers: dict[str, bool] = {}
        self._elements: dict[str, tuple[Element, ...]] = {}

    def elements(self, name: str) -> tuple[Element, ...]:
        if name not in self._elements:
            self._elements[name] = elements(self.settled, name)
        return self._elements[name]

    def holds(self, when: Condition | None) -> bool:
        if when is None:
            return True
        if when.text not in self._answers:
            self._answers[when.text] = when.holds(self.settled.names)
        return self._answers[when.text]

    def holds_for(self, when: Condition | None, element: Element) -> bool:
        values: Mapping[str, object] = {**self.settled.names, **element.values}
        return when is None or when.holds(values)


def _section(section: str, uses: Sequence[Use], brief: _Brief) -> Iterator[Piece[Any]]:
    last = {item.id: use.book.source for use in uses for item in getattr(use.book.playbook, section)}
    make = _spoken if section in SPOKEN else _pieces
    for use in uses:
        for index, item in enumerate(getattr(use.book.playbook, section)):
            if last[item.id] == use.book.source:
                yield from make(section, index, item, use.book, brief)


def _pieces(section: str, index: int, item: Item, book: Book, brief: _Brief) -> Iterator[Piece[Any]]:
    if item.each is None:
        if brief.holds(item.when):
            yield Piece(item.id, item, book, section, index, item.basis)
        return
    for element in brief.elements(item.each):
        if brief.holds_for(item.when, element):
            yield Piece(f"{item.id}@{element.id}", item, book, section, index, item.basis, element)


def _spoken(section: str, index: int, item: Item, book: Book, brief: _Brief) -> Iterator[Piece[Any]]:
    """A script whose condition asks about its element is decided when it is filled."""
    asks = item.when is not None and any(name.startswith("item.") for name, _ in item.when.names)
    if asks or brief.holds(item.when):
        yield Piece(item.id, item, book, section, index, item.basis)
