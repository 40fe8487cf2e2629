"""Anchors: the moments that relative times are counted from."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta

from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.settled import Settled
from groupplan.model.windows import Window

Point = tuple[date, time | None]


class Anchors:
    """Finds the day (and hour, where it has one) an anchor names."""

    def __init__(
        self, settled: Settled, windows: Mapping[str, Window], tasks: Mapping[str, Piece[Task]]
    ) -> None:
        self._settled = settled
        self._windows = windows
        self._tasks = tasks
        self._open: set[str] = set()
        self.first: Callable[[Piece[Task]], Point | None] = lambda piece: None
        """The first occurrence of a recurring task; set by the stage, which knows recurrence."""

    def window(self, stage: str) -> Window:
        """The window of a stage."""
        return self._windows[stage]

    def find(self, name: str, piece: Piece[Task]) -> Point | None:
        """Where an anchor lies; None when it names nothing that this plan has."""
        if name.startswith("item."):
            return _point(piece.values.get(name))
        if name.startswith("task."):
            return self._task(name.removeprefix("task."), piece)
        stage, _, end = name.partition(".")
        if stage in self._windows:
            window = self._windows[stage]
            return (window.first if end == "start" else window.last, None)
        days = {
            "opens": self._settled.opens,
            "closes": self._settled.closes,
            "start": min(window.first for window in self._windows.values()),
            "end": max(window.last for window in self._windows.values()),
        }
        return (days[name], None) if name in days else None

    def _task(self, wanted: str, piece: Piece[Task]) -> Point | None:
        """The start of another task: for the same element when it has one; a circle has no start."""
        suffix = piece.key.partition("@")[2]
        other = self._tasks.get(f"{wanted}@{suffix}") or self._tasks.get(wanted)
        if other is None or other.key in self._open:
            return None
        self._open.add(other.key)
        try:
            return self.start(other)
        finally:
            self._open.discard(other.key)

    def start(self, piece: Piece[Task]) -> Point | None:
        """The first moment of a task, before days off and collisions."""
        at = piece.item.at
        if at.every:
            return self.first(piece)
        base = self.find(at.from_, piece) if at.from_ else (self._windows[piece.item.stage].first, None)
        return moved(base, at.offset, self.hour(at.time)) if base else None

    def hour(self, given: time | str | None) -> time | None:
        """A time of day, also when it is one of the brief's rhythm."""
        if isinstance(given, str):
            return self._settled.cadence[given.removeprefix("cadence.")]
        return given


def _point(value: object) -> Point | None:
    if isinstance(value, datetime):
        return value.date(), value.time()
    return (value, None) if isinstance(value, date) else None


def moved(base: Point, offset: timedelta | None, hour: time | None) -> Point:
    """A point moved by an offset; an hour of its own replaces the anchor's."""
    day, at = base
    if at is not None:
        shifted = datetime.combine(day, at) + (offset or timedelta(0))
        return shifted.date(), hour or shifted.time()
    step = offset or timedelta(0)
    if hour is None and step % timedelta(days=1):
        shifted = datetime.combine(day, time(0)) + step
        return shifted.date(), shifted.time()
    return day + timedelta(days=step // timedelta(days=1)), hour
