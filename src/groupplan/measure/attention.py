"""Attention: what a member of the main group gets from the team."""

from collections import Counter
from datetime import date

from groupplan.model.measures import Attention
from groupplan.model.outline import Outline
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled

MAIN = ("community", "campaign")


def attention(settled: Settled, outline: Outline, schedule: Schedule) -> Attention:
    """Official posts per day from the opening to the close, promotions and interactions among them."""
    pieces = {piece.key: piece for piece in outline.tasks}
    days: Counter[date] = Counter()
    promotions = interactions = reminders = 0
    for one in schedule.occurrences:
        task = pieces[one.task].item
        if task.kind not in ("post", "event") or (task.audience or "community") not in MAIN:
            continue
        if not settled.opens <= one.day <= settled.closes:
            continue
        interactions += bool(task.interactive)
        if task.kind == "post":
            days[one.day] += 1
            promotions += task.content == "promotion"
            reminders += task.content == "notice" and pieces[one.task].element is not None
    most = max(days.values(), default=0)
    return Attention(
        days=settled.days,
        posts=sum(days.values()),
        most=most,
        most_on=min((day for day in days if days[day] == most), default=None),
        promotions=promotions,
        reminders=reminders,
        interactions=interactions / settled.days,
    )
