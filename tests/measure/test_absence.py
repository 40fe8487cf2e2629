"""Absence: the stand-in does the work, the week has fewer hours, and what nobody covers is named."""

from datetime import date

import pytest

from groupplan.model.measures import Load, Measures
from groupplan.model.roster import Uncovered
from tests.briefs import alone
from tests.schedule.dated import task

DAILY = "{every: day, from: opens, until: closes, time: '10:00'}"
MONDAY, SECOND = date(2027, 3, 1), date(2027, 3, 8)


def measures(ann: str = "", bob: str = "", rest: str = "", *tasks: str) -> Measures:
    team = f"""roles:
  - {{id: ann, name: Ann, duties: [host], hours_week: 10{ann}}}
  - {{id: bob, name: Bob, duties: [owner], hours_week: 10{bob}}}
"""
    posts = tasks or (task(DAILY, "minutes: 10, priority: must"),)
    return alone(team + rest, "tasks:\n" + "".join(posts)).measures


def load(found: Measures, role: str, week: date) -> Load:
    return next(one for one in found.of(role) if one.week == week)


def test_while_somebody_is_away_the_stand_in_does_the_work() -> None:
    found = measures(", backup: bob, away: [2027-03-08..2027-03-10]")
    assert (load(found, "ann", SECOND).minutes, load(found, "bob", SECOND).minutes) == (40, 30)
    assert (load(found, "ann", MONDAY).minutes, load(found, "bob", MONDAY).minutes) == (70, 0)
    assert found.uncovered == ()
    assert found.minutes == 210


def test_a_week_has_as_many_hours_as_there_are_days() -> None:
    found = measures(", backup: bob, away: [2027-03-08..2027-03-10]")
    short = load(found, "ann", SECOND)
    assert [short.available, short.off, short.free] == pytest.approx([600, 360, 240])


def test_a_weekend_away_takes_no_hours_from_the_week() -> None:
    found = measures(", backup: bob, away: [2027-03-13..2027-03-14]")
    assert load(found, "ann", SECOND).off == 0
    assert load(found, "bob", SECOND).minutes == 20


def test_a_whole_week_away_leaves_nothing_and_nothing_is_divided() -> None:
    found = measures(", away: [2027-03-08..2027-03-14]")
    empty = load(found, "ann", SECOND)
    assert (empty.free, empty.minutes, empty.over) == (0, 70, 70)


def test_the_briefs_own_days_off_take_hours_and_its_working_saturdays_give_them_back() -> None:
    off = measures("", "", "calendar: {days_off: [2027-03-09]}\n")
    assert load(off, "ann", SECOND).off == pytest.approx(120)
    made_up = measures("", "", "calendar: {days_off: [2027-03-09], work_days: [2027-03-13]}\n")
    assert load(made_up, "ann", SECOND).off == 0


def test_without_a_stand_in_the_work_stays_and_is_named() -> None:
    found = measures(", away: [2027-03-08..2027-03-09]")
    assert found.uncovered == (Uncovered("ann", "it", SECOND), Uncovered("ann", "it", date(2027, 3, 9)))
    assert load(found, "ann", SECOND).minutes == 70


def test_a_stand_in_who_is_away_too_covers_only_the_other_days() -> None:
    found = measures(", backup: bob, away: [2027-03-08..2027-03-10]", ", away: [2027-03-10]")
    assert found.uncovered == (Uncovered("ann", "it", date(2027, 3, 10)),)
    assert load(found, "bob", SECOND).minutes == 20


def test_minutes_by_person_and_task_add_up_to_those_of_the_task() -> None:
    found = measures(", backup: bob, away: [2027-03-08..2027-03-10]")
    hands = [weeks for tasks in found.hands.values() for weeks in tasks.values()]
    assert sum(sum(weeks.values()) for weeks in hands) == sum(found.tasks["it"].values())


def test_a_day_tells_what_fills_it_largest_first() -> None:
    once = "{from: opens, time: '%s'}"
    found = measures(
        "", "", "", task(once % "09:00", "minutes: 20", "a"), task(once % "15:00", "minutes: 130", "b")
    )
    (day,) = found.days
    assert (day.role, day.day, day.minutes) == ("ann", MONDAY, 150)
    assert day.parts == (("b", 130), ("a", 20))
    assert (day.even, day.over, day.most) == (120, 30, 360)


def test_no_day_is_longer_than_ten_hours_and_a_fifth() -> None:
    full = "roles: [{id: ann, name: Ann, duties: [host], hours_week: 60}]"
    (day,) = alone(full, "tasks:\n" + task("{from: opens}", "minutes: 9")).measures.days
    assert (day.even, day.most) == (600, 720)
