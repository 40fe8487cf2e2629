"""schedule: ``Outline`` → ``Schedule``. Dates and hours; every move says why."""

from collections.abc import Iterable
from datetime import date, time, timedelta

from groupplan.model.items import Task
from groupplan.model.knowledge import CountryCalendar
from groupplan.model.limits import OCCURRENCES
from groupplan.model.outline import Outline, Piece
from groupplan.model.schedule import Occurrence, Schedule, Touch
from groupplan.model.settled import Settled
from groupplan.model.windows import Window, default_windows, windows
from groupplan.schedule.anchors import Anchors
from groupplan.schedule.collisions import separate
from groupplan.schedule.quiet import out_of_quiet
from groupplan.schedule.recurrence import Slot, slots
from groupplan.schedule.workdays import Workdays

NO_TIME = timedelta(0)
_STAY = {"post", "event"}


def schedule(settled: Settled, outline: Outline, calendar: CountryCalendar | None) -> Schedule:
    """Dates for every task of the outline."""
    base = default_windows(settled.opens, settled.closes, ongoing=settled.ongoing)
    frames = windows(base, settled.windows)
    workdays = Workdays(calendar, settled.days_off, settled.work_days, settled.language)
    anchors = Anchors(settled, frames, {piece.key: piece for piece in outline.tasks})

    def first(piece: Piece[Task]) -> tuple[date, time | None] | None:
        slot = next(slots(piece, settled, anchors, workdays), None)
        return (slot.day, slot.at) if slot else None

    anchors.first = first
    span = Window(min(w.first for w in frames.values()), max(w.last for w in frames.values()))
    dated: list[Occurrence] = []
    undated: list[str] = []
    for piece in outline.tasks:
        if piece.item.at.after_join is not None:
            continue
        found = [
            _place(slot, piece, settled, workdays, frames)
            for slot in slots(piece, settled, anchors, workdays)
        ]
        kept = [one for one in found if one is not None and span.holds(one.day)]
        dated += kept
        if not kept:
            undated.append(piece.key)
        if len(dated) > OCCURRENCES:
            break
    placed, clashes = separate(dated[:OCCURRENCES], outline, settled)
    return Schedule(
        windows=frames,
        occurrences=tuple(sorted(placed, key=lambda one: one.sort_key)),
        touches=_touches(outline),
        clashes=clashes,
        undated=tuple(undated),
        unknown_years=workdays.unknown(range(span.first.year, span.last.year + 1)),
        posted=_posted(placed, outline),
    )


def _posted(placed: Iterable[Occurrence], outline: Outline) -> dict[str, date]:
    recruiting = {
        piece.key: piece.element.id
        for piece in outline.tasks
        if piece.item.stage == "recruit" and piece.item.script
        if piece.element and piece.element.list == "channels"
    }
    found: dict[str, date] = {}
    for one in placed:
        channel = recruiting.get(one.task)
        if channel is not None:
            found[channel] = min(one.day, found.get(channel, one.day))
    return found


def _touches(outline: Outline) -> tuple[Touch, ...]:
    found = [
        Touch(piece.key, piece.item.at.after_join)
        for piece in outline.tasks
        if piece.item.at.after_join is not None
    ]
    return tuple(sorted(found, key=lambda touch: (touch.after, touch.task)))


def _place(
    slot: Slot, piece: Piece[Task], settled: Settled, workdays: Workdays, frames: dict[str, Window]
) -> Occurrence | None:
    task = piece.item
    kind = task.kind or "work"
    rule = task.on_dayoff or ("stay" if kind in _STAY else "move")
    day, moved = slot.day, None
    if rule != "stay" and not workdays.working(day):
        if rule == "skip":
            return None
        day, moved = workdays.shifted(day, _room(task, frames))
    at = slot.at
    if kind == "post" and at is not None and not slot.fixed:
        spans = settled.rules.quiet
        if task.content == "fun":
            spans = (*spans, *settled.rules.on_topic)
        at, quiet = out_of_quiet(at, spans)
        moved = quiet or moved
    return Occurrence(piece.key, slot.number, day, at, _length(piece), moved)


def _room(task: Task, frames: dict[str, Window]) -> Window:
    """The days a task may move to: its stage; what follows an anchor may move on to the plan's end."""
    window = frames[task.stage]
    follows = task.at.from_ is not None and not task.at.every and (task.at.offset or NO_TIME) >= NO_TIME
    return Window(window.first, frames["review"].last) if follows else window


def _length(piece: Piece[Task]) -> int:
    if piece.item.kind != "event":
        return 0
    minutes = piece.values.get("item.minutes")
    return minutes if isinstance(minutes, int) else piece.item.minutes or 0
