"""Recurring tasks fall on the days that dateutil's rrule finds."""

from datetime import date, datetime, time, timedelta

from dateutil import rrule
from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan.model.choices import WEEKDAYS
from tests.schedule.dated import days

DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
LENGTHS = st.integers(1, 200)


def span(opens: date, length: int) -> str:
    return f"opens: {opens}\nhorizon: {length}d\n"


def oracle(opens: date, length: int, rule: rrule.rrule) -> list[date]:
    first = datetime.combine(opens, time(0))
    last = first + timedelta(days=length - 1)
    return [one.date() for one in rule.replace(dtstart=first, until=last)]


@given(DAYS, LENGTHS)
@settings(max_examples=30, deadline=None)
def test_every_day(opens: date, length: int) -> None:
    found = days("{every: day, from: opens, until: closes}", span(opens, length))
    assert found == oracle(opens, length, rrule.rrule(rrule.DAILY))


@given(DAYS, LENGTHS)
@settings(max_examples=30, deadline=None)
def test_every_working_day(opens: date, length: int) -> None:
    found = days("{every: workday, from: opens, until: closes}", span(opens, length))
    assert found == oracle(opens, length, rrule.rrule(rrule.DAILY, byweekday=range(5)))


@given(DAYS, LENGTHS, st.sets(st.sampled_from(WEEKDAYS), min_size=1), st.sampled_from((1, 2)))
@settings(max_examples=60, deadline=None)
def test_weekdays_of_every_week_or_second_week(opens: date, length: int, on: set[str], interval: int) -> None:
    every = "week" if interval == 1 else "2 weeks"
    at = f"{{every: {every}, on: [{', '.join(sorted(on))}], from: opens, until: closes}}"
    wanted = [WEEKDAYS.index(day) for day in on]
    rule = rrule.rrule(rrule.WEEKLY, interval=interval, byweekday=wanted, wkst=rrule.MO)
    assert days(at, span(opens, length)) == oracle(opens, length, rule)


@given(DAYS, LENGTHS, st.sampled_from(("week", "2 weeks")))
@settings(max_examples=30, deadline=None)
def test_without_a_weekday_it_keeps_that_of_the_first_day(opens: date, length: int, every: str) -> None:
    rule = rrule.rrule(rrule.WEEKLY, interval=1 if every == "week" else 2, byweekday=opens.weekday())
    at = f"{{every: {every}, from: opens, until: closes}}"
    assert days(at, span(opens, length)) == oracle(opens, length, rule)


@given(DAYS, LENGTHS, st.sets(st.integers(1, 31), min_size=1, max_size=3))
@settings(max_examples=80, deadline=None)
def test_days_of_the_month_and_the_last_one_instead_of_those_it_lacks(
    opens: date, length: int, on: set[int]
) -> None:
    at = f"{{every: month, on: [{', '.join(map(str, sorted(on)))}], from: opens, until: closes}}"
    rules = [
        rrule.rrule(rrule.MONTHLY, bymonthday=range(min(28, number), number + 1), bysetpos=-1)
        for number in on
    ]
    expected = {day for rule in rules for day in oracle(opens, length, rule)}
    assert days(at, span(opens, length)) == sorted(expected)


def test_the_31st_falls_on_the_last_day_of_short_months() -> None:
    found = days("{every: month, on: [31], from: opens, until: closes}", span(date(2027, 1, 31), 150))
    assert [f"{day:%m-%d}" for day in found] == ["01-31", "02-28", "03-31", "04-30", "05-31"]


def test_a_leap_year_has_a_29th_of_february() -> None:
    found = days("{every: month, on: [30], from: opens, until: closes}", span(date(2028, 2, 1), 60))
    assert [f"{day:%m-%d}" for day in found] == ["02-29", "03-30"]


@given(DAYS, LENGTHS, st.sets(st.integers(0, 60), max_size=5))
@settings(max_examples=30, deadline=None)
def test_excepted_days_are_left_out(opens: date, length: int, left_out: set[int]) -> None:
    gone = [opens + timedelta(days=offset) for offset in sorted(left_out)]
    at = f"{{every: day, from: opens, until: closes, except: [{', '.join(map(str, gone))}]}}"
    everything = oracle(opens, length, rrule.rrule(rrule.DAILY))
    assert days(at, span(opens, length)) == [day for day in everything if day not in gone]


@given(DAYS, st.integers(30, 100), st.integers(-10, 20))
@settings(max_examples=30, deadline=None)
def test_an_offset_moves_the_first_day(opens: date, length: int, offset: int) -> None:
    found = days(f"{{every: day, from: opens, offset: {offset}d, until: closes}}", span(opens, length))
    assert found == oracle(opens + timedelta(days=offset), length - offset, rrule.rrule(rrule.DAILY))
