"""``extends`` and ``remove``: items merge field by field, and every field knows where it was written."""

from groupplan import validate
from groupplan.model.book import Book
from groupplan.model.source import Origin
from tests.validate.found import book, source

BASE = """\
playbook: 1
name: base
tasks:
  - id: daily
    stage: activate
    name: 每天
    minutes: 10
    needs: [pin, mention_all]
    at: {every: day, time: "08:00"}
  - {id: weekly, stage: retain, name: 每周, at: {every: week}}
scripts: [{id: hello, name: 问好, text: 你好}]
"""
OWN = """\
playbook: 1
name: own
extends: [base]
remove: [weekly]
tasks:
  - {id: more, stage: review, name: 更多, at: {from: end}}
  - id: daily
    minutes: 25
    needs: [pin]
    at: {every: day, time: "09:00"}
"""


def own(text: str = OWN) -> Book:
    return book(text, "own.yaml", (book(BASE, "base.yaml"),))


def test_items_merge_field_by_field_and_lists_replace() -> None:
    daily, more = own().playbook.tasks
    assert (daily.id, more.id) == ("daily", "more")
    assert (daily.name, daily.minutes, daily.needs) == ({"": "每天"}, 25, ("pin",))
    assert [script.id for script in own().playbook.scripts] == ["hello"]


def test_each_field_keeps_the_place_where_it_was_written() -> None:
    found = own()
    assert found.origin("tasks", 0, "minutes") == Origin("own.yaml", ("tasks", 1, "minutes"))
    assert found.origin("tasks", 0, "name") == Origin("base.yaml", ("tasks", 0, "name"))
    assert found.origin("tasks", 0, "at", "time") == Origin("own.yaml", ("tasks", 1, "at", "time"))
    assert found.origin("tasks", 1) == Origin("own.yaml", ("tasks", 0))
    assert found.origin("scripts", 0, "text") == Origin("base.yaml", ("scripts", 0, "text"))


def test_a_grandchild_still_knows_the_first_author() -> None:
    text = "playbook: 1\nname: grand\nextends: [own]\ntasks: [{id: daily, minutes: 30}]\n"
    grand = book(text, "grand.yaml", (own(),))
    assert grand.playbook.tasks[0].minutes == 30
    assert grand.origin("tasks", 0, "minutes").source == "grand.yaml"
    assert grand.origin("tasks", 0, "needs") == Origin("own.yaml", ("tasks", 1, "needs"))
    assert grand.origin("tasks", 0, "stage") == Origin("base.yaml", ("tasks", 0, "stage"))
    assert grand.lineage == {"own", "base"}


def test_of_two_parents_the_right_one_wins() -> None:
    right = book(BASE.replace("name: base", "name: right").replace("10", "20"), "right.yaml")
    found = book(
        "playbook: 1\nname: own\nextends: [base, right]\n", "own.yaml", (book(BASE, "base.yaml"), right)
    )
    assert found.playbook.tasks[0].minutes == 20
    assert found.origin("tasks", 0, "minutes").source == "right.yaml"


def test_a_mistake_in_a_merged_item_is_blamed_where_it_was_written() -> None:
    text = OWN.replace("minutes: 25", "minutes: many")
    outcome = validate.playbook(source(text, "own.yaml"), (book(BASE, "base.yaml"),))
    (finding,) = outcome.findings
    assert finding.origin == Origin("own.yaml", ("tasks", 1, "minutes"))
    assert source(text, "own.yaml").place(finding.origin).line == 8


def test_a_section_that_is_no_list_of_items_is_blamed_at_its_own_place() -> None:
    for section in ("tasks: many", "tasks: [daily]", "tasks: [{minutes: 5}]", "tasks: {id: daily}"):
        outcome = validate.playbook(
            source(f"playbook: 1\nname: own\n{section}\n", "own.yaml"), (book(BASE, "base.yaml"),)
        )
        assert outcome.findings and {f.origin.source for f in outcome.findings} == {"own.yaml"}


def test_remove_takes_out_parents_items_only() -> None:
    text = OWN.replace("[weekly]", "[weekly, more, hello, nothing]")
    assert [task.id for task in own(text).playbook.tasks] == ["daily", "more"]
    assert own(text).playbook.scripts == ()
