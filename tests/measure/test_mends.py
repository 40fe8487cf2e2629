"""A day that is too full names the cheapest way out; duties and absence name what is missing."""

import pytest

from groupplan.model.finding import Finding
from tests.briefs import alone
from tests.schedule.dated import task

TEAM = """roles:
  - {id: ann, name: Ann, duties: [host], hours_week: 10%s}
  - {id: bob, name: Bob, duties: [owner], hours_week: %d}
"""
ONCE = "{from: opens, offset: 1d, time: '%s'}"
FIXED = task(ONCE % "09:00", "kind: post, minutes: 240, priority: must", "fixed")
"""Four hours of the six that one day of somebody with ten hours a week may take."""


def found(brief: str, code: str, *tasks: str) -> list[Finding]:
    return [one for one in alone(brief, "tasks:\n" + "".join(tasks)).findings if one.code == code]


def day(bob: int, rest: str, *others: str, ann: str = ", backup: bob") -> Finding | None:
    other = task(ONCE % "15:00", rest, "other")
    return next(iter(found(TEAM % (ann, bob), "GP512", FIXED, other, *others)), None)


def test_a_day_within_three_even_ones_is_no_finding() -> None:
    assert day(40, "kind: post, minutes: 120, priority: must") is None


def test_the_stand_in_comes_first_where_there_is_room() -> None:
    one = day(40, "kind: work, minutes: 150, priority: could")
    assert one is not None and one.words.key == "day-overloaded-backup"
    assert dict(one.words.gaps)["backup"] == "Bob"
    assert dict(one.words.gaps)["task"] == "other"


def test_a_stand_in_without_room_is_passed_over() -> None:
    one = day(5, "kind: work, minutes: 150, priority: must")
    assert one is not None and one.words.key == "day-overloaded-move"
    assert dict(one.words.gaps)["other"] == "2027-03-01"


def test_what_cannot_move_to_a_full_day_moves_to_the_other() -> None:
    monday = task("{from: opens, time: '09:00'}", "kind: post, minutes: 300, priority: must", "monday")
    weeks = TEAM % (", backup: bob", 5)
    full = weeks.replace("hours_week: 10", "hours_week: 14")
    other = task(ONCE % "15:00", "kind: work, minutes: 290, priority: must", "other")
    (one,) = found(full, "GP512", FIXED, other, monday)
    assert dict(one.words.gaps)["other"] == "2027-03-03"


def test_a_could_is_left_out_where_nothing_moves() -> None:
    one = day(5, "kind: post, minutes: 150, priority: could")
    assert one is not None and one.words.key == "day-overloaded-drop"


def test_where_nothing_is_cheap_the_day_is_to_be_shared() -> None:
    one = day(5, "kind: post, minutes: 150, priority: must")
    assert one is not None and one.words.key == "day-overloaded-share"
    assert dict(one.words.gaps)["task"] == "fixed"


def test_a_week_that_is_too_short_as_a_whole_is_told_by_another_rule() -> None:
    more = task(ONCE % "18:00", "kind: post, minutes: 400, priority: must", "more")
    assert day(5, "kind: post, minutes: 150, priority: must", more) is None


WEEKLY = task(
    "{every: week, on: [mon], from: opens, until: activate.end}", "priority: must, minutes: 30", "it"
)


@pytest.mark.parametrize(("backup", "fires"), [("", True), (", backup: bob", False)])
def test_a_duty_of_some_weeks_without_a_stand_in_hangs_on_one_person(backup: str, fires: bool) -> None:
    assert bool(found(TEAM % (backup, 10), "GP513", WEEKLY)) is fires


def test_a_person_who_is_busy_every_week_is_told_once() -> None:
    always = task("{every: week, on: [tue], from: opens, until: closes}", "priority: must, minutes: 30", "it")
    assert found(TEAM % ("", 10), "GP513", always) == []
    assert len(found(TEAM % ("", 10), "GP503", always)) == 1


def test_one_occasion_is_no_standing_duty() -> None:
    assert found(TEAM % ("", 10), "GP513", FIXED) == []


def test_absence_names_the_first_task_and_how_many() -> None:
    (one,) = found(TEAM % (", away: [2027-03-01..2027-03-05]", 10), "GP514", FIXED, WEEKLY)
    gaps = dict(one.words.gaps)
    assert (one.words.key, gaps["count"], gaps["day"]) == ("away-without-backup", "2", "2027-03-01")


def test_a_price_is_judged_after_refunds() -> None:
    offer = "offers: [{id: c, name: C, price: 100, cost: %s, refund_rate: 10%%, to: 2027-03-20}]"
    assert found(offer % 90, "GP709", FIXED) == []
    assert len(found(offer % 91, "GP709", FIXED)) == 1


def test_rewards_run_out_only_well_before_the_end() -> None:
    brief = """seeds: {count: 0}
channels: [{id: mail, reach: 1000}]
history: {reach: 1000, scanned: 1000, joined: 1000, referred: 100}
referral: {reward: Sticker, value: 2, cap: %d}
"""
    assert found(brief % 99, "GP710", FIXED) == []
    assert len(found(brief % 98, "GP710", FIXED)) == 1
    assert found((brief % 9).replace("value: 2", "value: 0"), "GP710", FIXED) == []


def test_an_amount_in_another_currency_is_told_where_it_stands() -> None:
    brief = "budget: {currency: EUR, tools: 30}\nrewards: [{id: book, name: Book, value: USD 12}]"
    (one,) = found(brief, "GP711", FIXED)
    assert one.origin.route == ("rewards", 0, "value")
