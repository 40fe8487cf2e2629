"""What one day of a plan asks for: the things to do in their order, with whom, where and which words."""

from datetime import date, time, timedelta
from typing import Literal

from msgspec import Struct

from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.parts import Role
from groupplan.model.schedule import Occurrence
from groupplan.model.worded import Message


class Destination(Struct, frozen=True):
    """Groups of one kind a post goes to."""

    id: str
    name: str
    count: int


class Entry(Struct, frozen=True):
    """One thing to do: a dated occurrence, or (``one`` is None) a step after somebody joins.

    ``doer`` is who does it that day. ``missing`` is whoever should and is away: ``doer`` stands in, or
    nobody does.
    """

    piece: Piece[Task]
    one: Occurrence | None
    name: str
    output: str
    duty: str
    doer: Role | None
    missing: Role | None = None
    destinations: tuple[Destination, ...] = ()
    message: Message | None = None

    @property
    def at(self) -> time | None:
        """The hour; None for what has a day only, or follows a joining."""
        return self.one.at if self.one else None

    @property
    def after(self) -> timedelta | None:
        """How long after somebody joined."""
        return self.piece.item.at.after_join

    @property
    def minutes(self) -> int:
        """Minutes each time, the length of an event included."""
        return max(self.piece.item.minutes or 0, self.one.length if self.one else 0)


class Holiday(Struct, frozen=True):
    """Why a day is no ordinary one: ``off`` or ``work`` (a make-up working day); a name may be missing."""

    sort: Literal["off", "work"]
    name: str


class Agenda(Struct, frozen=True):
    """A day beside the plan it belongs to."""

    day: date
    first: date
    last: date
    opens: date
    closes: date
    stages: tuple[str, ...]
    holiday: Holiday | None
    entries: tuple[Entry, ...]
    joining: tuple[Entry, ...]
    """What to send to those who join today, or joined so many days ago."""
    tomorrow: tuple[Entry, ...]
    following: tuple[Entry, ...] = ()
    """The next day on which there is anything to do, where today has nothing."""

    @property
    def place(self) -> Literal["before", "within", "after"]:
        """Where the day lies."""
        if self.day < self.first:
            return "before"
        return "within" if self.day <= self.last else "after"

    @property
    def number(self) -> int:
        """The day of the plan, counted from 1; below 1 before it begins."""
        return (self.day - self.first).days + 1

    @property
    def days(self) -> int:
        """Days of the whole plan."""
        return (self.last - self.first).days + 1

    @property
    def open_day(self) -> int:
        """The day of the community, counted from 1; below 1 before it opens."""
        return (self.day - self.opens).days + 1

    @property
    def open_days(self) -> int:
        """Days the community is open within this plan."""
        return (self.closes - self.opens).days + 1
