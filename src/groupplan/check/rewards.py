"""GP70x: prizes and rewards for bringing people."""

from collections.abc import Iterator
from decimal import Decimal

from groupplan.check.graded import graded
from groupplan.check.rule import rule
from groupplan.check.seen import seen
from groupplan.model.campaign import Reward
from groupplan.model.choices import REWARD_KINDS
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import money
from groupplan.model.lexicon import CASH_OR_GOODS, DRAWN
from groupplan.model.money import Money
from groupplan.model.plan import Plan

MATERIAL = ("cash", "goods")
DRAW = Money(Decimal(50000), "CNY")
"""The highest prize of a draw (F077)."""
LEVELS = 2
"""Levels of invitation a sales scheme may pay for (F072)."""
BOUND = ("wechat", "wecom")
"""Platforms that close accounts over a third level."""


@rule("GP702", Severity.WARNING, basis=("M191", "M192", "K41"))
def reward_form(plan: Plan) -> Iterator[Finding]:
    """Virtual rewards come first; one in cash or goods says what it costs and how many there are."""
    for index, prize in enumerate(plan.brief.rewards):
        if prize.kind in MATERIAL:
            lack = _lacking({"value": prize.value, "quantity": prize.quantity})
            if lack:
                kind = REWARD_KINDS.both(prize.kind)
                gaps = {"name": prize.name, "kind_zh": kind.zh, "kind_en": kind.en, "fields": lack}
                yield Finding(plan.origin("rewards", index), say("reward-form", **gaps))
    referral = plan.brief.referral
    word = _word(referral.reward or "", CASH_OR_GOODS) if referral else None
    if referral and word:
        lack = _lacking({"value": referral.value, "cap": referral.cap})
        if lack:
            words = say("referral-reward-form", word=word, fields=lack)
            yield Finding(plan.origin("referral", "reward"), words)


def _lacking(given: dict[str, object]) -> str:
    return ", ".join(name for name, value in given.items() if value is None)


def _word(text: str, words: tuple[str, ...]) -> str | None:
    said = text.lower()
    return next((word for word in words if word in said), None)


@rule("GP703", Severity.WARNING, basis=("F077", "F078"))
def prize_above_cap(plan: Plan) -> Iterator[Finding]:
    """A prize drawn by lot is worth more than a draw may give away in China."""
    settled = plan.settled
    for index, prize in enumerate(plan.brief.rewards if settled.country == "CN" else ()):
        value = prize.value.within(settled.purse.currency) if prize.value else None
        if value and value.currency == DRAW.currency and value.amount > DRAW.amount and _drawn(prize):
            gaps = {"value": money(value, settled.language), "most": money(DRAW, settled.language)}
            words = say("prize-above-cap", name=prize.name, **gaps)
            yield Finding(plan.origin("rewards", index, "value"), words)


def _drawn(prize: Reward) -> bool:
    """As the brief says; where it is silent, by the words of the prize."""
    if prize.draw is None:
        return _word(f"{prize.name} {prize.claim or ''}", DRAWN) is not None
    return prize.draw


@rule("GP704", Severity.WARNING, basis=("M313", "K59"))
def prize_rule_incomplete(plan: Plan) -> Iterator[Finding]:
    """A prize says how many there are, what one costs and how it is claimed."""
    for index, prize in enumerate(plan.brief.rewards):
        asked: dict[str, object] = {"claim": prize.claim}
        if prize.kind not in MATERIAL:
            asked["quantity"] = prize.quantity
            asked["value"] = prize.value if prize.kind != "honour" else ""
        lack = _lacking(asked)
        if lack:
            words = say("prize-rule-incomplete", name=prize.name, fields=lack)
            yield Finding(plan.origin("rewards", index), words)


@rule("GP705", Severity.WARNING, basis=("F081",))
def reward_changed_after_start(plan: Plan) -> Iterator[Finding]:
    """The terms of a prize were changed when people were already at it."""
    opens = plan.settled.opens
    for index, prize in enumerate(plan.brief.rewards):
        if prize.changed and prize.changed > opens:
            gaps = {"name": prize.name, "changed": prize.changed, "opens": opens}
            yield Finding(
                plan.origin("rewards", index, "changed"),
                say("reward-changed-after-start", **gaps),
                related=(plan.origin("opens"),),
            )


@graded("GP706", basis=("F072", "F073", "F074", "M180"))
def too_many_reward_levels(plan: Plan) -> Iterator[Finding]:
    """Bringing people pays on more than two levels, or pays for recruiting recruiters."""
    referral = plan.brief.referral
    if referral and referral.levels and referral.levels > LEVELS:
        level = Severity.ERROR if plan.settled.platform in BOUND else Severity.WARNING
        words = say("too-many-reward-levels", levels=referral.levels, most=LEVELS)
        yield Finding(plan.origin("referral", "levels"), words, severity=level)
    for origin, gaps in seen(plan, "levels"):
        yield Finding(origin, say("multi-level-recruiting", **gaps))
