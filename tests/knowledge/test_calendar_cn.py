"""Our calendar of China against the `holidays` library it was made from.

A later release of the library may know the make-up days of a year for which ours lists only the
statutory days. That must not fail here: every test checks only what both know equally. A corrected
day of a year both know does fail: then the table is to be made anew.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import holidays
import pytest
import yaml

TABLE = Path(__file__).parents[2] / "src/groupplan/knowledge/calendars/CN.yaml"
CALENDAR: dict[str, Any] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
YEARS: dict[int, dict[str, Any]] = {entry["year"]: entry for entry in CALENDAR["years"]}
KNOWN = [year for year, entry in YEARS.items() if entry["arrangement"] == "known"]
STATUTORY = [year for year in YEARS if year not in KNOWN]


def days(year: int, key: str) -> list[date]:
    return [date.fromisoformat(entry["day"]) for entry in YEARS[year][key]]


def library_knows(year: int) -> bool:
    # Not "is the set empty": it always holds days of 2001 to 2011.
    library = holidays.country_holidays("CN", years=year)
    return any(day.year == year for day in library.weekend_workdays)


def days_both_know(year: int) -> list[date]:
    # The notice for the next year may move days of this December too, and the library gives those
    # whatever years it is asked for: without that notice in our table, December is left out.
    newer = year + 1 not in KNOWN and library_knows(year + 1)
    first, end = date(year, 1, 1), date(year, 12, 1) if newer else date(year + 1, 1, 1)
    return [first + timedelta(days=i) for i in range((end - first).days)]


def works(year: int, day: date) -> bool:
    free = day.weekday() >= 5 or day in days(year, "days_off")
    return not free or day in days(year, "work_days")


def test_years_and_header() -> None:
    assert (CALENDAR["knowledge"], CALENDAR["country"]) == (1, "CN")
    assert list(YEARS) == list(range(2024, 2031))
    assert {entry["arrangement"] for entry in YEARS.values()} <= {"known", "statutory"}
    assert KNOWN[:3] == [2024, 2025, 2026]


@pytest.mark.parametrize("year", KNOWN)
def test_known_year_agrees_on_every_day(year: int) -> None:
    library = holidays.country_holidays("CN", years=year)
    checked = days_both_know(year)
    assert [day for day in checked if works(year, day) != library.is_working_day(day)] == []
    assert [day for day in checked if (day in days(year, "days_off")) != (day in library)] == []


@pytest.mark.parametrize("year", STATUTORY)
def test_statutory_year_lists_the_statutory_days(year: int) -> None:
    assert YEARS[year]["work_days"] == []
    if library_knows(year):
        pytest.skip("this release of the library is newer than our table")
    assert days(year, "days_off") == sorted(holidays.country_holidays("CN", years=year))


@pytest.mark.parametrize("year", YEARS)
def test_known_means_make_up_days_of_that_year(year: int) -> None:
    assert (year in KNOWN) == bool(YEARS[year]["work_days"])
    if year in STATUTORY and library_knows(year):
        pytest.skip("this release of the library is newer than our table")
    assert (year in KNOWN) == library_knows(year)


@pytest.mark.parametrize("year", YEARS)
def test_days_are_well_formed(year: int) -> None:
    off, work = days(year, "days_off"), days(year, "work_days")
    for listed in (off, work):
        assert listed == sorted(set(listed))
        assert {day.year for day in listed} <= {year}
    assert off
    assert not set(off) & set(work)
    assert all(day.weekday() >= 5 for day in work)


@pytest.mark.parametrize("year", YEARS)
def test_names_are_in_both_languages(year: int) -> None:
    for entry in [*YEARS[year]["days_off"], *YEARS[year]["work_days"]]:
        assert list(entry["name"]) == ["zh-CN", "en"]
        assert any("一" <= sign <= "鿿" for sign in entry["name"]["zh-CN"])
        assert entry["name"]["en"].isascii()
        # Bridge days carry the name of their festival, not the library's label.
        assert "休息日" not in entry["name"]["zh-CN"]
        assert "ubstituted" not in entry["name"]["en"]


def test_2026_by_hand() -> None:
    expected = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]
    assert [entry["day"] for entry in YEARS[2026]["work_days"]] == expected
    names = {entry["day"]: entry["name"] for entry in YEARS[2026]["days_off"]}
    assert names["2026-01-02"] == {"zh-CN": "元旦假期", "en": "New Year's Day holiday"}
    assert names["2026-02-20"] == {"zh-CN": "春节假期", "en": "Spring Festival holiday"}
    assert names["2026-10-07"] == {"zh-CN": "国庆节假期", "en": "National Day holiday"}
