"""One forecast: where the odds count a step of the funnel, the funnel shows what the odds found."""

from msgspec.structs import replace

from groupplan.forecast.inputs import METRICS
from groupplan.model.estimate import Estimate, exactly
from groupplan.model.forecast import Step
from groupplan.model.outlook import Mark, Odds
from groupplan.model.settled import Settled

COUNTED = {
    "joined": "joined",
    "kept_d30": "retained",
    "active": "active",
    "completed": "completed",
    "paying": "paying",
}
"""A step of the funnel → the metric of the odds."""
_WAY_IN = ("reach", "scanned")
"""Steps that do not follow from how many join."""


def standing(steps: tuple[Step, ...], odds: Odds, settled: Settled, joins: Estimate) -> tuple[Step, ...]:
    """The steps as the odds have them, the rest in proportion to those who join by the last day."""
    joined = odds.curves["joined"][-1][2]
    there = settled.members_now
    more = (joined + there) / (joins.likely + there) if joins.likely + there else 1.0
    brought = max(0.0, joined - joins.likely)
    return tuple(
        _brought(step, brought, settled) if step.id == "referred" else _stands(step, odds, settled, more)
        for step in steps
    )


def _brought(step: Step, likely: float, settled: Settled) -> Step:
    """Those who join in time are what the odds find beyond recruiting; as unsure as the rate they follow."""
    rate = settled.rates[step.rate].value
    if settled.referral is None or settled.guests_next_round or not rate.likely:
        return step
    people = Estimate(likely * rate.low / rate.likely, likely, likely * rate.high / rate.likely)
    return replace(step, people=people, counted=True)


def _stands(step: Step, odds: Odds, settled: Settled, more: float) -> Step:
    mark = _mark(COUNTED.get(step.id, ""), odds, settled)
    if mark is not None:
        return replace(step, people=Estimate(*mark[1:]), counted=True)
    if step.people is None or step.id in _WAY_IN:
        return step
    return replace(step, people=step.people * exactly(more))


def _mark(metric: str, odds: Odds, settled: Settled) -> Mark | None:
    """On the last day of the first goal that asks for it, a primary one before others; else of the plan."""
    for goal in sorted(settled.goals, key=lambda goal: not goal.primary):
        if goal.id in odds.verdicts and METRICS.get(goal.metric, (goal.metric,))[0] == metric:
            return odds.verdicts[goal.id].mark
    return odds.curves[metric][-1] if metric in odds.curves else None
