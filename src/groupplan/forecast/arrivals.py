"""Who arrives when: seeds when recruiting begins, everyone else evenly over the days of their channel."""

from collections.abc import Iterator
from datetime import date, timedelta

from groupplan.model.estimate import NOTHING, Estimate, exactly
from groupplan.model.parts import Channel
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled


def arrivals(settled: Settled, joins: Estimate, schedule: Schedule) -> dict[date, Estimate]:
    """New members by day, in order; the days add up to the joins."""
    seeds = min(settled.seeds_count, joins.likely)
    rest = Estimate(max(0.0, joins.low - seeds), joins.likely - seeds, max(0.0, joins.high - seeds))
    found = {min(schedule.windows["recruit"].first, settled.opens): exactly(seeds)}
    for channel, share in _shares(settled):
        window = schedule.joining(channel)
        each = rest * exactly(share / window.days)
        for number in range(window.days):
            day = window.first + timedelta(days=number)
            found[day] = found.get(day, NOTHING) + each
    return dict(sorted(found.items()))


def _shares(settled: Settled) -> Iterator[tuple[str, float]]:
    """Which part of the joiners each channel sends; "" for all of them where no channel says its reach."""
    sent = {one.id: _sends(one, settled) for one in settled.channels}
    whole = sum(sent.values())
    if not whole:
        yield "", 1.0
    for channel, number in sent.items() if whole else ():
        yield channel, number / whole


def _sends(one: Channel, settled: Settled) -> float:
    scan, join = (settled.rates[name].value for name in ("scan_rate", "join_rate"))
    return one.reach.likely * (one.scan_rate or scan).likely * (one.join_rate or join).likely
