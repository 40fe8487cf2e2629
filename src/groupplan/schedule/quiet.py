"""Quiet hours: a post that a playbook put there is moved to the nearest allowed minute."""

from collections.abc import Sequence
from datetime import time

from groupplan.model.clockspan import ClockSpan, at_minute, minute_of
from groupplan.model.finding import Words, say

_BEFORE = 10


def quiet_at(at: time, spans: Sequence[ClockSpan]) -> ClockSpan | None:
    """The quiet span a time of day lies in."""
    return next((span for span in spans if span.holds(at)), None)


def out_of_quiet(at: time, spans: Sequence[ClockSpan]) -> tuple[time, Words | None]:
    """The hour itself, or the next one of the same day outside the quiet hours, else the last, and why."""
    span = quiet_at(at, spans)
    if span is None:
        return at, None
    before, after = _around(minute_of(at), spans)
    found = before if after is None else after
    if found is None:
        return at, None
    return at_minute(found), say("moved-quiet", time=f"{at:%H:%M}", quiet=str(span))


def _around(minute: int, spans: Sequence[ClockSpan]) -> tuple[int | None, int | None]:
    """The nearest allowed minutes before and after: the edges of the spans that no other span covers."""
    edges = [minute_of(span.end) for span in spans]
    edges += [minute_of(span.start) - _BEFORE for span in spans if minute_of(span.start) >= _BEFORE]
    free = [one for one in edges if not quiet_at(at_minute(one), spans)]
    before = max((one for one in free if one < minute), default=None)
    return before, min((one for one in free if one > minute), default=None)
