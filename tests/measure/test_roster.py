"""The roster of the first two weeks: everybody in turn, nobody while away, teaching or resting."""

from collections import Counter
from datetime import date, time

from groupplan.model.roster import Shift
from tests.briefs import alone
from tests.schedule.dated import task

ASKED = task("{from: opens, offset: -5d}", "minutes: 30", "shift_roster")
THREE = """roles:
  - {id: ann, name: Ann, duties: [owner], hours_week: 30, backup: bob}
  - {id: bob, name: Bob, duties: [host], hours_week: 30, backup: ann}
  - {id: cho, name: Cho, duties: [service], hours_week: 30, backup: ann%s}
"""
LAST = date(2027, 3, 14)


def roster(team: str = THREE % "", *tasks: str, rest: str = "") -> tuple[Shift, ...]:
    return alone(team + rest, "tasks:\n" + "".join((ASKED, *tasks))).measures.roster


def test_three_shifts_a_day_for_two_weeks() -> None:
    found = roster()
    assert len(found) == 42
    assert {(one.start, one.end) for one in found} == {
        (time(8), time(12)),
        (time(12), time(18)),
        (time(18), time(22, 30)),
    }
    assert (found[0].day, found[-1].day) == (date(2027, 3, 1), LAST)
    assert all(one.role for one in found)


def test_those_who_give_alike_have_alike() -> None:
    shifts = Counter(one.role for one in roster())
    assert max(shifts.values()) - min(shifts.values()) <= 2


def test_who_gives_more_hours_has_more_shifts() -> None:
    uneven = THREE.replace("hours_week: 30, backup: bob", "hours_week: 9, backup: bob") % ""
    shifts = Counter(one.role for one in roster(uneven))
    assert shifts["ann"] < min(shifts["bob"], shifts["cho"])


def test_everybody_has_a_free_day_a_week_and_at_most_two_shifts_a_day() -> None:
    found = roster()
    for person in ("ann", "bob", "cho"):
        mine = [one.day for one in found if one.role == person]
        assert len({day for day in mine if day < date(2027, 3, 8)}) <= 6
        assert max(Counter(mine).values()) <= 2


def test_nobody_is_on_shift_or_stands_in_while_away() -> None:
    found = roster(THREE % ", away: [2027-03-02..2027-03-05]")
    there = [one for one in found if date(2027, 3, 2) <= one.day <= date(2027, 3, 5)]
    assert all("cho" not in (one.role, one.backup) for one in there)
    assert any(one.role == "cho" for one in found)


def test_who_holds_an_event_is_not_on_shift_in_these_hours() -> None:
    lesson = "{every: day, from: opens, until: closes, time: '20:00'}"
    found = roster(THREE % "", task(lesson, "kind: event, duty: owner, minutes: 60", "lesson"))
    assert all(one.role != "ann" for one in found if one.start == time(18))


def test_one_person_with_few_hours_takes_the_busiest_shift_and_the_rest_stays_empty() -> None:
    alone_ = "roles: [{id: ann, name: Ann, duties: [owner], hours_week: 5}]\n"
    evening = "{every: day, from: opens, until: closes, time: '20:00'}"
    found = roster(alone_, task(evening, "kind: post", "ask"))
    mine = [one for one in found if one.role]
    assert {one.start for one in mine} == {time(18)}
    assert len(mine) == 6
    assert all(one.backup == "" for one in found)


def test_the_stand_in_is_named_beside() -> None:
    assert {(one.role, one.backup) for one in roster()} == {("ann", "bob"), ("bob", "ann"), ("cho", "ann")}


def test_a_plan_without_that_task_or_team_has_no_roster() -> None:
    assert alone(THREE % "", "tasks: []").measures.roster == ()
    assert roster("") == ()


def test_a_short_plan_has_a_short_roster() -> None:
    found = roster(rest="closes: 2027-03-03\n")
    assert (len(found), found[-1].day) == (9, date(2027, 3, 3))


def test_where_nobody_answers_by_duty_everybody_takes_turns() -> None:
    team = "roles: [{id: ann, name: Ann, duties: [writer], hours_week: 30}]\n"
    assert {one.role for one in roster(team)} == {"ann", ""}


def test_the_same_brief_gives_the_same_roster() -> None:
    assert roster() == roster()
