"""Minutes per duty, person and week, by hand."""

from datetime import date

import pytest

from groupplan.model.measures import Measures
from tests.briefs import alone
from tests.schedule.dated import task

TEAM = """roles:
  - {id: ann, name: Ann, duties: [host, owner], hours_week: 60}
  - {id: bob, name: Bob, duties: [teacher], hours_week: 2}
"""
PEOPLE = """seeds: {count: 0}
assumptions: {scan_rate: 100%, join_rate: 100%}
channels: [{id: mail, reach: 240}]
groups: [{id: main, size: 102}, {id: gold, kind: vip, size: 10, count: 2}]
"""
"""240 people join within the twelve days of recruiting, 20 a day: three groups of 100 usable seats."""
FIRST, SECOND = date(2027, 3, 1), date(2027, 3, 8)
ONCE = "{from: opens, time: '10:00'}"


def measures(*tasks: str, brief: str = TEAM + PEOPLE) -> Measures:
    return alone(brief, "tasks:\n" + "".join(tasks)).measures


def minutes(at: str, rest: str) -> float:
    return measures(task(at, f"kind: post, {rest}")).minutes


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("minutes: 10", 10),
        ("minutes: 10, per: plan", 10),
        ("minutes: 10, per: group", 30),
        ("minutes: 10, per: group, audience: vip", 20),
        ("minutes: 10, per: group, audience: staff", 10),
        ("minutes: 10, per: member", 2400),
    ],
)
def test_minutes_are_multiplied_by_what_the_task_is_for(rest: str, expected: float) -> None:
    assert minutes(ONCE, rest) == pytest.approx(expected)


def test_members_who_are_there_count_too() -> None:
    per_member = task(ONCE, "kind: work, minutes: 1, per: member")
    assert measures(per_member, brief=TEAM + PEOPLE + "members_now: 60").minutes == pytest.approx(300)


def test_a_series_counts_every_time_in_its_week() -> None:
    found = measures(task("{every: week, on: [tue, thu], from: opens, until: closes}", "minutes: 10"))
    assert found.tasks["it"] == {FIRST: 20, SECOND: 20, date(2027, 3, 15): 20}


def test_an_event_keeps_its_duty_busy_to_the_end() -> None:
    lesson = 'lessons: [{id: one, title: One, at: "2027-03-02 20:00", minutes: 75}]\n'
    short = task("{from: item.at}", "each: lessons, minutes: 20, duty: teacher")
    long = task("{from: item.at}", "each: lessons, minutes: 90, duty: teacher")
    assert measures(short, brief=lesson + TEAM).duties["teacher"] == 75
    assert measures(long, brief=lesson + TEAM).duties["teacher"] == 90


@pytest.mark.parametrize(("kind", "expected"), [("post", 5), ("work", 30), ("event", 0)])
def test_where_a_playbook_gives_no_minutes_a_usual_figure_stands_in(kind: str, expected: int) -> None:
    line = f"  - {{id: it, name: It, stage: activate, duty: host, at: {ONCE}, kind: {kind}}}\n"
    assert measures(line).minutes == expected


def test_a_step_of_the_new_members_clock_is_spread_over_the_recruiting_window() -> None:
    found = measures(task("{after_join: 30min}", "kind: touch, minutes: 3, per: member"))
    assert found.joins_per_day == pytest.approx(20)
    weeks = {date(2027, 2, 22): 7 * 20 * 3, FIRST: 5 * 20 * 3}
    assert found.tasks["it"] == pytest.approx(weeks)


def test_a_later_step_falls_days_later() -> None:
    found = measures(task("{after_join: 7d}", "kind: touch, minutes: 3, per: member"))
    assert found.tasks["it"] == pytest.approx({FIRST: 420, SECOND: 300})


def test_a_step_for_all_at_once_is_done_once_a_day() -> None:
    found = measures(task("{after_join: 1d}", "kind: touch, minutes: 10, per: group"))
    assert found.tasks["it"] == pytest.approx({date(2027, 2, 22): 60, FIRST: 60})


def test_each_person_has_a_load_for_each_week_of_the_plan() -> None:
    found = measures(
        task(ONCE, "minutes: 3540, priority: must"),
        task(ONCE, "minutes: 70, duty: owner, priority: must", "other"),
    )
    weeks = [load.week for load in found.of("ann")]
    assert (weeks[0], weeks[-1], len(weeks)) == (date(2027, 2, 15), date(2027, 3, 22), 6)
    busy = next(load for load in found.of("ann") if load.week == FIRST)
    assert (busy.minutes, busy.available, busy.over) == (3610, 3600, 10)
    assert sum(load.minutes for load in found.of("bob")) == 0


def test_duties_tell_their_total_and_their_fullest_week() -> None:
    found = measures(task("{every: day, from: opens, until: activate.end}", "minutes: 10"))
    assert (found.duties, found.duty_peaks) == ({"host": 80}, {"host": 70})


def test_work_that_nobody_does_is_counted_but_loads_nobody() -> None:
    found = measures(task(ONCE, "minutes: 50, duty: content"))
    assert (found.minutes, sum(load.minutes for load in found.loads)) == (50, 0)


def test_texts_and_house_rules_know_the_hours() -> None:
    values = alone(TEAM, "tasks:\n" + task(ONCE, "minutes: 90")).values
    assert (values["hours_total"], values["hours_week_peak"]) == (1.5, 1.5)
    assert (values["workload.host.total_hours"], values["workload.host.peak_hours"]) == (1.5, 1.5)
