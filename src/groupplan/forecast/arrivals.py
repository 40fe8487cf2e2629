"""Who arrives when: seeds when recruiting begins, everyone else evenly from the first post on."""

from datetime import date, timedelta

from groupplan.model.estimate import Estimate, exactly
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled


def arrivals(settled: Settled, joins: Estimate, schedule: Schedule) -> dict[date, Estimate]:
    """New members by day, in order; the days add up to the joins."""
    window = schedule.joining()
    seeds = min(settled.seeds_count, joins.likely)
    first = min(schedule.windows["recruit"].first, settled.opens)
    rest = Estimate(max(0.0, joins.low - seeds), joins.likely - seeds, max(0.0, joins.high - seeds))
    each = rest * exactly(1 / window.days)
    found = {window.first + timedelta(days=number): each for number in range(window.days)}
    found[first] = found.get(first, exactly(0.0)) + exactly(seeds)
    return dict(sorted(found.items()))
