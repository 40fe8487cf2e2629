"""Days of absence: a span of days, or one day alone."""

from datetime import date

import pytest

from groupplan.model.dayspan import dayspan
from groupplan.model.scalars import ScalarError
from groupplan.model.windows import Window

FIRST, LAST = date(2027, 3, 8), date(2027, 3, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027-03-08..2027-03-12", Window(FIRST, LAST)),
        (" 2027-03-08 .. 2027-03-12 ", Window(FIRST, LAST)),
        ("2027年3月8日..2027年3月12日", Window(FIRST, LAST)),
        ("2027-03-08", Window(FIRST, FIRST)),
        ("2027-03-08..2027-03-08", Window(FIRST, FIRST)),
    ],
)
def test_a_span_is_read(text: str, expected: Window) -> None:
    assert dayspan(text) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("2027-03-12..2027-03-08", "day-span-backwards"),
        ("2027-03-08..", "not-a-day-span"),
        ("..2027-03-08", "not-a-day-span"),
        ("2027-03-08 to 2027-03-12", "not-a-day-span"),
        ("next week", "not-a-day-span"),
        ("2027-02-30..2027-03-02", "no-such-day"),
    ],
)
def test_what_is_no_span_says_why(text: str, key: str) -> None:
    with pytest.raises(ScalarError) as error:
        dayspan(text)
    assert error.value.key == key


def test_a_list_is_no_span() -> None:
    with pytest.raises(ScalarError):
        dayspan(["2027-03-08"])
