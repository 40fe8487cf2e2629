"""Recurrence by day arithmetic: every day, working day, week, second week, month."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from msgspec import Struct

from groupplan.model.choices import WEEKDAYS
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.settled import Settled
from groupplan.model.timing import Timing
from groupplan.schedule.anchors import Anchors
from groupplan.schedule.workdays import Workdays

_SHORTEST = 28
"""Days of the shortest month."""


class Slot(Struct, frozen=True):
    """A day and an hour before days off and collisions; ``fixed`` when the brief set the hour."""

    number: int
    day: date
    at: time | None
    fixed: bool


def slots(piece: Piece[Task], settled: Settled, anchors: Anchors, workdays: Workdays) -> Iterator[Slot]:
    """The days of a task, numbered from 1."""
    timing = piece.item.at
    if not timing.every:
        point = anchors.start(piece)
        if point is not None and point[0] not in timing.except_:
            fixed = (timing.from_ or "").startswith("item.") and timing.time is None
            yield Slot(1, *point, fixed=fixed)
        return
    at = anchors.hour(timing.time)
    fixed = isinstance(timing.time, str)
    for number, day in enumerate(_days(piece, anchors, workdays), 1):
        yield Slot(number, day, at, fixed)


def _days(piece: Piece[Task], anchors: Anchors, workdays: Workdays) -> Iterator[date]:
    timing, window = piece.item.at, anchors.window(piece.item.stage)
    first = anchors.find(timing.from_, piece) if timing.from_ else (window.first, None)
    last = anchors.find(timing.until, piece) if timing.until else (window.last, None)
    if first is None or last is None:
        return
    begin = first[0] + timedelta(days=(timing.offset or timedelta(0)) // timedelta(days=1))
    for day in _every(timing, begin, last[0], workdays):
        if day not in timing.except_:
            yield day


def _every(timing: Timing, begin: date, end: date, workdays: Workdays) -> Iterator[date]:
    if timing.every not in ("day", "workday", "month"):
        yield from _weekly(timing, begin, end)
        return
    days = (date.fromordinal(n) for n in range(begin.toordinal(), end.toordinal() + 1))
    if timing.every == "day":
        yield from days
    elif timing.every == "workday":
        yield from (day for day in days if workdays.working(day))
    else:
        numbers = {on for on in timing.on if isinstance(on, int)} or {begin.day}
        yield from (day for day in days if day.day in numbers or _last_instead(day, numbers))


def _weekly(timing: Timing, begin: date, end: date) -> Iterator[date]:
    """The week of the first day counts as the first of two."""
    wanted = {WEEKDAYS.index(on) for on in timing.on if isinstance(on, str)} or {begin.weekday()}
    first, last = begin.toordinal(), end.toordinal()
    for monday in range(first - begin.weekday(), last + 1, 14 if timing.every == "2 weeks" else 7):
        for day in sorted(wanted):
            if first <= monday + day <= last:
                yield date.fromordinal(monday + day)


def _last_instead(day: date, numbers: set[int]) -> bool:
    """The last day of a short month stands in for the 29th to 31st."""
    return max(numbers) > day.day >= _SHORTEST and (day + timedelta(days=1)).day == 1
