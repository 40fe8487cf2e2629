"""Marketing days that fall into the plan, for communities that sell something; nobody else is shown any."""

import datetime as dt

from groupplan.model.document import Block, Part, Prose
from groupplan.model.marketing import MarketingDay
from groupplan.model.plan import Plan
from groupplan.model.texts import words as spoken_words
from groupplan.render.common import date, table
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The days in order, each with when to begin, an idea, and what to be careful about."""
    if not plan.settled.offers:
        return ()
    rows = [_row(day, one, plan, words) for day, one in falling(plan)]
    found = table("days", words.heads("days.head"), rows)
    lead = Prose(words.say("days.lead"))
    return (Part(words.say("days.title"), (lead, *found), "marketing-days"),) if found else ()


def falling(plan: Plan) -> list[tuple[dt.date, MarketingDay]]:
    """The days within the community's own time that suit its kind, by date."""
    settled = plan.settled
    suited = [one for one in plan.knowledge.days if not one.kinds or settled.kind in one.kinds]
    found = [(day, one) for one in suited for day in one.between(settled.opens, settled.closes)]
    return sorted(found, key=lambda pair: (pair[0], pair[1].id))


def _row(day: dt.date, one: MarketingDay, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    name, idea = (spoken_words(text, spoken, spoken) or "" for text in (one.name, one.idea))
    care = spoken_words(one.care, spoken, spoken) or "" if one.care else "—"
    last = day + dt.timedelta(days=(one.days or 1) - 1)
    ends = {"first": date(day, plan), "last": date(last, plan)}
    span = ends["first"] if last == day else words.say("plan.span", **ends)
    return span, name, date(day - one.prepare, plan), idea, care
