"""What a stage looks up in the values of another, also after something in them was replaced."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from tests.briefs import alone, make

PLAN = make("kind: study-camp")


def test_an_outline_with_fewer_tasks_looks_up_those_it_has() -> None:
    first, second = PLAN.outline.tasks[:2]
    assert PLAN.outline.task(first.key) is first
    fewer = replace(PLAN.outline, tasks=(second,))
    assert fewer.task(second.key) is second
    with pytest.raises(KeyError):
        fewer.task(first.key)


def test_a_schedule_with_other_dates_gives_those() -> None:
    one = PLAN.schedule.occurrences[0]
    assert one in PLAN.schedule.of(one.task)
    later = replace(one, day=one.day + timedelta(days=1))
    assert replace(PLAN.schedule, occurrences=(later,)).of(one.task) == (later,)


def test_a_team_that_changes_is_looked_up_anew() -> None:
    plan = alone("roles: [{id: lin, name: Lin, duties: [host]}]")
    assert plan.settled.doer("host", "") is plan.settled.roles[0]
    other = replace(plan.settled.roles[0], name="Other")
    found = replace(plan.settled, roles=(other,)).doer("host", "")
    assert found is not None and found.name == "Other"
