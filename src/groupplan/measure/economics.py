"""Margins, break-even, cost per member kept and per paying member. Nothing is divided by nothing."""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal

from groupplan.measure.money import counted_once
from groupplan.model.economics import Amounts, Economy, Head, Margin, Payout
from groupplan.model.estimate import NOTHING, Estimate, exactly
from groupplan.model.forecast import Forecast
from groupplan.model.measures import Cost
from groupplan.model.money import Money, to_cents, total
from groupplan.model.settled import Settled


def economy(
    settled: Settled, forecast: Forecast, costs: Sequence[Cost], payouts: Sequence[Payout]
) -> Economy:
    """What the plan costs per head, and what has to be sold to pay for it."""
    coin = settled.purse.currency
    spent = total((cost.amount for cost in costs if cost.id != "labour"), coin)
    labour = total((cost.amount for cost in costs if cost.id == "labour"), coin)
    more = sum(
        (
            one.worst.amount - one.unit.times(_given(one)).amount
            for one in payouts
            if one.unit.currency == coin
        ),
        Decimal(0),
    )
    cautious = Money(spent.amount + more, coin)
    heads = tuple(_head(name, people, spent, cautious, labour) for name, people in _people(settled, forecast))
    whole = Money(spent.amount + labour.amount, coin)
    margins = tuple(_margins(settled, forecast, whole))
    return Economy(spent, cautious, labour, tuple(payouts), margins, heads, counted_once(settled))


def _given(payout: Payout) -> int:
    return min(payout.expected, payout.cap) if payout.cap else payout.expected


def _people(settled: Settled, forecast: Forecast) -> Iterator[tuple[str, Estimate]]:
    """Members still there after thirty days; those who pay, where anything is for sale."""
    members = forecast.joins + exactly(settled.members_now)
    yield "kept", members * settled.rates["retained_d30"].value
    paying = forecast.people("paying")
    if settled.offers and paying is not None:
        yield "paying", paying


def _head(name: str, people: Estimate, spent: Money, cautious: Money, labour: Money) -> Head:
    """Low: the expected money over the most people; high: the cautious money over the fewest."""
    return Head(
        name,
        people,
        _each(people, spent, cautious),
        _each(people, _add(spent, labour), _add(cautious, labour)),
    )


def _add(one: Money, other: Money) -> Money:
    return Money(one.amount + other.amount, one.currency)


def _each(people: Estimate, likely: Money, cautious: Money) -> Amounts:
    return Amounts(_per(likely, people.high), _per(likely, people.likely), _per(cautious, people.low))


def _per(money: Money, people: float) -> Money | None:
    """Money for each of so many people; fewer than one of them is nobody."""
    return Money(to_cents(money.amount / Decimal(str(people))), money.currency) if people >= 1 else None


def _margins(settled: Settled, forecast: Forecast, whole: Money) -> Iterator[Margin]:
    """One row for each price in the plan's currency; without a cost in the brief, left is what comes in."""
    if settled.fee and settled.fee.currency == whole.currency and settled.fee.amount:
        yield _margin("", "", settled.fee, NOTHING, None, forecast.joins, whole)
    for offer in settled.offers:
        if offer.price is None or offer.price.currency != whole.currency or not offer.price.amount:
            continue
        if offer.cost is None or offer.cost.currency == whole.currency:
            buyers = _buyers(forecast.people("paying"), offer.limit)
            refund = offer.refund_rate or NOTHING
            yield _margin(offer.id, offer.name, offer.price, refund, offer.cost, buyers, whole)


def _buyers(paying: Estimate | None, limit: int | None) -> Estimate | None:
    if paying is None or limit is None:
        return paying
    return Estimate(min(paying.low, limit), min(paying.likely, limit), min(paying.high, limit))


def _margin(
    offer: str,
    name: str,
    price: Money,
    refund: Estimate,
    cost: Money | None,
    buyers: Estimate | None,
    whole: Money,
) -> Margin:
    unit = cost or Money(Decimal(0), price.currency)
    low, likely, high = (left(price, rate, unit) for rate in (refund.high, refund.likely, refund.low))
    even = (_sales(whole, high), _sales(whole, likely), _sales(whole, low))
    return Margin(offer, name, price, refund, cost, Amounts(low, likely, high), buyers, even)


def left(price: Money, refunded: float, cost: Money) -> Money:
    """What one sale leaves: the price less the share refunded, less the cost."""
    kept = price.times(1 - Decimal(str(refunded)))
    return Money(kept.amount - cost.amount, price.currency)


def _sales(whole: Money, margin: Money) -> int | None:
    """How many sales pay for the whole plan; None where each sale loses money."""
    return math.ceil(whole.amount / margin.amount) if margin.amount > 0 else None
