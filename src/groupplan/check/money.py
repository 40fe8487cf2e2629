"""GP7xx: budget, prices and tools."""

from collections.abc import Iterator
from decimal import Decimal

from groupplan.check.pupils import for_pupils
from groupplan.check.rule import rule
from groupplan.model.choices import TOOL_CLASSES
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import money
from groupplan.model.money import Money, total
from groupplan.model.plan import Plan
from groupplan.model.source import Route

PREPAID = Money(Decimal(5000), "CNY")
"""The most that pupils may be asked to pay in advance (F098)."""


@rule("GP701", Severity.ERROR, basis=("M314", "M371", "K58"))
def over_budget(plan: Plan) -> Iterator[Finding]:
    """Tools, media and rewards cost more than there is; own hours are not paid from the budget."""
    purse, language = plan.settled.purse, plan.settled.language
    if purse.total is None:
        return
    cash = total((c.amount for c in plan.measures.costs if c.id != "labour"), purse.currency)
    if cash.amount > purse.total.amount:
        gaps = {"cash": money(cash, language), "total": money(purse.total, language)}
        yield Finding(plan.origin("budget", "total"), say("over-budget", **gaps))


@rule("GP707", Severity.WARNING, basis=("F098",))
def prepayment_too_high(plan: Plan) -> Iterator[Finding]:
    """Pupils are asked for more in advance than the rules of their country let anybody take."""
    if not for_pupils(plan):
        return
    language = plan.settled.language
    for route, price in _prices(plan):
        if price.currency == PREPAID.currency and price.amount > PREPAID.amount:
            gaps = {"price": money(price, language), "most": money(PREPAID, language)}
            yield Finding(plan.origin(*route), say("prepayment-too-high", **gaps))


def _prices(plan: Plan) -> Iterator[tuple[Route, Money]]:
    coin = plan.settled.purse.currency
    if plan.brief.entry and plan.brief.entry.fee:
        yield ("entry", "fee"), plan.brief.entry.fee.within(coin)
    for index, offer in enumerate(plan.brief.offers):
        if offer.price:
            yield ("offers", index, "price"), offer.price.within(coin)


@rule("GP708", Severity.WARNING, basis=("M371", "M362", "K68"))
def tool_without_cost(plan: Plan) -> Iterator[Finding]:
    """A tool from outside the platform has a line of cost, were it nothing."""
    for index, tool in enumerate(plan.brief.tools):
        if tool.class_ in ("partner", "unofficial") and tool.cost is None:
            sort = TOOL_CLASSES.both(tool.class_)
            words = say("tool-without-cost", tool=tool.name, sort_zh=sort.zh, sort_en=sort.en)
            yield Finding(plan.origin("tools", index), words)
