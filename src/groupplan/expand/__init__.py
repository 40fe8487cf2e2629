"""expand: ``Settled`` and playbooks → ``Outline``. The rules engine: which items hold for this brief."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from groupplan.expand.elements import elements
from groupplan.expand.switch import active
from groupplan.expand.voice import spoken
from groupplan.model.book import Book
from groupplan.model.items import Item, Task
from groupplan.model.outline import Element, Outline, Piece, Trace, Use
from groupplan.model.playbook import SECTIONS
from groupplan.model.settled import Settled
from groupplan.model.source import Route
from groupplan.model.vocabulary import find

SPOKEN = ("scripts", "wordings")
"""Filled post by post, so that their elements and conditions are decided then."""


def expand(settled: Settled, books: Sequence[Book], named: Sequence[str]) -> Outline:
    """Every item whose condition holds, one per element where the playbook says ``each``."""
    uses = active(settled, books, named)
    made = {section: tuple(_section(section, uses, settled)) for section in SECTIONS}
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


def _section(section: str, uses: Sequence[Use], settled: Settled) -> Iterator[Piece[Any]]:
    last = {item.id: use.book.source for use in uses for item in getattr(use.book.playbook, section)}
    for use in uses:
        for index, item in enumerate(getattr(use.book.playbook, section)):
            if last[item.id] == use.book.source:
                yield from _pieces(section, index, item, use, settled)


def _pieces(section: str, index: int, item: Item, use: Use, settled: Settled) -> Iterator[Piece[Any]]:
    per_element = item.each is not None and section not in SPOKEN
    for element in elements(settled, item.each) if per_element and item.each else (None,):
        values = {**settled.names, **element.values} if element else settled.names
        if section not in SPOKEN and item.when is not None and not item.when.holds(values):
            continue
        if section in SPOKEN and item.when is not None and not _possible(item, values):
            continue
        key = f"{item.id}@{element.id}" if element else item.id
        yield Piece(key, item, use.book, _trace(section, index, item, use, element), element)


def _possible(item: Item, values: Mapping[str, object]) -> bool:
    """A script whose condition asks about its element is decided when it is filled."""
    assert item.when is not None  # noqa: S101 - the caller has looked
    asks = any(name.startswith("item.") for name, _ in item.when.names)
    return asks or item.when.holds(values)


def _trace(section: str, index: int, item: Item, use: Use, element: Element | None) -> Trace:
    conditions = [when for when in (use.book.playbook.when, item.when) if when]
    routes: list[Route] = [element.route] if element else []
    for condition in conditions:
        for name, _ in condition.names:
            entry = find(name)
            routes += entry.routes if entry else ()
    return Trace(
        use.book.playbook.name, use.book.origin(section, index), tuple(dict.fromkeys(routes)), item.basis
    )
