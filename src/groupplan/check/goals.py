"""GP2xx: SMART, letter by letter."""

from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.estimate import Estimate, observed
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import number, percent
from groupplan.model.knowledge import RateRow
from groupplan.model.lexicon import EVIDENCE
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal

HEADS = frozenset({"joined", "members"})
RATE_OF = {
    "active_weekly": "active_rate",
    "retained_d30": "retained_d30",
    "completed": "completion_rate",
    "paying_members": "pay_rate",
    "referrals": "refer_rate",
}
"""Metric of a goal → the rate of members it asks for."""
SEEN = {
    "scan_rate": ("scanned", "reach"),
    "join_rate": ("joined", "scanned"),
    "active_rate": ("active", "joined"),
    "completion_rate": ("completed", "joined"),
    "pay_rate": ("paid", "joined"),
    "refer_rate": ("referred", "joined"),
}
"""Rate → the figures of the last round that show it."""


def _goals(plan: Plan) -> Iterator[tuple[int, Goal]]:
    yield from enumerate(plan.settled.goals)


@rule("GP201", Severity.WARNING, basis=("M045", "K09"))
def goal_not_specific(plan: Plan) -> Iterator[Finding]:
    """Specific: a number and an object."""
    if not plan.settled.goals:
        yield Finding(plan.origin("goals"), say("no-goal"))
    for index, goal in _goals(plan):
        if goal.target is None:
            yield Finding(plan.origin("goals", index), say("goal-without-target", goal=goal.name))
        elif goal.metric == "custom" and plan.brief.goals[index].name is None:
            yield Finding(plan.origin("goals", index), say("goal-without-name", goal=goal.id))


@rule("GP202", Severity.WARNING, basis=("M046", "M327", "K09"))
def goal_not_measurable(plan: Plan) -> Iterator[Finding]:
    """Measurable: somebody reads the figure somewhere."""
    for index, goal in _goals(plan):
        if not goal.source:
            yield Finding(plan.origin("goals", index), say("goal-without-source", goal=goal.name))
        if not goal.owner:
            yield Finding(plan.origin("goals", index), say("goal-without-owner", goal=goal.name))


@rule("GP203", Severity.WARNING, basis=("M047", "K09"))
def goal_not_backed(plan: Plan) -> Iterator[Finding]:
    """Achievable: today's figure is known, and today's reach can give what is asked."""
    for index, goal in _goals(plan):
        if goal.baseline is None and not plan.settled.has_history:
            yield Finding(plan.origin("goals", index), say("goal-without-baseline", goal=goal.name))
        outlook = plan.forecast.goals[goal.id]
        if goal.target and outlook.expected and outlook.expected.high < goal.target.low:
            gaps = {"most": number(round(outlook.expected.high)), "target": number(goal.target)}
            words = say("goal-beyond-reach", goal=goal.name, **gaps)
            yield Finding(plan.origin("goals", index, "target"), words)


@rule("GP204", Severity.WARNING, basis=("M049", "K09"))
def goal_without_deadline(plan: Plan) -> Iterator[Finding]:
    """Time-bound: a goal that never ends is a wish."""
    for index, goal in _goals(plan):
        if goal.deadline is None:
            yield Finding(plan.origin("goals", index), say("goal-without-deadline", goal=goal.name))


@rule("GP205", Severity.WARNING, basis=("M048", "K09"))
def goal_not_relevant(plan: Plan) -> Iterator[Finding]:
    """Relevant: it eases a pain members have."""
    for index, goal in _goals(plan):
        if not goal.relieves:
            yield Finding(plan.origin("goals", index), say("goal-not-relevant", goal=goal.name))


@rule("GP206", Severity.WARNING, basis=("M050", "K10"))
def goal_without_reason(plan: Plan) -> Iterator[Finding]:
    """Why this number: a sentence that cites history, the industry or hours."""
    for index, goal in _goals(plan):
        if not goal.reason:
            yield Finding(plan.origin("goals", index), say("goal-without-reason", goal=goal.name))
        elif not _cites(goal.reason):
            words = say("goal-reason-without-evidence", goal=goal.name)
            yield Finding(plan.origin("goals", index, "reason"), words)


def _cites(reason: str) -> bool:
    text = reason.lower()
    return any(sign.isdigit() for sign in text) or any(word in text for word in EVIDENCE)


@rule("GP207", Severity.WARNING, basis=("M054", "K13"))
def primary_goal(plan: Plan) -> Iterator[Finding]:
    """Of two or more goals exactly one is primary."""
    goals = plan.settled.goals
    primary = [index for index, goal in enumerate(goals) if goal.primary]
    if len(goals) > 1 and not primary:
        yield Finding(plan.origin("goals"), say("no-primary-goal", count=len(goals)))
    for index in primary[1:]:
        gaps = {"goal": goals[index].name, "first": goals[primary[0]].name}
        related = (plan.origin("goals", primary[0], "primary"),)
        yield Finding(
            plan.origin("goals", index, "primary"), say("two-primary-goals", **gaps), related=related
        )


@rule("GP208", Severity.WARNING, basis=("M330", "M344", "K14"))
def head_count_goal(plan: Plan) -> Iterator[Finding]:
    """How many there are says nothing about what they do."""
    goals = plan.settled.goals
    if goals and all(goal.metric in HEADS for goal in goals):
        yield Finding(plan.origin("goals", 0, "metric"), say("head-count-goal", goal=goals[0].name))


@rule("GP209", Severity.WARNING, basis=("M047", "M057", "K12"))
def rate_beyond_benchmark(plan: Plan) -> Iterator[Finding]:
    """A rate above what others see needs figures of one's own."""
    rates = plan.settled.rates
    for name, setting in rates.items():
        if setting.origin == "brief":
            yield from _assumed(name, setting.value, plan)
    base = _members(plan)
    for index, goal in _goals(plan):
        rate = RATE_OF.get(goal.metric)
        if base and goal.target and rate:
            implied = goal.target.likely / base
            most = max(rates[rate].value.high, _most(rate, plan))
            if implied > most:
                gaps = {"target": number(goal.target), "base": number(round(base)), "most": percent(most)}
                words = say("goal-beyond-benchmark", goal=goal.name, implied=percent(implied), **gaps)
                yield Finding(plan.origin("goals", index, "target"), words)


def _assumed(name: str, given: Estimate, plan: Plan) -> Iterator[Finding]:
    """An assumption on the hopeful side of the range, unless the last round came as far."""
    row, seen = _usual(name, plan), _seen(name, plan)
    low, high = row.range.low, row.range.high
    if given.likely < low if name == "leave_rate" else given.likely > max(high, seen):
        said = _invitations if name == "invites" else percent
        gaps = {"rate": name, "given": said(given), "low": said(low), "high": said(high)}
        gaps["row"] = row.fact or row.basis or row.id
        if seen:
            words = say("assumption-beyond-history", seen=percent(seen), **gaps)
        else:
            words = say("assumption-beyond-benchmark", **gaps)
        yield Finding(plan.origin("assumptions", name), words)


def _usual(name: str, plan: Plan) -> RateRow:
    """The user's own row of a rate for this kind of community, else the shipped one."""
    own = plan.knowledge.own.rates if plan.knowledge.own else ()
    rows = (row for row in (*own, *plan.knowledge.shipped.rates) if row.id == name)
    return next(row for row in rows if not row.kinds or plan.settled.kind in row.kinds)


def _most(name: str, plan: Plan) -> float:
    """The upper end of what others see; guests are invitations times the share that comes."""
    if name == "refer_rate":
        return (_usual("invites", plan).range * _usual("accept_rate", plan).range).high
    return _usual(name, plan).range.high


def _invitations(value: object) -> str:
    """Invitations a member sends are no share: ``0.3..1``."""
    if isinstance(value, Estimate):
        return f"{value.low:g}" if value.exact else f"{value.low:g}..{value.high:g}"
    return f"{value:g}"


def _seen(name: str, plan: Plan) -> float:
    """The upper end of what the last round shows of a rate, 0 where it shows nothing."""
    hits, of = (getattr(plan.brief.history, field, None) for field in SEEN.get(name, ("", "")))
    return observed(hits, of).high if hits is not None and of and hits <= of else 0.0


def _members(plan: Plan) -> float:
    """Members there will be when the goals for joining are reached, 0 where there is no such goal."""
    there = {"joined": plan.settled.members_now, "members": 0}
    return max(
        (g.target.likely + there[g.metric] for g in plan.settled.goals if g.metric in there and g.target),
        default=0,
    )
