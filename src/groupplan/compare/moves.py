"""Tasks both plans have: those that follow the opening in one line, those that move otherwise by name."""

from collections.abc import Iterator

from groupplan.compare.calendar import meant
from groupplan.compare.making import change
from groupplan.model.comparison import Change, Figure, Listed, Names
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence

ODD, RARER = "odd", "rarer"
FEW = 3
"""Pairs of numbers that are told one by one."""


def changes(old: Plan, new: Plan, shift: int) -> Iterator[Change]:
    """Who follows, who stays although the opening moves, who moves otherwise, hours, how many times."""
    both = [piece.key for piece in new.outline.tasks if old.schedule.of(piece.key)]
    both = [task for task in both if new.schedule.of(task)]
    moved: dict[int | str, list[str]] = {}
    for task in both:
        by = _shift(old.schedule.of(task), new.schedule.of(task))
        moved.setdefault(by, []).append(task)
    yield from _together(moved, shift, new)
    yield from _times(moved.get(RARER, []), old, new)
    for task in moved.get(ODD, []):
        days = _dates(old.schedule.of(task)), _dates(new.schedule.of(task))
        yield change("team", "dates", 4, *days, name=_names([task], new)[0])
    for task in both:
        yield from _hour(task, old, new)


def _shift(old: tuple[Occurrence, ...], new: tuple[Occurrence, ...]) -> int | str:
    """Days by which all its days move alike, as they were meant before days off."""
    if len(old) != len(new):
        return RARER
    found = {(meant(b) - meant(a)).days for a, b in zip(old, new, strict=True)}
    return found.pop() if len(found) == 1 else ODD


def _together(moved: dict[int | str, list[str]], shift: int, new: Plan) -> Iterator[Change]:
    for by, tasks in moved.items():
        if not isinstance(by, int) or by == shift == 0:
            continue
        names = Names(_names(tasks, new))
        if by == shift:
            yield change("team", "follow", 8, count=len(tasks), names=names)
        elif by == 0:
            yield change("team", "stay", 3, count=len(tasks), names=names)
        else:
            kind = "move-later" if by > 0 else "move-earlier"
            yield change("team", kind, 5, count=len(tasks), days=Figure(abs(by), "days"), names=names)


def _times(tasks: list[str], old: Plan, new: Plan) -> Iterator[Change]:
    """Tasks that come more or less often, together where the numbers are the same."""
    found: dict[tuple[int, int], list[str]] = {}
    for task in tasks:
        pair = len(old.schedule.of(task)), len(new.schedule.of(task))
        found.setdefault(pair, []).append(task)
    if len(found) <= FEW:
        for pair, ones in found.items():
            yield change("team", "times", 4, *pair, count=len(ones), names=Names(_names(ones, new)))
        return
    for kind, more in (("times-more", True), ("times-less", False)):
        ones = [task for (was, now), tasks in found.items() if (now > was) == more for task in tasks]
        if ones:
            yield change("team", kind, 4, count=len(ones), names=Names(_names(ones, new)))


def _hour(task: str, old: Plan, new: Plan) -> Iterator[Change]:
    hours = ({one.at for one in plan.schedule.of(task)} for plan in (old, new))
    was, now = (found.pop() if len(found) == 1 else None for found in hours)
    if was and now and was != now:
        yield change("team", "hour", 4, was, now, name=_names([task], new)[0])


def _dates(ones: tuple[Occurrence, ...]) -> Listed:
    return Listed(tuple(one.day for one in ones))


def _names(tasks: list[str], plan: Plan) -> tuple[str, ...]:
    return tuple(plan.worded.text("tasks", task, "name") or task for task in tasks)
