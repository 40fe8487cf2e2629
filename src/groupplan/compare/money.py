"""The money: in all and line by line, own hours, what one member costs."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from groupplan.compare.drawn import accidental
from groupplan.compare.making import beside, change
from groupplan.model.comparison import Change, Growth, Term
from groupplan.model.measures import Cost
from groupplan.model.money import Money, total
from groupplan.model.plan import Plan

SMALL = 100
"""One part in so many of a sum is no news."""


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """What is spent first; own hours are no part of it."""
    yield from _sum("spent", 8, _cash(old), _cash(new))
    yield from _lines(old, new)
    yield from _budget(old, new)
    yield from _sum("cautious", 3, old.measures.economy.cautious, new.measures.economy.cautious)
    yield from _sum("labour", 3, old.measures.economy.labour, new.measures.economy.labour)
    yield from _heads(old, new)


def _cash(plan: Plan) -> Money:
    lines = (cost.amount for cost in plan.measures.costs if cost.id != "labour")
    return total(lines, plan.settled.purse.currency)


def _sum(kind: str, weight: int, was: Money, now: Money, **gaps: Any) -> Iterator[Change]:
    """Other currencies are set side by side, never subtracted."""
    if was == now or (not was.amount and not now.amount):
        return
    if was.currency == now.currency:
        more = Growth(Money(now.amount - was.amount, now.currency))
        small = abs(now.amount - was.amount) * SMALL < abs(was.amount)
        yield change("money", kind, min(weight, 4) if small else weight, was, now, by=more, **gaps)
    else:
        yield change("money", f"{kind}-currency", weight, was, now, **gaps)


def _lines(old: Plan, new: Plan) -> Iterator[Change]:
    nothing = Decimal(0)
    for _, was, now in beside(_numbered(old), _numbered(new), lambda pair: pair[0]):
        one = (now or was or ("", None))[1]
        if one is None or one.id == "labour":
            continue
        currency = one.amount.currency
        before = was[1].amount if was else Money(nothing, currency)
        after = now[1].amount if now else Money(nothing, currency)
        name = _name(one, old, new)
        kind = "line-named" if name else "line"
        yield from _sum(kind, 3, before, after, line=Term(f"budget.{one.id}", one.id), name=name or None)


def _numbered(plan: Plan) -> list[tuple[str, Cost]]:
    """Lines by sort and name; equal ones by their order."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for cost in plan.measures.costs:
        key = cost.id, cost.name
        found.append((f"{cost.id}\0{cost.name}\0{seen[key]}", cost))
        seen[key] += 1
    return found


def _name(cost: Cost, old: Plan, new: Plan) -> str:
    """What a line is for, in brackets before a colon; a reward by its name."""
    texts = (plan.worded.text("rewards", cost.name, "name") for plan in (new, old))
    return next((text for text in texts if text), cost.name) if cost.id == "reward" else cost.name


def _budget(old: Plan, new: Plan) -> Iterator[Change]:
    was, now = old.settled.purse.total, new.settled.purse.total
    if was and now:
        yield from _sum("budget", 6, was, now)
    if now and was != now and now.currency == new.settled.purse.currency:
        over = _cash(new).amount - now.amount
        if over > 0:
            yield change("money", "over-budget", 7, None, Money(over, now.currency))


def _heads(old: Plan, new: Plan) -> Iterator[Change]:
    """What one member costs, unless only the draws gave more or fewer of them."""
    spent = old.measures.economy.spent, new.measures.economy.spent
    for name, was, now in beside(old.measures.economy.heads, new.measures.economy.heads, lambda one: one.id):
        if was is None or now is None:
            continue
        if spent[0] == spent[1] and accidental(was.people, now.people, old, new):
            continue
        before, after = was.cash.likely, now.cash.likely
        if before and after:
            yield from _sum(f"head-{name}", 4, before, after)
