"""Collisions: in one group nothing else is posted in the same five minutes, nor during an event."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time

from msgspec.structs import replace

from groupplan.model.choices import PRIORITIES
from groupplan.model.clockspan import DAY_MINUTES, at_minute, minute_of
from groupplan.model.finding import Words, say
from groupplan.model.items import Task
from groupplan.model.outline import Outline, Piece
from groupplan.model.schedule import Clash, Occurrence
from groupplan.model.settled import Settled
from groupplan.schedule.quiet import quiet_at

STEP = 5
FARTHEST = 180
_RANK = {word: number for number, word in enumerate(PRIORITIES)}


def separate(
    dated: Iterable[Occurrence], outline: Outline, settled: Settled
) -> tuple[list[Occurrence], tuple[Clash, ...]]:
    """The occurrences with posts moved apart, and the pairs that could not be."""
    tasks = {piece.key: piece for piece in outline.tasks}
    free: list[Occurrence] = []
    busy: dict[tuple[date, str], list[Occurrence]] = defaultdict(list)
    for one in dated:
        piece = tasks[one.task]
        if one.at is None or piece.item.kind not in ("post", "event"):
            free.append(one)
        else:
            busy[one.day, piece.item.audience or "community"].append(one)
    clashes: list[Clash] = []
    for group in busy.values():
        free += _apart(group, tasks, settled, clashes)
    return free, tuple(sorted(clashes, key=lambda c: (c.day, c.at, c.task)))


def _apart(
    group: list[Occurrence], tasks: dict[str, Piece[Task]], settled: Settled, clashes: list[Clash]
) -> list[Occurrence]:
    ordered = sorted(group, key=lambda one: _order(one, tasks[one.task]))
    placed: list[Occurrence] = []
    for one in ordered:
        hit = _hit(one, one.at, placed)
        if hit is None or _pinned(tasks[one.task]):
            placed.append(one)
            continue
        at = _free(one, placed, settled)
        if at is None:
            assert one.at is not None  # noqa: S101 - only occurrences with an hour come here
            clashes.append(Clash(one.task, one.day, one.at, hit.task))
            placed.append(one)
        else:
            placed.append(replace(one, at=at, moved=one.moved or _why(one, hit)))
    return placed


def _why(one: Occurrence, hit: Occurrence) -> Words:
    return say("moved-collision", time=f"{one.at:%H:%M}", other=hit.task)


def _order(one: Occurrence, piece: Piece[Task]) -> tuple[bool, bool, int, str, str, int]:
    """Pinned things first, then events, then by priority, playbook and id."""
    rank = _RANK[piece.item.priority or "should"]
    return (not _pinned(piece), not one.length, rank, piece.book.playbook.name, piece.key, one.number)


def _pinned(piece: Piece[Task]) -> bool:
    """A time that is counted from a lesson, an event or an offer cannot be moved."""
    return (piece.item.at.from_ or "").startswith("item.") and piece.item.at.time is None


def _hit(one: Occurrence, at: time | None, placed: Sequence[Occurrence]) -> Occurrence | None:
    assert at is not None  # noqa: S101 - only occurrences with an hour come here
    begin, end = minute_of(at), minute_of(at) + max(one.length, STEP)
    for other in placed:
        assert other.at is not None  # noqa: S101
        start = minute_of(other.at)
        if begin < start + max(other.length, STEP) and start < end:
            return other
    return None


def _free(one: Occurrence, placed: Sequence[Occurrence], settled: Settled) -> time | None:
    assert one.at is not None  # noqa: S101
    start = minute_of(one.at)
    for step in (*range(STEP, FARTHEST + 1, STEP), *range(-STEP, -FARTHEST - 1, -STEP)):
        minute = start + step
        if 0 <= minute < DAY_MINUTES:
            at = at_minute(minute)
            if not quiet_at(at, settled.rules.quiet) and _hit(one, at, placed) is None:
                return at
    return None
