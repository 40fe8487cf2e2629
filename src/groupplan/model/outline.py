"""Which items of which playbooks a plan has, each with the trace that says why."""

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Generic, TypeVar

from msgspec import Struct

from groupplan.model.book import Book
from groupplan.model.condition import parse
from groupplan.model.items import (
    Duty,
    Guide,
    Item,
    Metric,
    RewardItem,
    Risk,
    RuleText,
    Script,
    StageCard,
    Task,
    Tier,
)
from groupplan.model.source import Origin, Route
from groupplan.model.structures import Card, Checklist, Dialogue, Flow, Poster
from groupplan.model.vocabulary import find

I = TypeVar("I", bound=Item)  # noqa: E741 - an item


class Element(Struct, frozen=True):
    """One lesson, event, offer, channel, group or segment an item was made for."""

    list: str
    id: str
    values: Mapping[str, object]
    """``item.title`` and so on, with values."""
    route: Route


class Trace(Struct, frozen=True):
    """Why an item is in the plan: its line, the brief's fields its conditions read, what it rests on."""

    book: str
    origin: Origin
    routes: tuple[Route, ...]
    basis: tuple[str, ...]


class Piece(Struct, Generic[I], frozen=True):
    """An item of a playbook in this plan. ``key`` is ``id`` or ``id@element``, unique in its section."""

    key: str
    item: I
    book: Book
    section: str
    index: int
    """Where the book has it."""
    basis: tuple[str, ...] = ()
    """What its words rest on."""
    element: Element | None = None
    asked: tuple[Route, ...] = ()
    """Fields of the brief that decided further: a voice also stands where its script's condition holds."""

    @property
    def owner(self) -> str:
        """The role id that the element itself names, as a channel does; "" for none."""
        return str(self.values.get("item.owner") or "")

    @property
    def values(self) -> Mapping[str, object]:
        """What ``item.…`` means here."""
        return self.element.values if self.element else {}

    @property
    def trace(self) -> Trace:
        """Why it is here; put together when somebody asks."""
        playbook = self.book.playbook
        conditions = (one.text for one in (playbook.when, self.item.when) if one)
        read = (route for text in conditions for route in _read(text))
        routes = (*self.asked, *((self.element.route,) if self.element else ()), *read)
        origin = self.book.origin(self.section, self.index)
        return Trace(playbook.name, origin, tuple(dict.fromkeys(routes)), self.basis)


@cache
def _read(condition: str) -> tuple[Route, ...]:
    """The fields of a brief that a condition reads."""
    entries = (find(name) for name, _ in parse(condition).names)
    return tuple(route for entry in entries if entry for route in entry.routes)


class Use(Struct, frozen=True):
    """A playbook that is on, and the condition that switched it on ("" for core or named ones)."""

    book: Book
    because: str
    named: bool


class Outline(Struct, frozen=True, dict=True):
    """What a plan consists of, before it has dates."""

    uses: tuple[Use, ...] = ()
    stages: tuple[Piece[StageCard], ...] = ()
    duties: tuple[Piece[Duty], ...] = ()
    tasks: tuple[Piece[Task], ...] = ()
    scripts: tuple[Piece[Script], ...] = ()
    metrics: tuple[Piece[Metric], ...] = ()
    risks: tuple[Piece[Risk], ...] = ()
    rewards: tuple[Piece[RewardItem], ...] = ()
    rules: tuple[Piece[RuleText], ...] = ()
    tiers: tuple[Piece[Tier], ...] = ()
    guides: tuple[Piece[Guide], ...] = ()
    posters: tuple[Piece[Poster], ...] = ()
    flows: tuple[Piece[Flow], ...] = ()
    checklists: tuple[Piece[Checklist], ...] = ()
    cards: tuple[Piece[Card], ...] = ()
    dialogues: tuple[Piece[Dialogue], ...] = ()
    lacking: tuple[tuple[str, str], ...] = ()
    """Tasks left out because the platform lacks a feature: (task id, feature)."""
    requirements: tuple[tuple[Book, int], ...] = ()

    @cached_property
    def _tasks(self) -> Mapping[str, Piece[Task]]:
        return {piece.key: piece for piece in self.tasks}

    def task(self, key: str) -> Piece[Task]:
        """A task by its key."""
        return self._tasks[key]
