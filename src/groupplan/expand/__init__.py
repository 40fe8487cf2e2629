"""expand: ``Settled`` and playbooks → ``Outline``. The rules engine: which items hold for this brief."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from groupplan.expand.elements import elements
from groupplan.expand.switch import active
from groupplan.expand.voice import spoken
from groupplan.model.book import Book
from groupplan.model.condition import parse
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
    playbook = use.book.playbook
    routes = (
        *((element.route,) if element else ()),
        *(_read(playbook.when.text) if playbook.when else ()),
        *(_read(item.when.text) if item.when else ()),
    )
    unique = tuple(dict.fromkeys(routes)) if len(routes) > 1 else routes
    return Trace(playbook.name, use.book.origin(section, index), unique, item.basis)


@cache
def _read(condition: str) -> tuple[Route, ...]:
    """The fields of a brief that a condition reads."""
    entries = (find(name) for name, _ in parse(condition).names)
    return tuple(route for entry in entries if entry for route in entry.routes)
