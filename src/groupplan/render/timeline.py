"""When the tasks of a stage come, as strands over its days: what a table does not show at a glance."""

import datetime as dt
from collections.abc import Iterable, Iterator
from datetime import timedelta

from groupplan.model.choices import STAGES
from groupplan.model.document import Block, Strand, Timeline
from groupplan.model.formats import tick
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.render.page import ems
from groupplan.render.words import Dictionary

NARROW = 24
"""Ems a phone has for a name."""
WEEKS = 6
"""So many dates stand below a picture without touching each other."""


def timeline(dated: Iterable[Piece[Task]], stage: str, plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """One strand a task, in the order given; nothing for a single task."""
    days = {piece.key: [one.day for one in plan.schedule.of(piece.key)] for piece in dated}
    if len(days) < 2:
        return ()
    first, last = min(map(min, days.values())), max(map(max, days.values()))
    span = (last - first).days + 1
    strands = tuple(
        _strand(plan.worded.text("tasks", key, "name"), tuple(_runs(found, first)), span)
        for key, found in days.items()
    )
    title = words.say("stage.timeline", stage=STAGES.label(stage, words.language))
    return (Timeline(title, strands, span, tuple(_ticks(first, last, words.language))),)


def _strand(name: str, runs: tuple[tuple[int, int], ...], span: int) -> Strand:
    return Strand(name, runs, late=ems(name) > NARROW * (1 - runs[0][0] / span))


def _runs(days: list[dt.date], first: dt.date) -> Iterator[tuple[int, int]]:
    start = before = (days[0] - first).days
    for day in ((one - first).days for one in days[1:]):
        if day > before + 1:
            yield start, before - start + 1
            start = day
        before = day
    yield start, before - start + 1


def _ticks(first: dt.date, last: dt.date, language: str) -> Iterator[tuple[int, str]]:
    """The Mondays, or every so many of them."""
    every = 7 * ((last - first).days // (7 * WEEKS) + 1)
    day = first + timedelta(days=-first.weekday() % 7)
    while day <= last:
        yield (day - first).days, tick(day, language)
        day += timedelta(days=every)
