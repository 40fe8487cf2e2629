"""Marketing days: by rule, by list, and how many fall into a span."""

from datetime import date

import pytest

from groupplan.model.marketing import MarketingDay
from groupplan.model.scalars import ScalarError

YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def day(**fields: object) -> MarketingDay:
    given: dict[str, object] = {"id": "it", "name": "It", "prepare": "7d", "idea": "Do it"}
    return MarketingDay.model_validate({**given, **fields})


@pytest.mark.parametrize(
    ("rule", "falls"),
    [
        ("06-18", date(2027, 6, 18)),
        ("second sun 05", date(2027, 5, 9)),
        ("third sun 06", date(2027, 6, 20)),
        ("first mon 09", date(2027, 9, 6)),
        ("last fri 11", date(2027, 11, 26)),
        ("02-29", date(2027, 2, 28)),
    ],
)
def test_a_rule_gives_one_day_a_year(rule: str, falls: date) -> None:
    assert list(day(on=rule).between(*YEAR)) == [falls]


def test_a_span_over_new_year_holds_the_days_of_both_years() -> None:
    found = list(day(on="01-01").between(date(2026, 12, 1), date(2028, 1, 31)))
    assert found == [date(2027, 1, 1), date(2028, 1, 1)]


def test_listed_days_fall_in_their_own_years_only() -> None:
    assert list(day(dates=["2027-02-06", "2028-01-26"]).between(*YEAR)) == [date(2027, 2, 6)]


@pytest.mark.parametrize(
    "rule", ["13-01", "06-31", "fifth sun 05", "second someday 05", "second sun 13", "618"]
)
def test_what_names_no_day_is_refused(rule: str) -> None:
    with pytest.raises((ScalarError, ValueError)):
        day(on=rule)


def test_a_day_has_a_rule_or_dates_and_not_both() -> None:
    for fields in ({}, {"on": "06-18", "dates": ["2027-06-18"]}):
        with pytest.raises((ScalarError, ValueError)):
            day(**fields)
