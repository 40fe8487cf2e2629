"""What the odds of a plan are drawn from: where it is the same, other odds are an accident of the seed."""

import math

from groupplan.model.estimate import Estimate
from groupplan.model.plan import Plan

SURE = 2.0
"""Standard errors beyond which two drawn figures really differ (about 95 %)."""
_WIDTH, _MIDDLE = 2.563, 1.253
"""The range from 10 % to 90 % of a normal spread, and the error of its median, in standard deviations."""

FIELDS = ("metric", "baseline", "target", "deadline", "guardrail", "chance")


def drawn_from(plan: Plan) -> tuple[object, ...]:
    """Everything the odds are counted from but the text that seeds the draws."""
    one = plan.settled
    return (
        tuple((goal.id, *(getattr(goal, name) for name in FIELDS)) for goal in one.goals),
        tuple((c.id, c.reach, c.scan_rate, c.join_rate) for c in one.channels),
        tuple((segment.id, segment.reach) for segment in one.segments),
        {name: setting.value for name, setting in one.rates.items()},
        {name: tuple(figures) for name, figures in one.seen.items()},
        (one.seeds_count, one.members_now, one.opens, one.closes, one.ongoing, one.entry_mode, one.fee),
        (one.referral, one.groups, one.offers, one.numbers, dict(plan.schedule.windows), one.pack.platform),
    )


def accidental(was: Estimate, now: Estimate, old: Plan, new: Plan) -> bool:
    """Whether two figures may be the same but for the draws; figures that are not drawn never are."""
    if drawn_from(old) == drawn_from(new):
        return True
    runs = [plan.forecast.odds.runs for plan in (old, new) if plan.forecast.odds and plan.forecast.odds.runs]
    if not runs:
        return False
    spread = max(one.high - one.low for one in (was, now)) / _WIDTH
    error = SURE * _MIDDLE * spread * math.sqrt(2 / min(runs))
    ends = abs(now.low - was.low), abs(now.high - was.high)
    return abs(now.likely - was.likely) <= error and max(ends) <= 2 * error
