"""GP1xx: what the community is about, for whom, and why anybody stays."""

import re
from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.choice import Choices
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import listed
from groupplan.model.lexicon import GENERIC
from groupplan.model.plan import Plan

PURPOSE = Choices(
    why=("为什么办（why）", "why it exists (why)"),
    pain=("谁的什么痛点（pain）", "whose pain it eases (pain)"),
    value=("给成员什么（value）", "what members get (value)"),
    reasonable=("目标为什么够得着（reasonable）", "why the target can be reached (reasonable)"),
)
PORTRAIT = Choices(
    pains=("痛点（pains）", "what hurts them (pains)"),
    gathers_at=("平时聚在哪里（gathers_at）", "where they gather (gathers_at)"),
    active_hours=("几点在线（active_hours）", "when they are online (active_hours)"),
)
SELLING = frozenset({"sales", "agents"})
EARNING = frozenset({"paying_members", "revenue"})
GIVING = frozenset({"value", "care"})
"""What a task gives that may keep a promise."""
NAMED = 6
"""Tasks named as examples."""
ALIKE = 0.6
"""From this ratio of difflib on two sentences say the same; difflib's own line for a near match."""
COMPARED = 80
"""Characters of a sentence that are compared: the effort grows with their square."""
_NOISE = re.compile(r"[\W\d_]+")


@rule("GP101", Severity.WARNING, basis=("M002", "M007", "K02"))
def unfocused_name(plan: Plan) -> Iterator[Finding]:
    """A name or topic that only says "group" in other words."""
    settled = plan.settled
    if _generic(settled.name):
        yield Finding(plan.origin("name"), say("unfocused-name", text=settled.name))
    topic = settled.position.topic
    if topic != settled.name and _generic(topic):
        yield Finding(plan.origin("positioning", "topic"), say("unfocused-name", text=topic))


def _generic(text: str) -> bool:
    rest = _NOISE.sub(" ", text.lower())
    for word in sorted(GENERIC, key=len, reverse=True):
        pattern = rf"\b{word}\b" if word.isascii() else re.escape(word)
        rest = re.sub(pattern, " ", rest)
    return not rest.strip()


@rule("GP102", Severity.WARNING, basis=("M001", "M003", "K01"))
def purpose_incomplete(plan: Plan) -> Iterator[Finding]:
    """Why, whose pain, what value; and, where there is a goal, why it can be reached."""
    position, goals = plan.settled.position, plan.settled.goals
    argued = not goals or any(goal.primary and goal.reason for goal in goals)
    given = {
        "why": position.why,
        "pain": position.pain,
        "value": position.value,
        "reasonable": position.reasonable or argued,
    }
    missing = [PURPOSE.both(part) for part, there in given.items() if not there]
    if missing:
        yield Finding(
            plan.origin("positioning", "purpose"),
            say(
                "purpose-incomplete",
                missing_zh=listed([part.zh for part in missing], "zh-CN"),
                missing_en=listed([part.en for part in missing], "en"),
            ),
        )


@rule("GP103", Severity.WARNING, basis=("M003", "K03"))
def stay_reason_missing(plan: Plan) -> Iterator[Finding]:
    """What the operator gains and why a member stays are two different sentences."""
    position = plan.settled.position
    if not position.reasons and (position.gain or _earning(plan)):
        words = say("stay-reason-missing", ids=_keepers(plan))
        yield Finding(plan.origin("positioning", "reasons_to_stay"), words)
    gain = _core(position.gain)
    for index, reason in enumerate(position.reasons):
        if _alike(_core(reason.promise), gain):
            yield Finding(
                plan.origin(*plan.settled.written(("positioning", "reasons_to_stay", index, "promise"))),
                say("stay-reason-is-gain", promise=reason.promise, gain=position.gain),
                related=(plan.origin("positioning", "operator_gain"),),
            )


def _core(text: str) -> str:
    return _NOISE.sub("", text.lower())[:COMPARED]


def _alike(one: str, other: str) -> bool:
    if not (one and other):
        return False
    from difflib import SequenceMatcher

    both = SequenceMatcher(None, one, other, autojunk=False)
    return both.real_quick_ratio() >= ALIKE and both.quick_ratio() >= ALIKE and both.ratio() >= ALIKE


def _earning(plan: Plan) -> bool:
    return any(goal.metric in EARNING for goal in plan.settled.goals)


@rule("GP104", Severity.WARNING, basis=("M019", "M015", "K04"))
def sales_only_community(plan: Plan) -> Iterator[Finding]:
    """A brief that wants to sell and gives members nothing else is a chat with buyers."""
    settled, cadence = plan.settled, plan.brief.cadence
    if settled.lessons or settled.events or settled.position.reasons or (cadence and cadence.daily_posts):
        return
    motives = settled.position.motives
    if motives and SELLING.issuperset(motives):
        yield Finding(plan.origin("positioning", "motives"), say("motives-sell-only"))
    elif settled.goals and EARNING.issuperset(goal.metric for goal in settled.goals):
        yield Finding(plan.origin("goals"), say("goals-sell-only"))


@rule("GP105", Severity.WARNING, basis=("M022", "M062", "K05"))
def audience_incomplete(plan: Plan) -> Iterator[Finding]:
    """A segment that is written has pains, places and hours."""
    for index, segment in enumerate(plan.settled.segments):
        missing = [PORTRAIT.both(part) for part in PORTRAIT if not getattr(segment, part)]
        if missing:
            words = say(
                "audience-incomplete",
                who=segment.who,
                missing_zh=listed([part.zh for part in missing], "zh-CN"),
                missing_en=listed([part.en for part in missing], "en"),
            )
            yield Finding(plan.origin("audience", "segments", index), words)


@rule("GP106", Severity.WARNING, basis=("M023", "M003"))
def promise_not_kept(plan: Plan) -> Iterator[Finding]:
    """A reason to stay is delivered by a task that has a date."""
    reasons = plan.settled.position.reasons
    dated, ids = (_dated(plan), _keepers(plan)) if reasons else ({}, "")
    lacking = dict(plan.outline.lacking)
    for index, reason in enumerate(reasons):
        origin = plan.origin(*plan.settled.written(("positioning", "reasons_to_stay", index, "by")))
        gaps = {"promise": reason.promise, "task": reason.by}
        if not reason.by:
            yield Finding(origin, say("promise-without-task", promise=reason.promise, ids=ids))
        elif dated.get(reason.by):
            continue
        elif reason.by in lacking:
            yield Finding(origin, say("promise-lacks-feature", feature=lacking[reason.by], **gaps))
        elif reason.by in dated:
            yield Finding(origin, say("promise-without-date", **gaps))
        else:
            yield Finding(origin, say("promise-left-out", ids=ids, **gaps))


def _dated(plan: Plan) -> dict[str, bool]:
    """The tasks of the plan by id: whether any of their pieces has a date or a step after joining."""
    touched = {touch.task for touch in plan.schedule.touches}
    found: dict[str, bool] = {}
    for piece in plan.outline.tasks:
        there = piece.key in touched or bool(plan.schedule.of(piece.key))
        found[piece.item.id] = found.get(piece.item.id, False) or there
    return found


def _keepers(plan: Plan) -> str:
    """Some tasks of the plan that give members something, by id."""
    found = (p.item.id for p in plan.outline.tasks if p.item.kind == "touch" or p.item.content in GIVING)
    return " ".join(list(dict.fromkeys(found))[:NAMED])
