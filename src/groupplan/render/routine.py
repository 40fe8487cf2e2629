"""The fixed places of the week: what the team does and sends on each weekday, as the calendar has it."""

import datetime as dt
from collections.abc import Iterator

from groupplan.model.document import Block, Bullets, Part
from groupplan.model.formats import clock, weekday
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.render.columns import hour_of, weekdays
from groupplan.render.words import Dictionary

_WEEKLY = ("week", "2 weeks")
_MONDAY = dt.date(2024, 1, 1)


def routine(plan: Plan, words: Dictionary) -> Iterator[Block]:
    """One line a weekday; nothing where a plan has nothing weekly."""
    found: dict[int, list[tuple[str, str]]] = {}
    for piece in plan.outline.tasks:
        if piece.item.at.every in _WEEKLY and len(plan.schedule.of(piece.key)) > 1:
            for day in weekdays(piece, plan):
                found.setdefault(day, []).append(_told(piece, plan, words))
    lines = tuple(_line(day, sorted(found[day]), words) for day in sorted(found))
    if lines:
        yield Part(words.say("calendar.routine"), (Bullets(lines),), "routine")


def _told(piece: Piece[Task], plan: Plan, words: Dictionary) -> tuple[str, str]:
    """The hour of what is sent, and the name; what a team does has its day alone."""
    at = hour_of(piece, plan) if piece.item.kind in ("post", "event") else None
    name = plan.worded.text("tasks", piece.key, "name") or piece.key
    rarely = words.say("calendar.fortnightly", name=name) if piece.item.at.every == "2 weeks" else name
    return clock(at) if at else "", rarely


def _line(day: int, told: list[tuple[str, str]], words: Dictionary) -> str:
    name = weekday(_MONDAY + dt.timedelta(days=day), words.language)
    what = words.say("calendar.routine_joint").join(f"{hour} {task}".strip() for hour, task in told)
    return words.say("calendar.routine_line", day=name, what=what)
