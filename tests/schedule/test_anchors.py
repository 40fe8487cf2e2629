"""Anchors: the moments that relative times are counted from."""

import pytest

from tests.schedule.dated import moment, plan

PROGRAMME = """lessons:
  - {id: one, title: One, at: "2027-03-04 20:00"}
  - {id: two, title: Two, at: "2027-03-11 20:00"}
offers: [{id: course, name: Course, from: 2027-03-15, to: 2027-03-18}]
"""


@pytest.mark.parametrize(
    ("anchor", "day"),
    [
        ("opens", "2027-03-01"),
        ("closes", "2027-03-21"),
        ("start", "2027-02-15"),
        ("end", "2027-03-28"),
        ("prepare.start", "2027-02-15"),
        ("prepare.end", "2027-02-28"),
        ("recruit.start", "2027-02-22"),
        ("recruit.end", "2027-03-05"),
        ("activate.end", "2027-03-08"),
        ("retain.start", "2027-03-04"),
        ("convert.start", "2027-03-15"),
        ("refer.start", "2027-03-08"),
        ("review.start", "2027-03-22"),
        ("review.end", "2027-03-28"),
    ],
)
def test_a_day_of_the_plan(anchor: str, day: str) -> None:
    assert moment(f"{{from: {anchor}}}") == day


def test_an_overridden_stage_moves_its_anchor() -> None:
    assert moment("{from: convert.start}", "stages: {convert: {from: 2027-03-10}}") == "2027-03-10"


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("{from: opens, offset: -10d, time: '10:00'}", "2027-02-19 10:00"),
        ("{from: opens, offset: 1w}", "2027-03-08"),
        ("{from: opens, offset: 90min}", "2027-03-01 01:30"),
        ("{from: opens, offset: -1h}", "2027-02-28 23:00"),
        ("{from: opens, offset: -1h, time: '10:00'}", "2027-02-28 10:00"),
    ],
)
def test_an_offset_moves_the_day_and_an_hour_of_its_own_stays(at: str, found: str) -> None:
    assert moment(at) == found


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("{from: item.at}", "2027-03-04 20:00"),
        ("{from: item.at, offset: -1h}", "2027-03-04 19:00"),
        ("{from: item.at, offset: -21h}", "2027-03-03 23:00"),
        ("{from: item.at, time: '09:30'}", "2027-03-04 09:30"),
        ("{from: item.at, offset: 1d, time: '11:00'}", "2027-03-05 11:00"),
    ],
)
def test_a_lesson_has_a_day_and_an_hour(at: str, found: str) -> None:
    first = plan(at, PROGRAMME, "each: lessons").schedule.of("it@one")
    assert [f"{one.day} {one.at:%H:%M}" for one in first] == [found]


def test_an_offer_begins_and_ends() -> None:
    found = {
        anchor: plan(f"{{from: {anchor}}}", PROGRAMME, "each: offers").schedule.of("it@course")[0].day.day
        for anchor in ("item.from", "item.to")
    }
    assert found == {"item.from": 15, "item.to": 18}


def test_a_lesson_as_long_as_it_is_keeps_everyone_busy() -> None:
    brief = 'lessons: [{id: one, title: One, at: "2027-03-04 20:00", minutes: 75}]'
    assert plan("{from: item.at}", brief, "each: lessons").schedule.of("it@one")[0].length == 75


def test_an_excepted_day_gives_no_date() -> None:
    assert plan("{from: opens, except: [2027-03-01]}").schedule.undated == ("it",)
