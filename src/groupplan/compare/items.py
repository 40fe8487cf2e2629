"""Tasks, metrics, risks and rewards: added, removed, changed; what was dropped for want of hours."""

from collections.abc import Iterator, Sequence
from typing import Any

from groupplan.compare.making import beside, change
from groupplan.model.choices import STAGES
from groupplan.model.comparison import Change, Group, Names, Value
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan

SECTIONS: tuple[tuple[str, Group], ...] = (("metrics", "risk"), ("risks", "risk"), ("rewards", "money"))


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """By section; tasks by stage."""
    yield from _tasks(old, new)
    yield from _dropped(old, new)
    yield from _hands(old, new)
    for section, group in SECTIONS:
        yield from _section(section, group, old, new)


def _tasks(old: Plan, new: Plan) -> Iterator[Change]:
    """What fit left out is said apart."""
    before, after = _by_key(old), _by_key(new)
    out = {one.piece.key for one in new.fitted.dropped}
    back = {one.piece.key for one in old.fitted.dropped}
    for stage in STAGES:
        came = [
            p for key, p in after.items() if key not in before and key not in back and p.item.stage == stage
        ]
        went = [
            p for key, p in before.items() if key not in after and key not in out and p.item.stage == stage
        ]
        if came:
            names = _names("tasks", came, new)
            yield change("team", "tasks-added", 6, count=len(came), stage=STAGES.both(stage), names=names)
        if went:
            names = _names("tasks", went, old)
            yield change("team", "tasks-removed", 6, count=len(went), stage=STAGES.both(stage), names=names)


def _dropped(old: Plan, new: Plan) -> Iterator[Change]:
    before = {one.piece.key: one.piece for one in old.fitted.dropped}
    after = {one.piece.key: one.piece for one in new.fitted.dropped}
    left = [piece for key, piece in after.items() if key not in before]
    back = [piece for key, piece in before.items() if key not in after and key in _by_key(new)]
    if left:
        yield change("team", "dropped", 7, count=len(left), names=_names("tasks", left, new))
    if back:
        yield change("team", "undropped", 5, count=len(back), names=_names("tasks", back, new))


def _hands(old: Plan, new: Plan) -> Iterator[Change]:
    """Who does what from now on, by the pair of people; other minutes and other names."""
    before = _by_key(old)
    both = [(before[piece.key], piece) for piece in new.outline.tasks if piece.key in before]
    handed: dict[tuple[str, str], list[Piece[Task]]] = {}
    spent: dict[tuple[int, int], list[Piece[Task]]] = {}
    for was, now in both:
        whose, whom = _doer(was, old), _doer(now, new)
        if whose[0] != whom[0]:
            handed.setdefault((whose[1], whom[1]), []).append(now)
        minutes = was.item.minutes or 0, now.item.minutes or 0
        if minutes[0] != minutes[1]:
            spent.setdefault(minutes, []).append(now)
    for people, pieces in handed.items():
        kind = "handed" if all(people) else "taken" if people[1] else "left-alone"
        yield _of(kind, 6, pieces, new, people[0] or None, people[1] or None)
    for minutes, pieces in spent.items():
        yield _of("minutes", 3, pieces, new, *minutes)
    called = [now for was, now in both if _names("tasks", [was], old) != _names("tasks", [now], new)]
    if called:
        yield change("words", "renamed", 2, count=len(called), names=_names("tasks", called, new))


def _of(kind: str, weight: int, pieces: Sequence[Piece[Task]], plan: Plan, *ends: Value) -> Change:
    names = _names("tasks", pieces, plan)
    return change("team", kind, weight, *ends, count=len(pieces), names=names)


def _section(section: str, group: Group, old: Plan, new: Plan) -> Iterator[Change]:
    came: list[Any] = []
    went: list[Any] = []
    differ: list[Any] = []
    for _, was, now in beside(
        getattr(old.outline, section), getattr(new.outline, section), lambda one: one.key
    ):
        if was is None:
            came.append(now)
        elif now is None:
            went.append(was)
        elif was.item != now.item:
            differ.append(now)
    for kind, pieces, plan in (("added", came, new), ("removed", went, old), ("changed", differ, new)):
        if pieces:
            names = _names(section, pieces, plan)
            yield change(group, f"{section}-{kind}", 3, count=len(pieces), names=names)


def _by_key(plan: Plan) -> dict[str, Piece[Task]]:
    return {piece.key: piece for piece in plan.outline.tasks}


def _doer(piece: Piece[Task], plan: Plan) -> tuple[str, str]:
    """Id and name: somebody with another name is still the same person."""
    role = plan.settled.doer(piece.item.duty or "", piece.owner)
    return (role.id, role.name) if role else ("", "")


def _names(section: str, pieces: Sequence[Piece[Any]], plan: Plan) -> Names:
    """The name of each; two of one name are told apart by what they were made for."""
    found = [plan.worded.text(section, piece.key, "name") or piece.key for piece in pieces]
    return Names(
        tuple(
            name if found.count(name) == 1 or piece.element is None else f"{name} ({piece.element.id})"
            for name, piece in zip(found, pieces, strict=True)
        )
    )
