"""Which items of which playbooks a plan has, each with the trace that says why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from groupplan.model.book import Book
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

I = TypeVar("I", bound=Item)  # noqa: E741 - an item


@dataclass(frozen=True, slots=True)
class Element:
    """One lesson, event, offer, channel, group or segment an item was made for."""

    list: str
    id: str
    values: Mapping[str, object]
    """``item.title`` and so on, with values."""
    route: Route


@dataclass(frozen=True, slots=True)
class Trace:
    """Why an item is in the plan: its line, the brief's fields its conditions read, what it rests on."""

    book: str
    origin: Origin
    routes: tuple[Route, ...]
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece(Generic[I]):
    """An item of a playbook in this plan. ``key`` is ``id`` or ``id@element``, unique in its section."""

    key: str
    item: I
    book: Book
    trace: Trace
    element: Element | None = None

    @property
    def owner(self) -> str:
        """The role id that the element itself names, as a channel does; "" for none."""
        return str(self.values.get("item.owner") or "")

    @property
    def values(self) -> Mapping[str, object]:
        """What ``item.…`` means here."""
        return self.element.values if self.element else {}


@dataclass(frozen=True, slots=True)
class Use:
    """A playbook that is on, and the condition that switched it on ("" for core or named ones)."""

    book: Book
    because: str
    named: bool


@dataclass(frozen=True, slots=True)
class Outline:
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
    requirements: tuple[tuple[Book, int], ...] = field(default=())

    _tasks: Mapping[str, Piece[Task]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_tasks", {piece.key: piece for piece in self.tasks})

    def task(self, key: str) -> Piece[Task]:
        """A task by its key."""
        return self._tasks[key]
