"""GP4xx: stages, scripts, promotion, offers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from groupplan.check.rule import place, rule
from groupplan.model.choices import FIVE_STAGES, STAGES
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import listed
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence

SOFT_BEFORE_OFFER = 2
OFFERS_MONTH = 2
STANDING = ("sponsorship",)
"""Mechanisms that stand open for good and press nobody."""


@rule("GP401", Severity.ERROR)
def unfilled_text(plan: Plan) -> Iterator[Finding]:
    """A text uses something this brief does not say."""
    for gap in plan.worded.gaps:
        if gap.slot:
            yield Finding(gap.origin, say("unfilled-text", slot=gap.slot, item=gap.item))


@rule("GP402", Severity.ERROR)
def untranslated_text(plan: Plan) -> Iterator[Finding]:
    """A text is not there in the plan's language."""
    for gap in plan.worded.gaps:
        if not gap.slot:
            words = say("untranslated-text", item=gap.item, language=plan.settled.language)
            yield Finding(gap.origin, words)


@rule("GP403", Severity.WARNING, basis=("M052", "M053", "K11"))
def stage_unserved(plan: Plan) -> Iterator[Finding]:
    """Each of the five stages has an action, a metric and a target."""
    for stage in FIVE_STAGES:
        metrics = [piece for piece in plan.outline.metrics if piece.item.stage == stage]
        missing = [
            what
            for what, there in (
                ("action", any(piece.item.stage == stage for piece in plan.outline.tasks)),
                ("metric", bool(metrics)),
                ("target", any(piece.item.target for piece in metrics)),
            )
            if not there
        ]
        for what in missing:
            both = STAGES.both(stage)
            words = say(f"stage-without-{what}", stage_zh=both.zh, stage_en=both.en)
            yield Finding(plan.origin("kind"), words)


@rule("GP404", Severity.WARNING, basis=("M165", "M188", "K36"))
def offer_before_warm_up(plan: Plan) -> Iterator[Finding]:
    """At least two soft contents come before an offer opens."""
    tasks = {piece.key: piece.item for piece in plan.outline.tasks}
    soft = [
        one.day
        for one in plan.schedule.occurrences
        if tasks[one.task].stage == "convert" and tasks[one.task].content in ("value", "care")
    ]
    for index, offer in enumerate(plan.settled.offers):
        count = sum(1 for day in soft if plan.settled.opens <= day < offer.first)
        if count < SOFT_BEFORE_OFFER:
            words = say("offer-before-warm-up", offer=offer.name, count=count, needed=SOFT_BEFORE_OFFER)
            yield Finding(plan.origin(*plan.settled.written(("offers", index, "from"))), words)


@rule("GP405", Severity.WARNING, basis=("M171", "K38"))
def back_to_back_promotion(plan: Plan) -> Iterator[Finding]:
    """Two promotional posts follow each other in one group."""
    tasks = {piece.key: piece for piece in plan.outline.tasks}
    seen = set()
    for first, second in pairwise(_posts(plan, tasks)):
        one, other = tasks[first.task], tasks[second.task]
        pair = (one.key, other.key)
        both = one.item.content == other.item.content == "promotion"
        if both and one.item.audience == other.item.audience and pair not in seen:
            seen.add(pair)
            gaps = {"first": _name(plan, one), "second": _name(plan, other), "day": second.day}
            yield Finding(
                place(plan, other), say("back-to-back-promotion", **gaps), related=(place(plan, one),)
            )


def _posts(plan: Plan, tasks: dict[str, Piece[Task]]) -> list[Occurrence]:
    posts = [one for one in plan.schedule.occurrences if tasks[one.task].item.kind in ("post", "event")]
    return sorted(posts, key=lambda one: (tasks[one.task].item.audience or "", one.sort_key))


def _name(plan: Plan, piece: Piece[Task]) -> str:
    return plan.worded.text("tasks", piece.key, "name") or piece.key


@rule("GP406", Severity.WARNING, basis=("F027", "F046", "F056"))
def text_too_long(plan: Plan) -> Iterator[Finding]:
    """A script is longer than the platform takes in one message."""
    limit = plan.settled.pack.limit("message_chars")
    tasks = {piece.key: piece for piece in plan.outline.tasks}
    seen = set()
    near = [key for key, most in plan.worded.bounds.items() if limit and most > limit.value]
    for task, message in ((key[0], plan.worded.messages[key]) for key in near):
        if limit and message.length > limit.value and message.script not in seen:
            seen.add(message.script)
            words = say("message-too-long", item=message.name, length=message.length, limit=limit.value)
            yield Finding(tasks[task].trace.origin, words)


@rule("GP414", Severity.WARNING, basis=("M167", "K37"))
def offer_without_limit(plan: Plan) -> Iterator[Finding]:
    """An offer ends on a day or after a number, and the brief says which."""
    for index, offer in enumerate(plan.brief.offers):
        if offer.limit is None and offer.to is None and offer.mechanism not in STANDING:
            yield Finding(plan.origin("offers", index), say("offer-without-limit", offer=offer.name))


@rule("GP415", Severity.WARNING, basis=("M189", "K40"))
def too_many_offers(plan: Plan) -> Iterator[Finding]:
    """Members are not asked to buy three things in one month."""
    months: dict[date, list[tuple[int, str]]] = defaultdict(list)
    for index, offer in enumerate(plan.settled.offers):
        month = offer.first.replace(day=1)
        while month <= offer.last and offer.mechanism not in STANDING:
            months[month].append((index, offer.name))
            month = (month + timedelta(days=31)).replace(day=1)
    crowded = [month for month, offers in months.items() if len(offers) > OFFERS_MONTH]
    if crowded:
        first = min(crowded)
        names = [name for _, name in months[first]]
        gaps = {"names_zh": listed(names, "zh-CN"), "names_en": listed(names, "en")}
        words = say("too-many-offers", month=f"{first:%Y-%m}", count=len(names), most=OFFERS_MONTH, **gaps)
        route = plan.settled.written(("offers", months[first][-1][0]))
        yield Finding(plan.origin(*route), words)
