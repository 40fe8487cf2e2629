"""Which assumption a goal's chance hangs on most, as the field of the brief that says it."""

import math
from collections.abc import Iterator

from groupplan.model.estimate import NOTHING, Estimate
from groupplan.model.growth import OF_MEMBERS
from groupplan.model.outlook import Verdict
from groupplan.model.plan import Plan
from groupplan.model.settled import Channel

FIELDS = {
    "paying": "pay_rate",
    "active": "active_rate",
    "completed": "completion_rate",
    "retained": "retained_d30",
    "scan": "scan_rate",
    "join": "join_rate",
    "accept": "accept_rate",
    "leave": "leave_rate",
}
"""An unknown of the odds → its field in the brief."""


def hangs_on(verdict: Verdict, plan: Plan) -> str:
    """Counted out where the plan did so, else the one whose range moves the number most."""
    if verdict.swings:
        channel, dot, name = verdict.swings[0].name.rpartition(".")
        return f"{channel}{dot}{FIELDS.get(name, name)}"
    found = dict(_widths(verdict, plan))
    return max(found, key=lambda name: found[name], default="reach")


def _widths(verdict: Verdict, plan: Plan) -> Iterator[tuple[str, float]]:
    """Each unknown, and by how much its range stretches the number, as a logarithm."""
    settled, rates = plan.settled, {name: one.value for name, one in plan.settled.rates.items()}
    own = FIELDS.get(verdict.metric, "")
    if own:
        yield own, _width(rates[own])
    if verdict.metric == "members" or verdict.metric in OF_MEMBERS:
        leave = rates["leave_rate"]
        yield "leave_rate", _width(Estimate(1 - leave.high, 1 - leave.likely, 1 - leave.low))
    new = plan.forecast.joins.likely
    people = new + (0 if verdict.metric == "joined" else settled.members_now)
    share = new / people if people else 1.0
    yield from ((name, share * width) for name, width in _inflow(plan))
    if settled.referral:
        brings = rates["refer_rate"].likely
        asked = [name for name in ("invites", "accept_rate") if name in rates]
        yield from ((name, brings / (1 + brings) * _width(rates[name])) for name in asked)


def _inflow(plan: Plan) -> Iterator[tuple[str, float]]:
    """The reach of each channel by its part of the whole, and the two rates, where not a channel's own."""
    channels, rates = plan.settled.channels, plan.settled.rates
    total = sum((one.reach for one in channels), NOTHING).likely
    for name in ("scan_rate", "join_rate"):
        if not any(_own(one) for one in channels):
            yield name, _width(rates[name].value)
    for one in channels:
        part = one.reach.likely / total if total else 0.0
        yield f"{one.id}.reach", part * _width(one.reach)
        for name in ("scan_rate", "join_rate") if _own(one) else ():
            yield f"{one.id}.{name}", part * _width(getattr(one, name) or rates[name].value)


def _own(channel: Channel) -> bool:
    return bool(channel.scan_rate or channel.join_rate)


def _width(value: Estimate) -> float:
    """From 0 for a number that is known; a range from nothing is as wide as any."""
    if value.exact:
        return 0.0
    return math.log(value.high / value.low) if value.low > 0 else math.inf
