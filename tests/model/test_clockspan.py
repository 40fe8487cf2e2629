"""Spans of the day, also over midnight."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.clockspan import DAY_MINUTES, ClockSpan, at_minute, clockspan, minute_of
from tests.model.refused import refusal

MINUTES = st.integers(0, DAY_MINUTES - 1)


@pytest.mark.parametrize(
    "text",
    ["22:30-07:30", "22:30 - 7:30", "２２：３０－０７：３０", "22:30–07:30", "22:30~07:30", "22：30～07：30"],
)
def test_span_is_read(text: str) -> None:
    assert str(clockspan(text)) == "22:30-07:30"


def test_twenty_four_hours_is_midnight() -> None:
    assert clockspan("20:00-24:00") == ClockSpan(time(20), time(0))
    assert clockspan("20:00-24:00").holds(time(23, 59)) and not clockspan("20:00-24:00").holds(time(0))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("22:30", "not-a-span"),
        ("20:00-20:00", "empty-span"),
        ("00:00-24:00", "empty-span"),
        ("20:00-25:00", "no-such-time"),
        ("20:00-", "not-a-time"),
        ("8-9", "not-a-time"),
        ("08:00-09:00-10:00", "not-a-time"),
        (["08:00"], "needs-text"),
    ],
)
def test_no_span(text: object, key: str) -> None:
    assert refusal(clockspan, text) == key


@pytest.mark.parametrize(
    ("at", "inside"), [("22:29", False), ("22:30", True), ("00:00", True), ("07:29", True), ("07:30", False)]
)
def test_span_over_midnight_holds_its_start_and_not_its_end(at: str, inside: bool) -> None:
    assert clockspan("22:30-07:30").holds(time.fromisoformat(at)) is inside


@given(MINUTES, MINUTES, MINUTES)
def test_a_span_and_its_reverse_divide_the_day(start: int, end: int, at: int) -> None:
    if start != end:
        one, other, now = at_minute(start), at_minute(end), at_minute(at)
        assert ClockSpan(one, other).holds(now) != ClockSpan(other, one).holds(now)


@given(st.integers(-10_000, 10_000))
def test_minutes_wrap_around_the_day(minute: int) -> None:
    assert minute_of(at_minute(minute)) == minute % DAY_MINUTES
