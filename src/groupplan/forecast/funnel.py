"""Forwards: reach → scanned → joined → active, completed, paying, referring."""

from collections.abc import Mapping

from groupplan.forecast.capacity import main_group, seats_of
from groupplan.model.estimate import NOTHING, Estimate, exactly
from groupplan.model.forecast import GoalOutlook, Step
from groupplan.model.settled import Settled


def reach(settled: Settled) -> Estimate:
    """People reached: the channels' sum, or the segments' where no channel says."""
    channels = sum((channel.reach for channel in settled.channels), NOTHING)
    return channels if channels.high else sum((segment.reach for segment in settled.segments), NOTHING)


def entering(settled: Settled) -> Estimate:
    """New members: those who join through the funnel, and the seeds."""
    joined = reach(settled) * settled.rates["scan_rate"].value * settled.rates["join_rate"].value
    return joined + exactly(settled.seeds_count)


def joins(settled: Settled, goals: Mapping[str, GoalOutlook]) -> tuple[Estimate, str]:
    """New members and how they were found: from reach, back from the primary goal, or one full group."""
    if reach(settled).high:
        return entering(settled), "reach"
    order = sorted(settled.goals, key=lambda goal: not goal.primary)
    for goal in order:
        needed = goals[goal.id].joins_needed
        if needed is not None:
            return needed, "goal"
    return exactly(max(0, seats_of(main_group(settled), settled)[0] - settled.members_now)), "size"


def base(settled: Settled, joined: Estimate) -> Estimate:
    """Members the later rates apply to: the new ones and those who are there."""
    return joined + exactly(settled.members_now)


def funnel(settled: Settled, joined: Estimate, *, known: bool) -> tuple[Step, ...]:
    """The steps in order; reach and scans are unknown when the joins were not counted from them."""
    first = reach(settled)
    rates = {name: setting.value for name, setting in settled.rates.items()}
    members = base(settled, joined)
    return (
        Step("reach", "", first if known else None),
        Step("scanned", "scan_rate", first * rates["scan_rate"] if known else None),
        Step("joined", "join_rate" if known else "", joined),
        Step("back_d1", "retained_d1", joined * rates["retained_d1"]),
        Step("back_d7", "retained_d7", joined * rates["retained_d7"]),
        Step("kept_d30", "retained_d30", joined * rates["retained_d30"]),
        Step("active", "active_rate", members * rates["active_rate"]),
        Step("completed", "completion_rate", members * rates["completion_rate"]),
        Step("paying", "pay_rate", members * rates["pay_rate"]),
        Step("referred", "refer_rate", members * rates["refer_rate"]),
    )
