"""GP2xx: SMART, letter by letter."""

from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import number
from groupplan.model.lexicon import EVIDENCE
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal


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
