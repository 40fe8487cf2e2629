"""When everything happens: stage windows, dated occurrences, the new member's clock."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from functools import cached_property

from msgspec import Struct, field

from groupplan.model.finding import Words
from groupplan.model.windows import Window


class Occurrence(Struct, frozen=True):
    """One task on one day. ``at`` is None for work that has a day but no hour.

    ``length`` is how long everyone is busy, in minutes: 0 for posts and work.
    """

    task: str
    number: int
    day: date
    at: time | None
    length: int
    moved: Words | None = None

    @property
    def sort_key(self) -> tuple[date, time, str, int]:
        """By day, hour, task."""
        return (self.day, self.at or time(0), self.task, self.number)


class Touch(Struct, frozen=True):
    """A step of the new member's clock: how long after joining, and whether the night delays it."""

    task: str
    after: timedelta


class Clash(Struct, frozen=True):
    """Two posts in one group that no five-minute step could separate."""

    task: str
    day: date
    at: time
    other: str


class Schedule(Struct, frozen=True, dict=True):
    """All dates of a plan."""

    windows: Mapping[str, Window]
    occurrences: tuple[Occurrence, ...]
    touches: tuple[Touch, ...]
    clashes: tuple[Clash, ...] = ()
    undated: tuple[str, ...] = ()
    """Tasks whose time left no date in the plan."""
    unknown_years: tuple[int, ...] = ()
    """Years whose make-up working days are not published yet."""
    posted: Mapping[str, date] = field(default_factory=dict)
    """Channel → the day on which something first goes out there; a task that is dropped later counts."""

    @cached_property
    def _by_task(self) -> Mapping[str, tuple[Occurrence, ...]]:
        found: dict[str, list[Occurrence]] = {}
        for one in self.occurrences:
            found.setdefault(one.task, []).append(one)
        return {task: tuple(ones) for task, ones in found.items()}

    def joining(self, channel: str) -> Window:
        """The days on which people join by a channel: recruiting, from the first post there on."""
        window = self.windows["recruit"]
        first = max(window.first, self.posted.get(channel, window.first))
        return Window(first, max(first, window.last))

    @property
    def first(self) -> date:
        """The first day of the plan."""
        return min(window.first for window in self.windows.values())

    @property
    def last(self) -> date:
        """The last day of the plan."""
        return max(window.last for window in self.windows.values())

    def of_day(self, day: date) -> tuple[Occurrence, ...]:
        """The occurrences of one day, in order."""
        return tuple(one for one in self.occurrences if one.day == day)

    def of(self, task: str) -> tuple[Occurrence, ...]:
        """The occurrences of one task, in order."""
        return self._by_task.get(task, ())
