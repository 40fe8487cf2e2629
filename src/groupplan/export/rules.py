"""The SOP rules of a plan: what one person sends to one kind of group, ten pushes to a rule."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import groupby

from msgspec import Struct

from groupplan.export.doings import Doing, doings
from groupplan.export.pushes import pushes as cut
from groupplan.model.plan import Plan

MOST = 10
"""Pushes that the forms take in one rule."""
_Heap = tuple[int, str, str]


class Rule(Struct, frozen=True):
    """One rule of a form: when its days begin, where it goes, who sends, and its pushes in order.

    ``trigger``: ``join``, counted for each newcomer; ``open``, counted from the opening day; ``before``, the
    days before it, which no form counts.
    """

    trigger: str
    audience: str
    """A kind of group; "" for messages to one member."""
    sender: str
    turn: int
    turns: int
    pushes: tuple[Doing, ...]


TRIGGERS = ("join", "before", "open")


def rules(plan: Plan) -> Iterator[Rule]:
    """All rules of a plan. Texts that are no pushes, as those of work within the team, are left out."""
    heaps: dict[_Heap, list[Doing]] = {}
    for one in doings(plan):
        if one.post:
            heaps.setdefault(_heap(one, plan), []).extend(cut(one, plan.settled.language))
    for (trigger, audience, sender), found in sorted(heaps.items()):
        parts = list(_parts(sorted(found, key=_when)))
        for turn, pushes in enumerate(parts, 1):
            yield Rule(TRIGGERS[trigger], audience, sender, turn, len(parts), pushes)


def _when(one: Doing) -> tuple[date, bool, time]:
    """What follows a join keeps its order; else by day and hour, last what has none."""
    return (one.day or date.min, bool(one.day) and one.at is None, one.at or time.min)


def _parts(found: list[Doing]) -> Iterator[tuple[Doing, ...]]:
    """By tens at the most; a day is cut only where it has more by itself."""
    part: list[Doing] = []
    for _, group in groupby(found, key=lambda one: one.day):
        day = list(group)
        if part and len(part) + len(day) > MOST:
            yield tuple(part)
            part = []
        part += day
        while len(part) > MOST:
            yield tuple(part[:MOST])
            part = part[MOST:]
    if part:
        yield tuple(part)


def _heap(one: Doing, plan: Plan) -> _Heap:
    trigger = 0 if one.day is None else 1 if one.day < plan.settled.opens else 2
    audience = "" if one.private else one.piece.item.audience or "community"
    return trigger, audience, one.person.id if one.person else ""


def day_number(one: Doing, plan: Plan) -> int:
    """Whole days since joining; else day 1 is the day of the opening, and the day before it −1."""
    if one.day is None:
        return (one.after or timedelta()).days
    days = (one.day - plan.settled.opens).days
    return days + 1 if days >= 0 else days


def hour(one: Doing) -> tuple[int, int] | None:
    """Hour and minute of the clock; after joining, those beyond whole days. None: a day without an hour."""
    if one.day is None:
        minutes = int((one.after or timedelta()).total_seconds() // 60) % 1440
        return divmod(minutes, 60)
    return (one.at.hour, one.at.minute) if one.at else None
