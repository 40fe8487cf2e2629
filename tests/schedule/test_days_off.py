"""Days off: work moves to the next working day, or back when that would leave the stage; posts stay."""

import pytest

from groupplan.model.plan import Plan
from tests.schedule.dated import moment, occurrences, plan

CHINA = "opens: 2026-09-21\ncloses: 2026-10-18\nplatform: wecom\n"
"""The Mid-Autumn Festival is on 25 September, the National Day weeks on 1 to 7 October 2026;
Sunday 20 September and Saturday 10 October are worked instead."""
WORK = "kind: work, stage: retain"


def why(found: Plan) -> str:
    moved = found.schedule.of("it")[0].moved
    return moved.key if moved else ""


def day(offset: str, brief: str = "", rest: str = WORK) -> str:
    return moment(f"{{from: opens, offset: {offset}}}", brief, rest)


def test_work_on_a_weekend_moves_to_monday() -> None:
    assert day("5d") == "2027-03-08"
    assert why(plan("{from: opens, offset: 5d}", "", WORK)) == "moved-weekend"


def test_work_on_a_weekday_stays() -> None:
    assert day("4d") == "2027-03-05"
    assert why(plan("{from: opens, offset: 4d}", "", WORK)) == ""


def test_work_that_prepares_for_an_anchor_moves_back_rather_than_out_of_its_stage() -> None:
    assert moment("{from: closes, offset: -1d}", "", WORK) == "2027-03-19"


def test_the_last_of_a_series_moves_back_too() -> None:
    found = occurrences("{every: week, on: [sun], from: opens, until: closes}", "", WORK)
    assert [one.day.day for one in found] == [8, 15, 19]


def test_work_that_follows_an_anchor_moves_on_out_of_its_stage_but_not_out_of_the_plan() -> None:
    assert day("20d") == "2027-03-22"
    assert day("27d") == "2027-03-26"


def test_a_series_stays_when_its_stage_has_no_working_day() -> None:
    weekend = "stages: {retain: {from: 2027-03-06, to: 2027-03-07}}"
    assert [one.day.day for one in occurrences("{every: day}", weekend, WORK)] == [6, 7]


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("kind: post", "2027-03-06"),
        ("kind: event", "2027-03-06"),
        ("kind: post, on_dayoff: move, stage: retain", "2027-03-08"),
        ("kind: work, on_dayoff: stay", "2027-03-06"),
    ],
)
def test_posts_and_events_stay_unless_they_are_told_to_move(rest: str, found: str) -> None:
    assert day("5d", rest=rest) == found


def test_a_skipped_day_off_is_left_out_of_a_series() -> None:
    found = occurrences("{every: day, from: opens, until: closes}", "", "kind: post, on_dayoff: skip")
    assert len(found) == 15 and all(one.day.weekday() < 5 for one in found)


def test_a_skipped_day_off_leaves_nothing_of_a_single_task() -> None:
    assert plan("{from: opens, offset: 5d}", "", "kind: post, on_dayoff: skip").schedule.undated == ("it",)


def test_the_brief_may_take_a_day_off() -> None:
    assert day("1d", "calendar: {days_off: [2027-03-02, 2027-03-03]}", "kind: work") == "2027-03-04"


def test_the_brief_may_work_on_a_saturday() -> None:
    assert day("5d", "calendar: {work_days: [2027-03-06]}") == "2027-03-06"
    assert day("6d", "calendar: {work_days: [2027-03-06]}") == "2027-03-08"


def test_a_public_holiday_is_a_day_off_with_its_name() -> None:
    found = plan("{from: opens, offset: 4d}", CHINA, WORK)
    (one,) = found.schedule.of("it")
    assert f"{one.day}" == "2026-09-28"
    assert one.moved is not None and one.moved.key == "moved-holiday"
    assert "Mid-Autumn" in dict(one.moved.gaps)["name"]


def test_work_waits_for_the_end_of_a_long_holiday() -> None:
    assert day("10d", CHINA) == "2026-10-08"


def test_a_make_up_working_day_is_worked_although_it_is_a_saturday() -> None:
    assert day("19d", CHINA) == "2026-10-10"


def test_working_days_skip_holidays_and_include_make_up_days() -> None:
    at = "{every: workday, from: opens, offset: 9d, until: retain.end}"
    found = [f"{one.day:%m-%d}" for one in occurrences(at, CHINA)]
    assert found[:6] == ["09-30", "10-08", "10-09", "10-10", "10-12", "10-13"]


def test_the_brief_may_take_off_a_make_up_working_day() -> None:
    assert day("19d", CHINA + "calendar: {days_off: [2026-10-10]}") == "2026-10-12"


def test_a_year_whose_arrangement_is_not_published_is_named() -> None:
    chinese = "platform: wecom\nopens: 2030-03-04\ncloses: 2030-03-24"
    assert plan("{from: opens}", chinese).schedule.unknown_years == (2030,)
    assert plan("{from: opens}", CHINA).schedule.unknown_years == ()
    assert plan("{from: opens}", chinese.replace("wecom", "slack")).schedule.unknown_years == ()


def test_a_year_for_which_the_brief_gives_days_counts_as_known() -> None:
    chinese = "platform: wecom\nopens: 2030-03-04\ncloses: 2030-03-24\ncalendar: {work_days: [2030-03-09]}"
    assert plan("{from: opens}", chinese).schedule.unknown_years == ()
