"""15 Budget: what rewards come to, what one sale leaves, what one member costs."""

from collections.abc import Iterator

from groupplan.model.document import Block, Part, Prose, Table
from groupplan.model.economics import Amounts, Head, Margin, Payout
from groupplan.model.formats import day, money, number, percent, spread
from groupplan.model.plan import Plan
from groupplan.render.steps import kept
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> Iterator[Block]:
    """Payouts, margins, cost per head."""
    found = plan.measures.economy
    if found.counted_once is not None:
        single = money(found.counted_once, plan.settled.language)
        line = money(plan.settled.purse.tools, plan.settled.language)
        key = "money.counted_once_same" if single == line else "money.counted_once"
        yield Prose(words.say(key, single=single, line=line))
    if found.payouts:
        yield Part(words.say("money.payouts"), tuple(_payouts(plan, words)), "payouts")
    if found.margins:
        rows = tuple(_margin(one, plan, words) for one in found.margins)
        sums = {"whole": found.whole, "spent": found.spent, "labour": found.labour}
        said = {name: money(amount, plan.settled.language) for name, amount in sums.items()}
        note = Prose(words.say("money.margins_note", **said))
        yield Part(
            words.say("money.margins"),
            (Table("margins", words.heads("money.margins_head"), rows), note),
            "margins",
        )
    heads = tuple(one for one in found.heads if one.id != "kept" or kept(plan))
    if found.whole.amount and heads:
        yield Part(words.say("money.heads"), tuple(_heads(heads, plan, words)), "cost-per-member")


def _payouts(plan: Plan, words: Dictionary) -> Iterator[Block]:
    found, spoken = plan.measures.economy, plan.settled.language
    rows = tuple(_payout(one, plan, words) for one in found.payouts)
    yield Table("payouts", words.heads("money.payouts_head"), rows)
    window = plan.schedule.windows["refer"]
    if plan.settled.referral:
        gaps = {"first": day(window.first, spoken), "last": day(window.last, spoken), "days": window.days}
        onward = plan.settled.guests_next_round
        yield Prose(words.say("money.payouts_next_round" if onward else "money.payouts_note", **gaps))
    if found.cautious != found.spent:
        sums = {"spent": money(found.spent, spoken), "cautious": money(found.cautious, spoken)}
        yield Prose(words.say("money.cautious", **sums))


def _payout(one: Payout, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    closing = "—"
    if one.closed_by and one.closed_on:
        task = plan.worded.text("tasks", one.closed_by, "name") or one.closed_by
        closing = words.say("money.closed", task=task, day=day(one.closed_on, spoken))
    elif one.runs_out:
        closing = words.say("money.not_closed")
    return (
        one.name or words.say("budget.referral"),
        money(one.unit, spoken) if one.unit.amount else "—",
        number(one.expected),
        number(one.cautious),
        number(one.cap) if one.cap else words.say("money.no_cap"),
        day(one.runs_out, spoken) if one.runs_out else words.say("money.lasts"),
        closing,
    )


def _margin(one: Margin, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    return (
        one.name or words.say("money.fee"),
        money(one.price, spoken),
        _refunds(one, plan, words) if one.refund.high else "—",
        money(one.cost, spoken) if one.cost else words.say("money.no_cost"),
        _range(one.left, spoken, words),
        _sales(one, words),
        words.bracketed(spread(one.buyers)) if one.buyers else "—",
    )


def _refunds(one: Margin, plan: Plan, words: Dictionary) -> str:
    amount = money(one.price.times(one.refunded), plan.settled.language)
    return words.say("money.refunds", rate=percent(one.refund), count=number(one.refunded), amount=amount)


def _sales(one: Margin, words: Dictionary) -> str:
    best, likely, worst = one.break_even
    if likely is None:
        return words.say("money.never")
    if best == likely == worst:
        return number(likely)
    end = number(worst) if worst is not None else words.say("money.never")
    return words.bracketed(f"{number(likely)} ({number(best)}–{end})")


def _heads(heads: tuple[Head, ...], plan: Plan, words: Dictionary) -> Iterator[Block]:
    found, spoken = plan.measures.economy, plan.settled.language
    rows = tuple(_head(one, plan, words) for one in heads)
    yield Table("cost-per-member", words.heads("money.heads_head"), rows)
    rate = percent(plan.settled.rates["retained_d30"].value)
    sums = {"spent": money(found.spent, spoken), "cautious": money(found.cautious, spoken)}
    note = words.say("money.heads_note", labour=money(found.labour, spoken), **sums)
    yield Prose(note + (words.say("money.heads_kept", rate=rate) if kept(plan) else ""))


def _head(one: Head, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    labour = plan.measures.economy.labour.amount
    whole = _range(one.whole, spoken, words) if labour else "—"
    people = words.bracketed(spread(one.people))
    return words.say(f"money.{one.id}"), people, _range(one.cash, spoken, words), whole


def _range(found: Amounts, spoken: str, words: Dictionary) -> str:
    if found.likely is None:
        return words.say("money.nobody")
    if found.low == found.likely == found.high:
        return money(found.likely, spoken)
    low, high = (money(end, spoken) if end else words.say("money.open") for end in (found.low, found.high))
    return words.bracketed(f"{money(found.likely, spoken)} ({low}–{high})")
