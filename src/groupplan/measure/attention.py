"""Attention: what a member of the main group gets from the team, and what one of a closed group gets."""

from collections import Counter

from groupplan.measure.readers import Shown, conflicts, weeks
from groupplan.model.choices import JOINED_GROUPS
from groupplan.model.measures import Attention
from groupplan.model.outline import Outline
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled

READERS = {"main": JOINED_GROUPS, "vip": (*JOINED_GROUPS, "vip")}
"""Who reads what: a member of a closed group sits in the main group too."""


def attention(settled: Settled, outline: Outline, schedule: Schedule) -> Attention:
    """Official posts per day from the opening to the close, promotions and interactions among them."""
    seen = _shown(settled, outline, schedule)
    posts = [one for one in seen if one.audience in JOINED_GROUPS and one.post]
    days = Counter(one.day for one in posts)
    most = max(days.values(), default=0)
    closed = any(one.audience == "vip" for one in seen)
    readers = {
        name: [one for one in seen if one.audience in audiences]
        for name, audiences in READERS.items()
        if name == "main" or closed
    }
    return Attention(
        days=settled.days,
        posts=len(posts),
        most=most,
        most_on=min((day for day in days if days[day] == most), default=None),
        promotions=sum(one.promotion for one in posts),
        reminders=sum(one.reminder for one in posts),
        interactions=sum(one.interactive for one in seen if one.audience in JOINED_GROUPS) / settled.days,
        weeks=tuple(week for name, mine in readers.items() for week in weeks(name, mine)),
        conflicts=tuple(one for name, mine in readers.items() for one in conflicts(name, mine, settled)),
    )


def _shown(settled: Settled, outline: Outline, schedule: Schedule) -> list[Shown]:
    """What is posted or held in members' groups while they are open, in order."""
    pieces = {piece.key: piece for piece in outline.tasks if piece.item.kind in ("post", "event")}
    found = []
    for one in schedule.occurrences:
        piece = pieces.get(one.task)
        if piece is None or not settled.opens <= one.day <= settled.closes:
            continue
        task, post = piece.item, piece.item.kind == "post"
        reminder = post and task.content == "notice" and piece.element is not None
        promotion = post and task.content == "promotion"
        shown = Shown(
            task.audience or "community", one.day, one.at, post, promotion, reminder, bool(task.interactive)
        )
        found.append(shown)
    return found
