"""fit: which tasks stay when the hours do not suffice. Drops once, lists what was dropped and why."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from groupplan.model.choices import PRIORITIES
from groupplan.model.fitted import Dropped, Fitted
from groupplan.model.items import Task
from groupplan.model.measures import Measures
from groupplan.model.outline import Outline, Piece
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled

_RANK = {word: number for number, word in enumerate(PRIORITIES)}
Minutes = Mapping[date, float]
TOLERANCE = 1.0
"""Minutes over that are rounding, not overload."""


def fit(settled: Settled, outline: Outline, schedule: Schedule, measures: Measures) -> Fitted:
    """Leave out could, then should, until each person's weeks fit or only what must be done is left."""
    dropped: list[Dropped] = []
    for role in settled.roles:
        tasks = measures.hands.get(role.id, {})
        gone = {one.piece.key for one in dropped}
        mine = [piece for piece in outline.tasks if piece.key in tasks and piece.key not in gone]
        freed = [tasks[key] for key in gone if key in tasks]
        over = {
            load.week: load.over - sum(weeks.get(load.week, 0.0) for weeks in freed)
            for load in measures.of(role.id)
            if load.over > TOLERANCE
        }
        dropped += _drop(role.id, _candidates(mine, settled), over, tasks)
    gone = {one.piece.key for one in dropped}
    if not gone:
        return Fitted(outline, schedule, ())
    staying = tuple(piece for piece in outline.tasks if piece.key not in gone)
    there = {piece.item.id for piece in staying}
    lost = {piece.item.id for piece in outline.tasks} - there
    kept = replace(
        outline,
        tasks=staying,
        metrics=tuple(one for one in outline.metrics if _stays(one.item.tasks, there, lost)),
        rewards=tuple(one for one in outline.rewards if _stays(one.item.tasks, there, lost)),
    )
    left = replace(
        schedule,
        occurrences=tuple(one for one in schedule.occurrences if one.task not in gone),
        touches=tuple(touch for touch in schedule.touches if touch.task not in gone),
        clashes=tuple(clash for clash in schedule.clashes if not {clash.task, clash.other} & gone),
    )
    return Fitted(kept, left, tuple(dropped))


def _stays(tasks: tuple[str, ...], there: set[str], lost: set[str]) -> bool:
    """Whether what belongs to these tasks lost none of them, or still has one."""
    return lost.isdisjoint(tasks) or not there.isdisjoint(tasks)


def _candidates(mine: Sequence[Piece[Task]], settled: Settled) -> list[Piece[Task]]:
    """What may go, first to go first; what keeps a promise or is in the brief's own rhythm stays."""
    promised = {reason.by for reason in settled.position.reasons}
    asked = not any(note.name == "daily_posts" for note in settled.assumptions)
    may_go = [
        p
        for p in mine
        if (p.item.priority or "should") != "must"
        and p.item.id not in promised
        and not (asked and isinstance(p.item.at.time, str))
    ]
    return sorted(may_go, key=lambda p: (-_RANK[p.item.priority or "should"], p.book.playbook.name, p.key))


def _drop(
    role: str, candidates: Sequence[Piece[Task]], over: Minutes, tasks: Mapping[str, Minutes]
) -> list[Dropped]:
    dropped = []
    left = dict(over)
    for piece in candidates:
        weeks = tasks.get(piece.key, {})
        if not any(freed and left.get(week, 0.0) > TOLERANCE for week, freed in weeks.items()):
            continue
        for week, freed in weeks.items():
            if week in left:
                left[week] -= freed
        dropped.append(Dropped(piece, role, sum(weeks.values())))
    return dropped
