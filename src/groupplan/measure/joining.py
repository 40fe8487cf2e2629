"""When newcomers join over the day, and when a step after joining falls due for them."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from groupplan.model.clockspan import ClockSpan

PEAKS = frozenset((12, 13, 19, 20, 21))
PEAK = 2.0
"""So many times as many join in a peak hour: the hours in which reading peaks (F170, F171)."""
QUARTERS = (0, 15, 30, 45)


def joining(quiet: Sequence[ClockSpan]) -> tuple[tuple[time, float], ...]:
    """The middle of each waking hour, and the share of a day's newcomers who join in it."""
    hours = []
    for hour in range(24):
        awake = [q for q in QUARTERS if not any(span.holds(time(hour, q)) for span in quiet)]
        if awake:
            middle = time(hour, (awake[0] + awake[-1] + 15) // 2)
            hours.append((middle, len(awake) * (PEAK if hour in PEAKS else 1.0)))
    whole = sum(weight for _, weight in hours)
    return tuple((middle, weight / whole) for middle, weight in hours)


def delays(
    after: timedelta, quiet: Sequence[ClockSpan], shares: Sequence[tuple[time, float]]
) -> dict[tuple[int, int], float]:
    """Days after joining and hour at which a step falls due, with the share of a day's newcomers."""
    found: dict[tuple[int, int], float] = {}
    for middle, share in shares:
        at = datetime.combine(date.min, middle) + after
        for span in quiet:
            at = span.after(at)
        spot = (at.date() - date.min).days, at.hour
        found[spot] = found.get(spot, 0.0) + share
    return found
