"""Who arrives when: seeds before the opening, everyone else spread over the recruiting window."""

from collections.abc import Mapping
from datetime import date, timedelta

from groupplan.model.estimate import Estimate, exactly
from groupplan.model.settled import Settled
from groupplan.model.windows import Window


def arrivals(settled: Settled, joins: Estimate, windows: Mapping[str, Window]) -> dict[date, Estimate]:
    """New members by day, in order; the days add up to the joins."""
    window = windows["recruit"]
    seeds = min(settled.seeds_count, joins.likely)
    first = min(window.first, settled.opens)
    rest = Estimate(max(0.0, joins.low - seeds), joins.likely - seeds, max(0.0, joins.high - seeds))
    each = rest * exactly(1 / window.days)
    found = {window.first + timedelta(days=number): each for number in range(window.days)}
    found[first] = found.get(first, exactly(0.0)) + exactly(seeds)
    return dict(sorted(found.items()))
