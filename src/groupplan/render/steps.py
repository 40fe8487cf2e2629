"""The funnel as a plan shows it: steps this community has, and the same numbers as its odds."""

from groupplan.model.estimate import Estimate
from groupplan.model.forecast import Step
from groupplan.model.formats import number, rounded
from groupplan.model.plan import Plan
from groupplan.render.words import Dictionary

_METRICS = {
    "kept_d30": {"retained_d30"},
    "completed": {"completed"},
    "paying": {"paying_members", "revenue"},
    "referred": {"referrals"},
}
"""Steps that a goal may ask for, though nothing else in the brief does."""
_BACK = ("back_d1", "back_d7", "kept_d30")
"""Steps for which nothing is shipped but the retention of apps, which says little about a group."""


def funnel(plan: Plan) -> tuple[tuple[Step, Estimate], ...]:
    """The steps with people, eight times in ten within the ends; nobody "pays" where nothing is for sale."""
    return tuple(
        (step, step.people if step.counted else step.people.eight_in_ten())
        for step in plan.forecast.steps
        if step.people is not None and (_there(step, plan) or _asked(step, plan))
    )


def _there(step: Step, plan: Plan) -> bool:
    settled = plan.settled
    if step.id in _BACK:
        return settled.rates[step.rate].origin != "shipped"
    there = {"completed": settled.lessons, "paying": settled.offers, "referred": settled.referral}
    return bool(there.get(step.id, True))


def _asked(step: Step, plan: Plan) -> bool:
    return any(goal.metric in _METRICS.get(step.id, ()) for goal in plan.settled.goals)


def borrowed(plan: Plan) -> tuple[Step, ...]:
    """The steps left out since their rates are those of apps."""
    shown = {step.id for step, _ in funnel(plan)}
    return tuple(step for step in plan.forecast.steps if step.id in _BACK and step.id not in shown)


def kept(plan: Plan) -> bool:
    """Whether the community has its own share of members kept; that of apps tells nothing about its costs."""
    return plan.settled.rates["retained_d30"].origin != "shipped"


def ranged(value: Estimate, words: Dictionary) -> str:
    """``80 (63–100)`` in the language's own brackets; one number where both ends round to the same."""
    low, middle, high = (number(rounded(one)) for one in (value.low, value.likely, value.high))
    return middle if low == high else words.say("odds.range", low=low, middle=middle, high=high)
