"""Days as they are typed."""

from datetime import date

import pytest

from groupplan.model import scalars
from tests.model.refused import refusal


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-01",
        "２０２７－０３－０１",
        "2027年3月1日",
        "2027年03月01日",
        "２０２７年３月１日",
        " 2027-03-01 ",
    ],
)
def test_day_is_read(text: str) -> None:
    assert scalars.day(text) == date(2027, 3, 1)


def test_leap_day_is_one_only_in_leap_years() -> None:
    assert scalars.day("2028-02-29") == date(2028, 2, 29)
    assert refusal(scalars.day, "2027-02-29") == "no-such-day"


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-30",
        "2027-13-01",
        "2027-00-10",
        "2027-04-31",
        "2027年2月30日",
    ],
)
def test_no_such_day(text: str) -> None:
    assert refusal(scalars.day, text) == "no-such-day"


@pytest.mark.parametrize("text", ["0000-01-01", "0001-01-01", "1899-12-31", "9999-12-31", "3000-01-01"])
def test_a_year_out_of_range_is_called_so(text: str) -> None:
    assert refusal(scalars.day, text) == "year-out-of-range"


@pytest.mark.parametrize(
    "text",
    ["86400", "20270301", "2027-3-1", "2027/03/01", "10000-01-01", "27-03-01", "infinity", "today", "",
     "2027-03-01T00", "03-01-2027", "2027-03", "2027年3月", "٢٠٢٧-٠٣-٠١", "-2027-03-01"],
)  # fmt: skip
def test_no_date(text: str) -> None:
    assert refusal(scalars.day, text) == "not-a-date"
