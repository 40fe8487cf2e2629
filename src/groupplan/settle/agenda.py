"""Goals, lessons, events, offers, referral and rewards, with their defaults."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from groupplan.model import campaign as written
from groupplan.model.brief import Brief
from groupplan.model.choices import METRICS, REWARD_BASES
from groupplan.model.money import Money
from groupplan.model.scalars import minutes
from groupplan.model.settled import Goal, Offer, Prize, Referral, Session
from groupplan.model.windows import default_windows
from groupplan.settle.lookup import Lookup
from groupplan.settle.purse import currency
from groupplan.settle.spoken import language

OFFER_DAYS = 7
CHANCE = 0.8
"""How sure a goal must be where the brief does not say."""


def agenda(brief: Brief, look: Lookup, opens: date, closes: date, *, ongoing: bool) -> dict[str, Any]:
    """The fields of ``Settled`` that say what happens and what is offered."""
    window = default_windows(opens, closes, ongoing=ongoing)["convert"]
    return {
        "lessons": tuple(_lesson(one, look) for one in brief.lessons),
        "events": tuple(_event(one, look) for one in brief.events),
        "offers": tuple(_offer(one, window.first, closes, brief, look) for one in brief.offers),
        "referral": _referral(brief, look),
        "rewards": tuple(_prize(one, currency(brief)) for one in brief.rewards),
    }


def _lesson(given: written.Lesson, look: Lookup) -> Session:
    return Session(
        id=given.id,
        title=given.title,
        at=given.at,
        minutes=given.minutes or look.default("lesson_minutes", minutes),
        guest=given.guest or "",
        form=given.form or "online",
        school_subject=given.school_subject or False,
    )


def _event(given: written.Event, look: Lookup) -> Session:
    length = given.minutes or look.default("event_minutes", minutes)
    return Session(
        id=given.id,
        title=given.title,
        at=given.at,
        minutes=length,
        place=given.place or "",
        aim=given.aim or "",
        form=given.form or "online",
        seats=given.seats or 0,
    )


def _offer(given: written.Offer, first: date, last: date, brief: Brief, look: Lookup) -> Offer:
    begin = given.from_ or min(first, given.to or first)
    end = given.to or max(begin, min(last, begin + timedelta(days=OFFER_DAYS - 1)))
    route = ("offers", brief.offers.index(given))
    if given.from_ is None or given.to is None:
        look.note("offer_dates", f"{given.name}: {begin} – {end}", "computed", route=route)
    return Offer(
        id=given.id,
        name=given.name,
        price=given.price.within(currency(brief)) if given.price else None,
        first=begin,
        last=end,
        limit=given.limit,
        mechanism=given.mechanism or "discount",
        cost=given.cost.within(currency(brief)) if given.cost else None,
        refund_rate=given.refund_rate,
    )


def _referral(brief: Brief, look: Lookup) -> Referral | None:
    given = brief.referral
    if given is None:
        return None
    coin = currency(brief)
    value = given.value.within(coin) if given.value else Money(Decimal(0), coin)
    if given.reward_for is None:
        said = REWARD_BASES.label("attendance", language(brief))
        look.note("reward_for", said, "computed", route=("referral", "reward_for"))
    basis = given.reward_for or "attendance"
    return Referral(basis, given.reward or "", given.cap or 0, value, given.levels or 1)


def _prize(given: written.Reward, coin: str) -> Prize:
    value = given.value.within(coin) if given.value else Money(Decimal(0), coin)
    return Prize(
        id=given.id,
        name=given.name,
        kind=given.kind or "virtual",
        value=value,
        quantity=given.quantity or 1,
        claim=given.claim or "",
        draw=given.draw or False,
        changed=given.changed,
    )


def goals(brief: Brief) -> tuple[Goal, ...]:
    """The goals; a single one is the primary goal without saying so."""
    alone = len(brief.goals) == 1
    return tuple(_goal(one, alone, language(brief)) for one in brief.goals)


def _goal(given: written.Goal, alone: bool, spoken: str) -> Goal:
    guard = given.guardrail
    return Goal(
        id=given.id,
        metric=given.metric,
        name=given.name or METRICS.label(given.metric, spoken),
        baseline=given.baseline,
        target=given.target,
        deadline=given.deadline,
        source=given.source or "",
        owner=given.owner or "",
        reason=given.reason or "",
        relieves=given.relieves or "",
        primary=alone if given.primary is None else given.primary,
        guardrail=(guard.metric, guard.max) if guard else None,
        chance=CHANCE if given.chance is None else given.chance,
    )
