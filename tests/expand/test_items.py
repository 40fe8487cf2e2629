"""Which items a playbook gives: by condition, per element, by the platform's features; and their traces."""

from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.model.plan import Plan
from groupplan.model.playbook import SECTIONS
from tests.briefs import alone

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
LISTS = """lessons:
  - {id: late, title: Late, at: "2027-03-09 20:00"}
  - {id: early, title: Early, at: "2027-03-02 20:00"}
events: [{id: walk, title: Walk, at: "2027-03-06 10:00", place: Park}]
offers: [{id: course, name: Course}]
channels: [{id: mail, reach: 100}]
groups: [{id: main}, {id: gold, kind: vip}]
audience: {segments: [{id: parents, who: Parents, pains: [{id: time, text: No time}]}]}
"""


def task(rest: str) -> str:
    start = "tasks: [{id: hello, stage: activate, kind: work, duty: host, minutes: 5, at: {from: opens}, "
    return f"{start}{rest}}}]"


def keys(plan: Plan) -> list[str]:
    return [piece.key for piece in plan.outline.tasks]


def test_an_item_whose_condition_fails_is_left_out() -> None:
    assert keys(alone("", task("name: A, when: has_offers"))) == []
    assert keys(alone("offers: [{id: one, name: One}]", task("name: A, when: has_offers"))) == ["hello"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("lessons", ["hello@early", "hello@late"]),
        ("events", ["hello@walk"]),
        ("offers", ["hello@course"]),
        ("channels", ["hello@mail"]),
        ("groups", ["hello@main", "hello@gold"]),
        ("segments", ["hello@parents"]),
    ],
)
def test_each_gives_one_item_per_element(name: str, found: list[str]) -> None:
    assert keys(alone(LISTS, task(f"name: A, each: {name}"))) == found


def test_each_without_elements_gives_nothing() -> None:
    assert keys(alone("", task("name: A, each: lessons"))) == []


def test_lessons_are_numbered_by_their_dates() -> None:
    plan = alone(LISTS, task('name: "{{ item.number }} {{ item.title }}", each: lessons'))
    texts = [plan.worded.text("tasks", key, "name") for key in keys(plan)]
    assert texts == ["1 Early", "2 Late"]


def test_a_condition_may_ask_about_the_element() -> None:
    asked = task("name: A, each: events, when: 'item.place == \"Park\"'")
    assert keys(alone(LISTS, asked)) == ["hello@walk"]
    assert keys(alone(LISTS.replace("Park", "Hall"), asked)) == []


def test_a_task_the_platform_cannot_do_is_dropped_and_listed() -> None:
    plan = alone("", task("name: A, needs: [red_packet, mention_all, live_code]"))
    assert keys(plan) == []
    assert plan.outline.lacking == (("hello", "live_code"), ("hello", "red_packet"))


def test_a_task_the_platform_can_do_stays() -> None:
    plan = alone("platform: wecom", task("name: A, needs: [red_packet]"))
    assert (keys(plan), plan.outline.lacking) == (["hello"], ())


def test_a_task_lacking_for_each_lesson_is_listed_once() -> None:
    plan = alone(LISTS, task("name: A, each: lessons, needs: [red_packet]"))
    assert plan.outline.lacking == (("hello", "red_packet"),)


def test_what_a_condition_leaves_out_lacks_nothing() -> None:
    assert alone("", task("name: A, when: has_offers, needs: [red_packet]")).outline.lacking == ()


def test_a_script_that_asks_about_its_element_waits_for_it() -> None:
    script = "scripts: [{id: note, name: Note, text: Hi, when: 'item.number > 1', each: lessons}]"
    assert [piece.key for piece in alone("", script).outline.scripts] == ["note"]


@pytest.mark.parametrize("name", ["study-camp", "open-source"])
def test_keys_are_unique_in_every_section_of_an_example(name: str) -> None:
    folder = EXAMPLES / name
    loaded = pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder)
    outline = pipeline.make(loaded).outline
    for section in (one for one in SECTIONS if one != "wordings"):
        found = [piece.key for piece in getattr(outline, section)]
        assert len(found) == len(set(found))
