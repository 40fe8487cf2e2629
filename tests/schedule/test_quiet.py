"""Quiet hours: a post put there by a playbook is moved to the nearest allowed minute of the day."""

import pytest

from tests.schedule.dated import moment, plan

POST = "kind: post"


def hour(time: str, rules: str, rest: str = POST) -> str:
    brief = f"rules: {rules}" if rules else ""
    return moment(f"{{from: opens, time: '{time}'}}", brief, rest).partition(" ")[2]


@pytest.mark.parametrize(
    ("time", "found"),
    [
        ("22:29", "22:29"),
        ("22:30", "22:20"),
        ("23:59", "22:20"),
        ("00:00", "07:30"),
        ("07:29", "07:30"),
        ("07:30", "07:30"),
    ],
)
def test_evenings_move_before_the_night_and_mornings_after_it(time: str, found: str) -> None:
    assert hour(time, "") == found


def test_a_quiet_span_within_the_day_is_left_at_its_end() -> None:
    assert hour("13:00", '{quiet: ["12:00-14:00"]}') == "14:00"


def test_two_quiet_spans_that_meet_are_left_together() -> None:
    assert hour("06:00", '{quiet: ["22:30-07:30", "07:30-09:00"]}') == "09:00"
    assert hour("23:00", '{quiet: ["22:30-07:30", "21:00-22:30"]}') == "20:50"


def test_an_evening_that_is_quiet_too_moves_to_the_last_gap_before_it() -> None:
    assert hour("23:00", '{quiet: ["22:30-07:30", "08:00-22:30"]}') == "07:50"


def test_a_day_that_is_quiet_throughout_moves_nothing() -> None:
    rules = 'rules: {quiet: ["00:00-12:00", "12:00-00:00"]}'
    (one,) = plan("{from: opens, time: '10:00'}", rules, POST).schedule.of("it")
    assert f"{one.at:%H:%M}" == "10:00" and one.moved is None


def test_the_move_says_why() -> None:
    (one,) = plan("{from: opens, time: '23:00'}", "", POST).schedule.of("it")
    assert one.moved is not None
    assert (one.moved.key, dict(one.moved.gaps)) == ("moved-quiet", {"time": "23:00", "quiet": "22:30-07:30"})


@pytest.mark.parametrize("kind", ["event", "work"])
def test_only_posts_are_moved(kind: str) -> None:
    assert hour("23:00", "", f"kind: {kind}") == "23:00"


def test_what_the_brief_itself_puts_there_stays() -> None:
    lesson = 'lessons: [{id: one, title: One, at: "2027-03-04 23:00"}]'
    (one,) = plan("{from: item.at}", lesson, f"{POST}, each: lessons").schedule.of("it@one")
    assert f"{one.at:%H:%M}" == "23:00"
    rhythm = 'cadence: {daily_posts: [{at: "23:00", what: digest}]}'
    found = plan("{every: day, time: cadence.digest}", rhythm, POST).schedule.of("it")
    assert {f"{one.at:%H:%M}" for one in found} == {"23:00"}


def test_fun_keeps_out_of_the_hours_for_the_topic() -> None:
    rules = '{on_topic: ["19:00-21:00"]}'
    assert hour("20:00", rules, "kind: post, content: fun") == "21:00"
    assert hour("20:00", rules, "kind: post, content: value") == "20:00"
