"""When a step after joining falls due: as if every newcomer were followed by the clock."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan.measure.joining import delays, joining
from groupplan.model.clockspan import ClockSpan

HOURS = st.integers(0, 23).map(time)


@given(st.tuples(HOURS, HOURS).filter(lambda ends: ends[0] != ends[1]), st.integers(0, 7 * 24 * 60))
@settings(max_examples=200, deadline=None)
def test_each_newcomer_is_followed_through_the_night(ends: tuple[time, time], minutes: int) -> None:
    quiet, after, day = (ClockSpan(*ends),), timedelta(minutes=minutes), date(2027, 3, 1)
    shares = joining(quiet)
    found = delays(after, quiet, shares)
    wanted: dict[tuple[int, int], float] = {}
    for middle, share in shares:
        at = quiet[0].after(datetime.combine(day, middle) + after)
        spot = (at.date() - day).days, at.hour
        wanted[spot] = wanted.get(spot, 0.0) + share
    assert found == pytest.approx(wanted)
    assert sum(found.values()) == pytest.approx(sum(share for _, share in shares))
