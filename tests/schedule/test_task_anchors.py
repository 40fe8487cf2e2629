"""A task may be counted from another one, of the same lesson where there is one."""

import pytest

from tests.briefs import alone
from tests.schedule.dated import moment, plan, task

LESSONS = """lessons:
  - {id: one, title: One, at: "2027-03-04 20:00"}
  - {id: two, title: Two, at: "2027-03-11 20:00"}
"""


def test_another_task_by_its_id() -> None:
    other = task("{from: opens, offset: 2d, time: '10:00'}", name="first")
    assert moment("{from: task.first, offset: 1h}", "", "", other) == "2027-03-03 11:00"


def test_another_task_of_the_same_lesson() -> None:
    house = "tasks:\n" + "".join(
        (
            task("{from: item.at}", "each: lessons", "first"),
            task("{from: task.first, offset: 1d}", "each: lessons"),
        )
    )
    found = alone(LESSONS, house).schedule
    assert [(one.task, one.day.day) for one in found.occurrences if one.task.startswith("it")] == [
        ("it@one", 5),
        ("it@two", 12),
    ]


def test_a_chain_of_tasks_is_followed() -> None:
    second = task("{from: task.third, offset: 1d}", name="second")
    third = task("{from: opens}", name="third")
    assert moment("{from: task.second, offset: 1d}", "", "", second, third) == "2027-03-03"


@pytest.mark.parametrize(
    "others",
    [
        pytest.param(("{from: task.it}",), id="of-two"),
        pytest.param(("{from: task.other1}", "{from: task.it}"), id="of-three"),
    ],
)
def test_a_circle_of_tasks_gives_no_date(others: tuple[str, ...]) -> None:
    lines = [task(at, name=f"other{number}") for number, at in enumerate(others)]
    found = plan("{from: task.other0}", "", "", *lines).schedule
    assert found.occurrences == ()
    assert set(found.undated) == {"it", *(f"other{number}" for number in range(len(others)))}


def test_a_task_that_the_plan_lacks_gives_no_date() -> None:
    lacking = task("{from: opens}", "needs: [red_packet]", "gone")
    assert plan("{from: task.gone}", "", "", lacking).schedule.undated == ("it",)
