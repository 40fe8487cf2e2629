"""Backwards: what the primary goal takes beyond today's plan, and which limit it runs into by how much."""

import math
from collections.abc import Iterator
from decimal import Decimal

from groupplan.model.document import Block, Part, Prose
from groupplan.model.formats import hours, money, number, rounded
from groupplan.model.money import Money, total
from groupplan.model.outlook import Verdict
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal
from groupplan.render.chances import likely, target
from groupplan.render.common import table
from groupplan.render.money import cash
from groupplan.render.words import Dictionary

Row = tuple[str, str, str]


def blocks(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Reach by channel, groups, hours and money today and then; nothing where today's plan is enough."""
    need = verdict.need
    if need is None or need.factor <= 1.0 or math.isinf(need.factor) or verdict.guarded < goal.chance:
        return ()
    rows = tuple(_rows(need.factor, plan, words))
    found = table("needs", words.heads("needs.head"), rows)
    bound = [Prose(text) for text in _binds(need.factor, need.binding, plan, words)]
    note = Prose(words.say("needs.note"))
    level = likely(goal.chance, words)
    title = words.say(
        "needs.title",
        goal=goal.name,
        target=target(goal, verdict),
        level=level,
    )
    return (Part(title, (*found, *bound, note), "needs"),)


def _rows(factor: float, plan: Plan, words: Dictionary) -> Iterator[Row]:
    spoken = plan.settled.language
    for channel in plan.settled.channels:
        if channel.reach.high:
            now = channel.reach.likely
            yield words.say("needs.reach", channel=channel.name), _people(now), _people(now * factor)
    seeds = plan.settled.seeds_count
    joined = plan.forecast.people("joined")
    joins = joined.likely if joined else plan.forecast.joins.likely
    more = seeds + max(0.0, joins - seeds) * factor
    yield words.say("needs.joins"), _people(joins), _people(more)
    main = plan.forecast.groups[0]
    then = math.ceil((more + plan.settled.members_now) / main.usable)
    yield words.say("needs.groups"), number(main.needed), number(max(main.needed, then))
    minutes = _greeting(plan)
    yield words.say("needs.hours"), hours(minutes, spoken), hours(minutes * factor, spoken)
    spent, extra = cash(plan), _more(plan, factor)
    yield words.say("needs.money"), money(spent, spoken), money(total((spent, extra), spent.currency), spoken)


def _people(value: float) -> str:
    return number(rounded(value))


def _greeting(plan: Plan) -> float:
    """Minutes that grow with the joins: every step of the new member's clock."""
    keys = {touch.task for touch in plan.schedule.touches}
    return sum(sum(weeks.values()) for key, weeks in plan.measures.tasks.items() if key in keys)


def _more(plan: Plan, factor: float) -> Money:
    """Money that grows with the reach: media and rewards for referral."""
    grows = sum((c.amount.amount for c in plan.measures.costs if c.id in ("media", "referral")), Decimal(0))
    extra = (grows * Decimal(str(round(factor - 1.0, 4)))).quantize(Decimal("0.01"))
    return Money(extra, plan.settled.purse.currency)


def _binds(factor: float, binding: str, plan: Plan, words: Dictionary) -> Iterator[str]:
    """Audience and seats as the odds found them; the hours of the recruiting weeks; the budget."""
    spoken = plan.settled.language
    if binding in ("audience", "seats"):
        yield words.say(f"needs.binds_{binding}")
    extra = _greeting(plan) * (factor - 1.0)
    window = plan.schedule.windows["recruit"]
    weeks = {load.week for load in plan.measures.loads if load.week <= window.last}
    spare = sum(max(0.0, one.free - one.minutes) for one in plan.measures.loads if one.week in weeks)
    if extra > spare:
        yield words.say("needs.binds_hours", short=hours(extra - spare, spoken))
    limit = plan.settled.purse.total
    if limit is not None and limit.currency == plan.settled.purse.currency:
        over = total((cash(plan), _more(plan, factor)), limit.currency).amount - limit.amount
        if over > 0:
            yield words.say("needs.binds_budget", short=money(Money(over, limit.currency), spoken))
