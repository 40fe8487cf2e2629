"""What members can count on every week: the fixed columns among the posts."""

from collections import Counter
from datetime import time

from groupplan.model.choices import PRIORITIES
from groupplan.model.document import Block, Bullets, Part
from groupplan.model.formats import chinese, clock, listed, weekday
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.render.words import Dictionary

MOST = 5
COLUMNS = ("value", "fun", "ritual")
"""Contents that make a column; notices, care and promotion are nothing to look forward to."""
_TWICE = 2


def weekly(plan: Plan, words: Dictionary, groups: tuple[str, ...]) -> tuple[Block, ...]:
    """At most five: what must be sent before what should, what one can join in before what one reads."""
    found = [piece for piece in plan.outline.tasks if _column(piece, plan, groups)]
    first = sorted(found, key=lambda piece: (_rank(piece), not piece.item.interactive))[:MOST]
    lines = tuple(_line(piece, plan, words) for piece in sorted(first, key=lambda one: _hour(one, plan)))
    return (Part(words.say("member.weekly"), (Bullets(lines),), "weekly"),) if lines else ()


def _column(piece: Piece[Task], plan: Plan, groups: tuple[str, ...]) -> bool:
    item = piece.item
    sent = item.kind == "post" and item.per != "member" and (item.audience or "community") in groups
    return (
        sent
        and item.at.every == "week"
        and item.content in COLUMNS
        and len(plan.schedule.of(piece.key)) >= _TWICE
    )


def _rank(piece: Piece[Task]) -> int:
    return list(PRIORITIES).index(piece.item.priority or "should")


def weekdays(piece: Piece[Task], plan: Plan) -> list[int]:
    """The days of the week it falls on more than once, else the one it falls on first."""
    days = Counter(one.day.weekday() for one in plan.schedule.of(piece.key))
    return sorted(day for day, count in days.items() if count >= _TWICE) or [next(iter(days))]


def hour_of(piece: Piece[Task], plan: Plan) -> time | None:
    """The hour it mostly has: one that gave way to something else on one day is not moved for good."""
    hours = Counter(one.at for one in plan.schedule.of(piece.key) if one.at)
    return hours.most_common(1)[0][0] if hours else None


def _hour(piece: Piece[Task], plan: Plan) -> tuple[int, str]:
    at = hour_of(piece, plan)
    return weekdays(piece, plan)[0], clock(at) if at else ""


def _line(piece: Piece[Task], plan: Plan, words: Dictionary) -> str:
    days = set(weekdays(piece, plan))
    known = {one.day.weekday(): one.day for one in plan.schedule.of(piece.key)}
    names = [weekday(known[day], words.language) for day in sorted(days)]
    said = "、".join(names) if chinese(words.language) else listed(names, words.language)
    at = hour_of(piece, plan)
    when = f"{said} {clock(at)}" if at else said
    return words.say("member.weekly_post", when=when, what=plan.worded.text("tasks", piece.key, "name"))
