"""Rules, rhythm, money, tools, own dates."""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from groupplan.model.brief import Brief
from groupplan.model.choices import ADS_RULES, INVITE_RULES, POSTS
from groupplan.model.clockspan import clockspan
from groupplan.model.money import Money
from groupplan.model.operation import Calendar, Rules
from groupplan.model.operation import Tool as GivenTool
from groupplan.model.scalars import clock, plain
from groupplan.model.settled import HouseRules, Offer, Tool
from groupplan.settle.lookup import Lookup
from groupplan.settle.purse import currency, purse
from groupplan.settle.spoken import language

Dates = tuple[date | None, date | None]


def house(brief: Brief, look: Lookup) -> dict[str, Any]:
    """The fields of ``Settled`` that say by which rules and with which money it runs."""
    calendar = brief.calendar or Calendar()
    if brief.budget is not None and brief.budget.currency is None:
        look.note("currency", currency(brief), "computed", route=("budget", "currency"))
    cadence, daily = _cadence(brief, look)
    return {
        "rules": _rules(brief, look),
        "cadence": cadence,
        "daily_posts": daily,
        "purse": purse(brief),
        "tools": tuple(_tool(one, currency(brief)) for one in brief.tools),
        "days_off": frozenset(calendar.days_off),
        "work_days": frozenset(calendar.work_days),
    }


def _rules(brief: Brief, look: Lookup) -> HouseRules:
    given = brief.rules or Rules()
    spoken = language(brief)
    if given.invite is None:
        look.note("invite", INVITE_RULES.label("approval", spoken), "computed", route=("rules", "invite"))
    if given.ads is None:
        look.note("ads", ADS_RULES.label("none", spoken), "computed", route=("rules", "ads"))
    quiet = given.quiet or (look.default("quiet", clockspan, ("rules", "quiet")),)
    return HouseRules(given.invite or "approval", given.ads or "none", quiet, given.on_topic)


def _cadence(brief: Brief, look: Lookup) -> tuple[dict[str, time], frozenset[str]]:
    given = {post.what: post.at for post in brief.cadence.daily_posts} if brief.cadence else {}
    if brief.cadence:
        daily = frozenset(given)
    else:
        words = look.default("daily_posts", lambda value: tuple(plain(value).split()))
        daily = frozenset(word for word in words if word in POSTS)
    times = {}
    for post in POSTS:
        silent = post not in daily
        times[post] = given.get(post) or (time(12) if silent else look.default(f"{post}_time", clock))
    return times, daily


def _tool(given: GivenTool, coin: str) -> Tool:
    cost = given.cost.within(coin) if given.cost else Money(Decimal(0), coin)
    return Tool(given.name, given.class_ or "official", cost, given.approved_by or "")


def windows(brief: Brief, offers: Sequence[Offer], *, ongoing: bool) -> dict[str, Dates]:
    """The stage windows that are not the default; an ongoing group converts while it has offers."""
    found: dict[str, Dates] = {}
    if ongoing and offers:
        found["convert"] = (min(offer.first for offer in offers), max(offer.last for offer in offers))
    if brief.stages:
        for name in type(brief.stages).model_fields:
            dates = getattr(brief.stages, name)
            if dates:
                first, last = found.get(name, (None, None))
                found[name] = (dates.from_ or first, dates.to or last)
    return found
