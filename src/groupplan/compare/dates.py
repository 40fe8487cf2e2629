"""Opening, closing, stages; which tasks move along and which do not; what falls on days off now."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from groupplan.compare import moves
from groupplan.compare.calendar import days_of
from groupplan.compare.making import change
from groupplan.model.choices import STAGES
from groupplan.model.comparison import Change, Figure, Listed, Names
from groupplan.model.plan import Plan


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Everything about when."""
    shift = (new.settled.opens - old.settled.opens).days
    yield from _opening(old, new, shift)
    yield from _stages(old, new, shift)
    yield from moves.changes(old, new, shift)
    yield from _odd_days(old, new)


def _opening(old: Plan, new: Plan, shift: int) -> Iterator[Change]:
    first, second = old.settled, new.settled
    if shift:
        kind = "opens-later" if shift > 0 else "opens-earlier"
        yield change("team", kind, 9, first.opens, second.opens, route="opens", count=abs(shift))
    if second.days != first.days:
        yield change("team", "length", 8, Figure(first.days), Figure(second.days), closes=second.closes)
    elif second.closes != first.closes:
        yield change("team", "closes", 5, first.closes, second.closes)


def _stages(old: Plan, new: Plan, shift: int) -> Iterator[Change]:
    """Those whose ends follow the opening or the closing in one line, the others one by one."""
    ends = {shift, (new.settled.closes - old.settled.closes).days}
    follow = []
    for stage in STAGES:
        before, after = old.schedule.windows[stage], new.schedule.windows[stage]
        moved = (after.first - before.first).days, (after.last - before.last).days
        if moved == (shift, shift):
            continue
        if set(moved) <= ends:
            follow.append(STAGES.both(stage))
            continue
        gaps: dict[str, Any] = {"was_first": before.first, "was_last": before.last}
        yield change("team", "stage", 4, stage=STAGES.both(stage), first=after.first, last=after.last, **gaps)
    if follow:
        yield change("team", "stages-follow", 3, count=len(follow), stages=Listed(tuple(follow)))


def _odd_days(old: Plan, new: Plan) -> Iterator[Change]:
    """Tasks that fall on more days off, make-up days or weekends than before; weekends for single ones."""
    before, after = _fallen(old), _fallen(new)
    for sort, weight in (("makeup", 7), ("off", 7), ("weekend", 3)):
        found: dict[str, tuple[date, ...]] = {}
        for task, days in after[sort].items():
            was = before[sort].get(task, ())
            if len(days) > len(was) and (old.schedule.of(task) or sort != "weekend"):
                found[task] = days
        if found:
            names = Names(tuple(new.worded.text("tasks", task, "name") or task for task in found))
            on = Listed(tuple(sorted({day for days in found.values() for day in days})))
            yield change("team", f"falls-{sort}", weight, names=names, days=on, count=len(found))


def _fallen(plan: Plan) -> dict[str, dict[str, tuple[date, ...]]]:
    days, found = days_of(plan), {sort: {} for sort in ("makeup", "off", "weekend")}  # type: ignore[var-annotated]
    for piece in plan.outline.tasks:
        ones = plan.schedule.of(piece.key)
        for one in ones:
            sort = days.sort(one.day)
            if sort and (sort != "weekend" or len(ones) == 1):
                found[sort][piece.key] = (*found[sort].get(piece.key, ()), one.day)
    return found
