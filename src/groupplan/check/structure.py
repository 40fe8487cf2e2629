"""GP42x: what every plan has: rules and how they are kept, people behind the figures, a review, risks."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from groupplan.check.resting import books, resting
from groupplan.check.rule import rule
from groupplan.model.choice import Choices
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import listed
from groupplan.model.plan import Plan

ELEMENTS = 9
LADDER = Choices(
    remind=("提醒（basis 写 M116）", "reminding (basis M116)"),
    mute=("禁言（basis 写 M272）", "muting (basis M272)"),
    remove=("移出（basis 写 M275）", "removing (basis M275)"),
)
LONG = 28
AGAIN = 35
"""Days after which rules are repeated at the latest."""
RISKS = 8


@rule("GP423", Severity.WARNING, basis=("M261", "K48"))
def rules_incomplete(plan: Plan) -> Iterator[Finding]:
    """The group rules cover nine elements."""
    texts = {plan.worded.text("rules", piece.key, "element") for piece in plan.outline.rules}
    there = sorted({text.strip().casefold() for text in texts if text})
    if len(there) < ELEMENTS:
        gaps = {"there_zh": listed(there, "zh-CN") or "—", "there_en": listed(there, "en") or "—"}
        yield Finding(books(plan), say("rules-incomplete", count=len(there), needed=ELEMENTS, **gaps))


@rule("GP424", Severity.WARNING, basis=("M272", "M275", "K49"))
def penalty_ladder_missing(plan: Plan) -> Iterator[Finding]:
    """Reminding, muting and removing each have words."""
    scripts = plan.outline.scripts
    public = {p.item.script for p in plan.outline.tasks if p.item.kind != "work"}
    harder = {piece.key for piece in resting(scripts, "M272", "M275", "M259", "S07")}
    softer = (p for p in resting(scripts, "M116", "N09") if p.key not in harder)
    there = {
        "remind": any(piece.item.id not in public for piece in softer),
        "mute": "mute_member" not in plan.settled.pack.features or bool(resting(scripts, "M272")),
        "remove": bool(resting(scripts, "M275", "S07")),
    }
    missing = [LADDER.both(step) for step, found in there.items() if not found]
    if missing:
        zh, en = listed([step.zh for step in missing], "zh-CN"), listed([step.en for step in missing], "en")
        yield Finding(books(plan), say("penalty-ladder-missing", missing_zh=zh, missing_en=en))


@rule("GP425", Severity.WARNING, basis=("M259", "K51"))
def rules_never_repeated(plan: Plan) -> Iterator[Finding]:
    """Rules are posted again while the group runs, unless the platform shows them at the door."""
    settled = plan.settled
    if settled.days < LONG or "rules_screening" in settled.pack.features:
        return
    posts = (p for p in resting(plan.outline.tasks, "M259", "K51") if p.item.kind == "post")
    posted = {one.day for piece in posts for one in plan.schedule.of(piece.key)}
    again = {day for day in posted if settled.opens < day <= settled.closes}
    marks = sorted({settled.opens, settled.closes, *again})
    if not again:
        yield Finding(books(plan), say("rules-never-repeated", most=AGAIN))
        return
    first, last = max(pairwise(marks), key=lambda pair: pair[1] - pair[0])
    if last - first > timedelta(days=AGAIN):
        words = say("rules-seldom-repeated", first=first, last=last, most=AGAIN)
        yield Finding(books(plan), words)


@rule("GP427", Severity.WARNING, basis=("M327", "K62"))
def metric_without_owner(plan: Plan) -> Iterator[Finding]:
    """Somebody looks at each figure."""
    people, busy = plan.settled.people, {piece.item.duty for piece in plan.outline.tasks}
    for piece in plan.outline.metrics:
        name, duty = plan.worded.text("metrics", piece.key, "name") or piece.key, piece.item.duty
        if duty is None:
            yield Finding(piece.trace.origin, say("metric-without-duty", metric=name))
        elif plan.settled.roles and duty not in people and duty not in busy:
            title = plan.worded.text("duties", duty, "name") or duty
            words = say("metric-without-owner", metric=name, duty=title, id=duty)
            yield Finding(plan.origin("roles"), words, related=(piece.trace.origin,))


@rule("GP428", Severity.WARNING, basis=("M341", "M333", "K64"))
def review_not_dated(plan: Plan) -> Iterator[Finding]:
    """A review stands in the calendar, and one after each campaign."""
    tasks = plan.outline.tasks
    held = [piece for piece in tasks if piece.item.stage == "review" and piece.item.kind != "post"]
    pieces = [*held, *resting(tasks, "M341", "M333", "K64")]
    days = {one.day for piece in pieces for one in plan.schedule.of(piece.key)}
    last = max(days, default=None)
    if last is None or last <= plan.settled.opens:
        yield Finding(books(plan), say("review-not-dated"))
        return
    for index, group in enumerate(plan.settled.groups):
        if group.kind == "campaign" and group.closes and last < group.closes:
            words = say("campaign-without-review", group=group.name, day=group.closes, last=last)
            yield Finding(plan.origin("groups", index, "closes"), words)


@rule("GP429", Severity.WARNING, basis=("M342", "K65"))
def too_few_risks(plan: Plan) -> Iterator[Finding]:
    """At least eight things that may go wrong, each with its sign and its answer."""
    count = len(plan.outline.risks)
    if count < RISKS:
        yield Finding(books(plan), say("too-few-risks", count=count, least=RISKS))
