"""The tables of money and prizes."""

from collections.abc import Iterator
from decimal import Decimal

from groupplan.export.desk import Desk, cash, whole
from groupplan.export.plain import one_line, plain
from groupplan.model.measures import Cost
from groupplan.model.money import Money, total
from groupplan.model.prizes import copies
from groupplan.model.seams import dotted
from groupplan.model.tables import Row


def budget(desk: Desk) -> Iterator[Row]:
    """The lines, what they come to, what is left; the team's own hours stand apart."""
    plan, purse = desk.plan, desk.plan.settled.purse
    paid = [cost for cost in plan.measures.costs if cost.id != "labour"]
    for number, cost in enumerate(paid, 1):
        yield _line(cost, number, "line", desk)
    spent = total((cost.amount for cost in paid), purse.currency)
    if paid:
        yield _sum("cash", spent, desk)
    if purse.total:
        yield _sum("total", purse.total, desk)
        if purse.total.currency == purse.currency:
            yield _sum("left", Money(purse.total.amount - spent.amount, purse.currency), desk)
    for cost in plan.measures.costs:
        if cost.id == "labour":
            yield _line(cost, 1, "apart", desk)


def _line(cost: Cost, number: int, sort: str, desk: Desk) -> Row:
    name = desk.name("rewards", cost.name) if cost.id == "reward" and cost.name else one_line(cost.name)
    label = desk.words.say(f"cost.{cost.id}")
    return (
        cost.id if sort == "apart" else f"{cost.id}-{number}",
        dotted((label, name), desk.words.language),
        sort,
        whole(round(cost.count, 2)) if cost.unit else None,
        cash(cost.unit),
        cash(cost.amount),
        cost.amount.currency or desk.plan.settled.purse.currency,
    )


def _sum(id_: str, money: Money, desk: Desk) -> Row:
    currency = money.currency or desk.plan.settled.purse.currency
    return id_, desk.words.say(f"cost.{id_}"), "sum", None, None, cash(money), currency


def rewards(desk: Desk) -> Iterator[Row]:
    """The prizes of the brief, then those of playbooks."""
    settled = desk.plan.settled
    for prize in settled.rewards:
        value, currency = _worth(prize.value, desk)
        name, claim = one_line(prize.name), plain(prize.claim)
        yield prize.id, name, prize.kind, prize.quantity, value, currency, "", claim
    named = {prize.id for prize in settled.rewards}
    for piece in desk.plan.outline.rewards:
        if piece.item.id not in named:
            value, currency = _worth(piece.item.value, desk)
            kind = piece.item.kind or "virtual"
            count = copies(piece.item, settled, desk.plan.forecast)
            texts = (desk.text("rewards", piece.key, field) for field in ("rule", "claim"))
            yield piece.key, desk.name("rewards", piece.key), kind, count, value, currency, *texts


def _worth(money: Money | None, desk: Desk) -> tuple[Decimal | None, str]:
    """What one prize costs; nothing for one that costs nothing."""
    if money is None or not money.amount:
        return None, ""
    return cash(money), money.currency or desk.plan.settled.purse.currency
