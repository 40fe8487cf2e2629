"""GP70x and GP71x: what one sale leaves, rewards that run out, money in two currencies."""

from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import money, percent
from groupplan.model.money import Money
from groupplan.model.plan import Plan
from groupplan.model.source import Route

FAR = 1.5
"""A cap that the cautious figure passes by half is no reserve any more."""


@rule("GP709", Severity.WARNING, basis=("M355", "M371"))
def offer_below_cost(plan: Plan) -> Iterator[Finding]:
    """What is left of a price after refunds does not pay for the thing sold."""
    language, offers = plan.settled.language, plan.settled.offers
    for margin in plan.measures.economy.margins:
        left = margin.left.likely
        if margin.cost is None or left is None or left.amount >= 0:
            continue
        index = next(place for place, offer in enumerate(offers) if offer.id == margin.offer)
        gaps = {
            "offer": margin.name,
            "price": money(margin.price, language),
            "refund": percent(margin.refund.likely),
            "cost": money(margin.cost, language),
            "loss": money(Money(-left.amount, left.currency), language),
        }
        where = plan.origin(*plan.settled.written(("offers", index, "price")))
        yield Finding(where, say("offer-below-cost", **gaps))


@rule("GP710", Severity.WARNING, basis=("M192", "M313", "M314"))
def rewards_run_out(plan: Plan) -> Iterator[Finding]:
    """More rewards are earned than there are, well before the referral stage ends."""
    if plan.forecast.joins_from == "size":
        return
    for one in plan.measures.economy.payouts:
        short = one.expected > one.cap or one.cautious > FAR * one.cap
        if not one.cap or not one.unit.amount or one.runs_out is None or not short:
            continue
        gaps = {"expected": one.expected, "cautious": one.cautious, "cap": one.cap, "day": one.runs_out}
        where = plan.origin("referral", "cap")
        if one.closed_by:
            task = plan.worded.text("tasks", one.closed_by, "name") or one.closed_by
            yield Finding(where, say("rewards-run-out", task=task, told=one.closed_on, **gaps))
        else:
            yield Finding(where, say("rewards-run-out-untold", **gaps))


@rule("GP711", Severity.ERROR, basis=("M314", "M371"))
def currencies_mixed(plan: Plan) -> Iterator[Finding]:
    """An amount in another currency than the budget's cannot be added, and is not converted."""
    coin, language = plan.settled.purse.currency, plan.settled.language
    for route, amount in _amounts(plan):
        if amount is not None and amount.amount and amount.currency not in ("", coin):
            words = say("currencies-mixed", amount=money(amount, language), coin=coin)
            related = (plan.origin("budget", "currency"),)
            yield Finding(plan.origin(*route), words, related=related)


def _amounts(plan: Plan) -> Iterator[tuple[Route, Money | None]]:
    """Every amount that goes into the sums of the plan, by its place in the brief."""
    brief = plan.brief
    if brief.budget:
        for key in ("total", "tools", "labour_hour"):
            yield ("budget", key), getattr(brief.budget, key)
    for index, channel in enumerate(brief.channels):
        yield ("channels", index, "cost"), channel.cost
    for index, tool in enumerate(brief.tools):
        yield ("tools", index, "cost"), tool.cost
    for index, prize in enumerate(brief.rewards):
        yield ("rewards", index, "value"), prize.value
    for index, offer in enumerate(brief.offers):
        yield ("offers", index, "cost"), offer.cost
    if brief.referral:
        yield ("referral", "value"), brief.referral.value
