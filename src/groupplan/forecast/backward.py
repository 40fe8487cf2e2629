"""Backwards: the joins and the reach a goal takes at the plan's rates."""

from groupplan.forecast.funnel import base, entering, reach
from groupplan.model.estimate import Estimate, exactly
from groupplan.model.forecast import GoalOutlook
from groupplan.model.settled import Goal, Settled

_RATE = {
    "active_weekly": "active_rate",
    "retained_d30": "retained_d30",
    "completed": "completion_rate",
    "paying_members": "pay_rate",
    "revenue": "pay_rate",
    "referrals": "refer_rate",
}


def outlook(goal: Goal, settled: Settled) -> GoalOutlook:
    """What today's reach gives towards a goal, and what the goal takes."""
    if goal.metric == "custom":
        return GoalOutlook(goal.id, None, None, None)
    expected = _expected(goal, settled) if reach(settled).high or settled.members_now else None
    joins = _joins(goal, settled)
    return GoalOutlook(goal.id, expected, joins, _reach(joins, settled) if joins else None)


def _factor(goal: Goal, settled: Settled) -> Estimate:
    """What one member contributes to the metric; revenue counts the dearest offer's price."""
    if goal.metric in ("joined", "members"):
        return exactly(1.0)
    rate = settled.rates[_RATE[goal.metric]].value
    if goal.metric != "revenue":
        return rate
    prices = [float(offer.price.amount) for offer in settled.offers if offer.price]
    return rate * exactly(max(prices, default=0.0))


def _expected(goal: Goal, settled: Settled) -> Estimate | None:
    factor = _factor(goal, settled)
    if not factor.high:
        return None
    members = entering(settled) if goal.metric == "joined" else base(settled, entering(settled))
    return members * factor


def _joins(goal: Goal, settled: Settled) -> Estimate | None:
    factor = _factor(goal, settled)
    if goal.target is None or not factor.low:
        return None
    there = 0 if goal.metric == "joined" else settled.members_now

    def needed(target: float, share: float) -> float:
        return max(0.0, target / share - there)

    target = goal.target
    return Estimate(
        needed(target.low, factor.high), needed(target.likely, factor.likely), needed(target.high, factor.low)
    )


def _reach(joins: Estimate, settled: Settled) -> Estimate | None:
    way = settled.rates["scan_rate"].value * settled.rates["join_rate"].value
    if not way.low:
        return None
    seeds = settled.seeds_count
    return Estimate(
        max(0.0, joins.low - seeds) / way.high,
        max(0.0, joins.likely - seeds) / way.likely,
        max(0.0, joins.high - seeds) / way.low,
    )
