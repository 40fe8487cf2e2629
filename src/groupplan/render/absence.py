"""Who is away in a week, said where the calendar still shows the usual names."""

import datetime as dt
from collections.abc import Iterator

from groupplan.model.document import Prose
from groupplan.model.plan import Plan
from groupplan.render.common import date
from groupplan.render.words import Dictionary


def absences(monday: dt.date, plan: Plan, words: Dictionary) -> Iterator[Prose]:
    """One sentence a person and absence: the days of this week, and who stands in."""
    sunday = monday + dt.timedelta(days=6)
    names = {role.id: role.name for role in plan.settled.roles}
    for role in plan.settled.roles:
        for span in role.away:
            first, last = max(span.first, monday), min(span.last, sunday)
            if first <= last:
                days = date(first, plan)
                if first < last:
                    days = words.say("plan.span", first=days, last=date(last, plan))
                key = "away" if role.backup in names else "away_alone"
                said = words.say(
                    f"calendar.{key}", name=role.name, days=days, backup=names.get(role.backup, "")
                )
                yield Prose(said, "warning")
