"""GP21x: whether the figures of a brief add up to its goals."""

import math
from collections.abc import Iterator

from groupplan.check.graded import graded
from groupplan.check.rule import rule
from groupplan.check.unknowns import hangs_on
from groupplan.model.estimate import NOTHING
from groupplan.model.finding import Finding, Severity, Words, say
from groupplan.model.formats import number, percent, rounded
from groupplan.model.outlook import Verdict
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal

PEOPLE = ("joined", "members", "active_weekly", "retained_d30", "completed", "paying_members", "referrals")
"""Metrics that count people."""
STANDING = ("members", "active_weekly")
"""Metrics that go on from one round to the next; the others begin anew with each."""
TEMPTING = ("joined", "members", "paying_members", "revenue", "referrals")
"""Metrics that can be bought at the members' expense."""
MARGIN = 0.05
"""Odds counted coarsely and finely differ by a few points."""
NINE_IN_TEN = 0.9
"""The chance of the low end of a verdict's range."""


@rule("GP210", Severity.WARNING, basis=("M047", "M332"))
def channel_without_reach(plan: Plan) -> Iterator[Finding]:
    """Nobody is counted as coming from a channel that does not say how many it reaches."""
    channels = plan.brief.channels
    silent = [index for index, one in enumerate(channels) if one.reach is None]
    if len(silent) < len(channels):
        for index in silent:
            words = say("channel-without-reach", channel=plan.settled.channels[index].name)
            yield Finding(plan.origin("channels", index), words)
    elif channels and plan.forecast.odds is None:
        goal = next((one for one in plan.settled.goals if _recruits(one, plan)), None)
        if goal is not None:
            yield Finding(plan.origin("channels"), say("no-channel-with-reach", goal=goal.name))


def _recruits(goal: Goal, plan: Plan) -> bool:
    """Whether a goal asks for people who are not there yet."""
    new = goal.metric in ("joined", "members") or not plan.settled.members_now
    return goal.target is not None and goal.metric in (*PEOPLE, "revenue") and new


@graded("GP211", basis=("M046", "M047"))
def target_below_baseline(plan: Plan) -> Iterator[Finding]:
    """A goal asks for less than there is; after a last round a smaller one may be meant."""
    for index, goal in enumerate(plan.settled.goals):
        if goal.metric == "custom" or goal.target is None or goal.baseline is None:
            continue
        if goal.target.high < goal.baseline.low:
            smaller = plan.settled.has_history and goal.metric not in STANDING
            gaps = {"target": number(goal.target), "baseline": number(goal.baseline)}
            words = say("target-below-baseline", goal=goal.name, **gaps)
            if smaller:
                words = say("round-below-last", goal=goal.name, **gaps)
            level = Severity.WARNING if smaller else Severity.ERROR
            related = (plan.origin("goals", index, "baseline"),)
            yield Finding(plan.origin("goals", index, "target"), words, related=related, severity=level)


@rule("GP212", Severity.WARNING, basis=("M054", "M330"))
def goal_without_guardrail(plan: Plan) -> Iterator[Finding]:
    """A primary goal that can be bought says what must not get worse on the way."""
    for index, goal in enumerate(plan.settled.goals):
        if goal.primary and goal.metric in TEMPTING and goal.guardrail is None:
            yield Finding(plan.origin("goals", index), say("goal-without-guardrail", goal=goal.name))


@rule("GP213", Severity.WARNING, basis=("M047", "M059", "K12"))
def chance_below_level(plan: Plan) -> Iterator[Finding]:
    """A goal is less likely to be reached than the brief wants it to be."""
    verdicts = plan.forecast.odds.verdicts if plan.forecast.odds else {}
    for index, goal in enumerate(plan.settled.goals):
        verdict = verdicts.get(goal.id)
        if verdict is None or verdict.probability >= goal.chance - MARGIN or _hopeless(goal, plan):
            continue
        held = verdict.guarded < goal.chance
        where = ("goals", index, "guardrail") if held else ("goals", index, "target")
        mend = None if held else _mend(goal, verdict, plan)
        yield Finding(plan.origin(*where), _odds(goal, verdict, held=held), mend)


def _hopeless(goal: Goal, plan: Plan) -> bool:
    """Whether plain sums say so already, as GP203 and GP214 do."""
    expected = plan.forecast.goals[goal.id].expected
    return bool(goal.target and expected and expected.high < goal.target.low)


def _odds(goal: Goal, verdict: Verdict, *, held: bool) -> Words:
    """The chance beside the level, and what stands between them: the guardrail, people, seats, or reach."""
    gaps = {"goal": goal.name, "chance": percent(_whole(verdict.probability)), "level": percent(goal.chance)}
    if held and goal.guardrail:
        gaps |= {"guarded": percent(_whole(verdict.guarded)), "most": percent(goal.guardrail[1])}
        return say("chance-held-by-guardrail", **gaps)
    gaps["target"] = number(goal.target)
    need = verdict.need
    if need is None or math.isinf(need.reach):
        return say("chance-beyond-any-reach", **gaps)
    gaps |= {"reach": number(rounded(need.reach)), "times": number(round(need.factor, 1))}
    if need.binding == "audience":
        return say("chance-beyond-audience", **gaps)
    if need.binding == "seats":
        return say("chance-beyond-seats", **gaps)
    return say("chance-below-level", **gaps)


def _whole(chance: float) -> float:
    """A chance in whole per cent, never none and never all."""
    return min(99, max(1, round(100 * chance))) / 100


def _mend(goal: Goal, verdict: Verdict, plan: Plan) -> Words:
    """What it hangs on, and the target that nine plans in ten would reach."""
    unknown = hangs_on(verdict, plan)
    unit = goal.target.likely / verdict.target if goal.target and verdict.target else 1.0
    safe = math.floor(verdict.mark[1] * unit)
    if safe <= 0 or goal.chance > NINE_IN_TEN:
        return say("chance-mend-range", unknown=unknown)
    return say("chance-mend", unknown=unknown, safe=safe)


@graded("GP214", basis=("M047", "M059", "K12"))
def target_above_audience(plan: Plan) -> Iterator[Finding]:
    """A goal asks for more people than the brief says there are to be reached."""
    settled = plan.settled
    reached = sum((one.reach for one in settled.channels), NOTHING).high
    there = max(reached, sum((one.reach for one in settled.segments), NOTHING).high)
    for index, goal in enumerate(settled.goals if there else ()):
        if goal.metric not in PEOPLE or goal.target is None:
            continue
        most = there + settled.seeds_count + (settled.members_now if goal.metric != "joined" else 0)
        if goal.target.low > most:
            gaps = {"target": number(goal.target), "most": number(most)}
            words = say("target-above-audience", goal=goal.name, **gaps)
            level = Severity.WARNING if settled.referral else Severity.ERROR
            yield Finding(plan.origin("goals", index, "target"), words, severity=level)


@rule("GP215", Severity.WARNING, basis=("M190", "F157"))
def growth_claimed(plan: Plan) -> Iterator[Finding]:
    """Each member bringing one more and one more is claimed, and was never seen."""
    given, past = plan.brief.assumptions, plan.brief.history
    brought = plan.settled.rates["refer_rate"].value
    if given is None or brought.low < 1:
        return
    named = [name for name in ("invites", "accept_rate") if getattr(given, name) is not None]
    seen = past.referred if past else None
    if not named or (seen is not None and past and past.joined and seen >= past.joined):
        return
    gaps = {"low": f"{brought.low:.2g}", "likely": f"{brought.likely:.2g}"}
    related = tuple(plan.origin("assumptions", name) for name in named[1:])
    yield Finding(plan.origin("assumptions", named[0]), say("growth-claimed", **gaps), related=related)
