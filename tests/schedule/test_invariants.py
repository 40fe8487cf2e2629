"""What holds for every schedule, whatever the brief and the order of the tasks."""

import random
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from groupplan.model.plan import Plan
from groupplan.schedule import schedule
from tests.briefs import alone, make
from tests.schedule.dated import task

OPENS = date(2026, 9, 21)
CAMP = "platform: wecom\nkind: study-camp\nlanguage: en\nopens: 2026-09-21\ncloses: 2026-10-18\n"
AROUND = ("-14d", "-2d", "-10min", "2h", "3d", "8d")


def lessons(moments: list[datetime]) -> str:
    lines = [f'  - {{id: l{n}, title: Lesson, at: "{at:%Y-%m-%d %H:%M}"}}' for n, at in enumerate(moments)]
    return "lessons:\n" + "\n".join(lines) if lines else ""


MOMENTS = st.datetimes(
    datetime.combine(OPENS - timedelta(days=14), time(0)),
    datetime.combine(OPENS + timedelta(days=34), time(23, 59)),
)
"""From the first day of preparing to the last of the review."""


def outside(plan: Plan) -> list[str]:
    first, last = plan.schedule.first, plan.schedule.last
    return [f"{one.task} {one.day}" for one in plan.schedule.occurrences if not first <= one.day <= last]


@given(st.lists(MOMENTS, max_size=6))
@settings(max_examples=25, deadline=None)
def test_no_row_of_a_camp_lies_outside_its_plan(moments: list[datetime]) -> None:
    assert outside(make(CAMP + lessons(moments))) == []


@given(st.lists(MOMENTS, min_size=1, max_size=4), st.sampled_from(("post", "work", "event")))
@settings(max_examples=40, deadline=None)
def test_what_is_counted_from_a_lesson_stays_within_the_plan(moments: list[datetime], kind: str) -> None:
    rest = f"kind: {kind}, each: lessons"
    house = "tasks:\n" + "".join(
        task(f"{{from: item.at, offset: {offset}}}", rest, f"task{number}")
        for number, offset in enumerate(AROUND)
    )
    assert outside(alone(CAMP + lessons(moments), house)) == []


def test_what_would_lie_before_the_plan_has_no_date() -> None:
    house = "tasks:\n" + task("{from: start, offset: -1d}") + task("{from: end, offset: 1d}", name="late")
    assert alone("", house).schedule.undated == ("it", "late")


@given(st.randoms(use_true_random=False), st.lists(MOMENTS, max_size=3))
@settings(max_examples=15, deadline=None)
def test_the_order_of_the_tasks_changes_nothing(chance: random.Random, moments: list[datetime]) -> None:
    plan = make(CAMP + lessons(moments))
    tasks = list(plan.outline.tasks)
    before = schedule(plan.settled, plan.outline, plan.knowledge.calendar)
    chance.shuffle(tasks)
    after = schedule(plan.settled, replace(plan.outline, tasks=tuple(tasks)), plan.knowledge.calendar)
    assert (after.occurrences, after.touches, after.clashes) == (
        before.occurrences,
        before.touches,
        before.clashes,
    )
    assert set(after.undated) == set(before.undated)


@given(st.integers(1, 731), st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.booleans())
@settings(max_examples=25, deadline=None)
def test_windows_never_end_before_they_begin(length: int, opens: date, ongoing: bool) -> None:
    closes = opens + timedelta(days=length - 1)
    end = f"horizon: {length}d" if ongoing else f"closes: {closes}"
    windows = alone(f"opens: {opens}\n{end}").schedule.windows
    assert all(window.first <= window.last for window in windows.values())
    assert windows["review"].first > closes


def test_the_same_brief_gives_the_same_schedule_twice() -> None:
    moments = lessons([datetime(2026, 9, 25, 20, 0)])
    assert make(CAMP + moments).schedule == make(CAMP + moments).schedule
