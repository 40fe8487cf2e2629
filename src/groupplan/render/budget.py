"""15 Budget and rewards."""

from groupplan.model.choices import REWARD_KINDS
from groupplan.model.document import Block, Part, Prose, Table, Words
from groupplan.model.formats import day, ends, money, number
from groupplan.model.measures import Cost
from groupplan.model.plan import Plan
from groupplan.model.prizes import copies
from groupplan.model.seams import dotted
from groupplan.render import economy
from groupplan.render.common import guides, table
from groupplan.render.money import cash
from groupplan.render.words import Dictionary

_FREE = ("honour", "virtual")
"""What costs nothing to give: with no number stated, everyone who qualifies gets it."""


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The lines, the sums, the prizes with their rules."""
    found: list[Block] = [*_lines(plan, words), *economy.blocks(plan, words)]
    rewards = table("rewards", words.heads("budget.rewards_head"), _rewards(plan, words))
    if rewards:
        found.append(
            Part(words.say("budget.rewards"), (*rewards, Prose(words.say("budget.rewards_note"))), "rewards")
        )
        found.append(Part(words.say("prize.title"), (_notice(plan, words),), "prize-notice"))
    return (*found, *guides(plan, "budget"))


def _lines(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    spoken, purse = plan.settled.language, plan.settled.purse
    if not plan.measures.costs:
        return (Prose(words.say("budget.nothing")),)
    rows = [_line(cost, plan, words) for cost in plan.measures.costs if cost.id != "labour"]
    spent = cash(plan)
    rows.append((words.say("budget.cash"), "", money(spent, spoken)))
    if purse.total:
        rows.append((words.say("budget.total"), "", money(purse.total, spoken)))
        if purse.total.currency == purse.currency:
            left = type(spent)(purse.total.amount - spent.amount, purse.currency)
            rows.append((words.say("budget.left"), "", money(left, spoken)))
    labour = [_line(cost, plan, words) for cost in plan.measures.costs if cost.id == "labour"]
    notes = [Prose(words.say("budget.labour_note"))] if labour else []
    return (Table("budget", words.heads("budget.head"), (*rows, *labour)), *notes)


def _line(cost: Cost, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    name = cost.name
    if cost.id == "reward":
        name = plan.worded.text("rewards", cost.name, "name") or cost.name
    how = "—"
    if cost.unit:
        how = words.say(f"budget.{cost.id}_how", count=number(cost.count), unit=money(cost.unit, spoken))
    label = words.say(f"budget.{cost.id}")
    return dotted((label, name), spoken), how, money(cost.amount, spoken)


def _notice(plan: Plan, words: Dictionary) -> Words:
    """What members read about the prizes, ready to send (M313, F079)."""
    spoken = plan.settled.language
    lines = [words.say("prize.lead", name=plan.settled.name)]
    for number_, (name, kind, count, _, rule, claim) in enumerate(_rewards(plan, words), 1):
        how = "" if rule == words.say("budget.see_claim") else rule
        key = "prize.line_all" if count == words.say("budget.everyone") else "prize.line"
        told = words.say(key, number=number_, name=name, kind=kind, count=count)
        lines.append("\n".join(part for part in (told, how, words.say("prize.claim", claim=claim)) if part))
    referral = plan.settled.referral
    if referral and referral.reward and referral.reward_for != "forwarding":
        key = "prize.referral" if referral.cap else "prize.referral_open"
        gaps = {"number": len(lines), "reward": referral.reward, "cap": number(referral.cap)}
        lines.append(words.say(key, **gaps))
    opens, closes = ends(plan.settled.opens, plan.settled.closes, spoken, year=True)
    lines.append(words.say("prize.foot", opens=opens, closes=closes))
    text = "\n\n".join(lines)
    when = words.say("prize.when", day=day(plan.settled.opens, spoken))
    return Words(when, text, words.say("scripts.length", length=number(len(text))))


def _rewards(plan: Plan, words: Dictionary) -> list[tuple[str, ...]]:
    spoken = plan.settled.language
    rows: list[tuple[str, ...]] = []
    for prize in plan.settled.rewards:
        value = money(prize.value, spoken) if prize.value.amount else "—"
        kind = REWARD_KINDS.label(prize.kind, spoken)
        rows.append(
            (prize.name, kind, str(prize.quantity), value, words.say("budget.see_claim"), prize.claim or "—")
        )
    named = {prize.id for prize in plan.settled.rewards}
    for piece in plan.outline.rewards:
        if piece.item.id in named:
            continue
        text = plan.worded.text
        kind_ = piece.item.kind or "virtual"
        kind = REWARD_KINDS.label(kind_, spoken)
        worth = piece.item.value
        value = money(worth.within(plan.settled.purse.currency), spoken) if worth else "—"
        texts = [text("rewards", piece.key, field) for field in ("name", "rule", "claim")]
        open_to_all = piece.item.quantity is None and worth is None and kind_ in _FREE
        many = number(copies(piece.item, plan.settled, plan.forecast))
        count = words.say("budget.everyone") if open_to_all else many
        rows.append((texts[0], kind, count, value, texts[1], texts[2]))
    return rows
