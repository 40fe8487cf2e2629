"""Which playbooks are on: core ones always, others by their condition, children before their parents."""

from pathlib import Path

from groupplan.model.plan import Plan
from tests.briefs import load, make

CORE = {
    "activate", "convert", "prepare", "recruit", "refer", "retain", "review", "risks", "rules",
    "scripts_more", "structures", "team",
}  # fmt: skip
TASK = "{id: hello, stage: activate, name: Hello, kind: post, duty: host, minutes: 5, at: {from: opens}}"


def on(plan: Plan) -> list[str]:
    return [use.book.playbook.name for use in plan.outline.uses]


def tasks(plan: Plan) -> dict[str, str]:
    return {piece.key: piece.trace.book for piece in plan.outline.tasks}


def test_the_core_is_on_for_the_shortest_brief() -> None:
    assert set(on(make(""))) == CORE


def test_the_kind_switches_its_playbook_on_and_says_why() -> None:
    plan = make("kind: study-camp")
    assert set(on(plan)) == CORE | {"study_camp"}
    use = next(use for use in plan.outline.uses if use.book.playbook.name == "study_camp")
    assert use.because == 'kind == "study-camp"'


def test_the_platform_switches_its_playbook_on() -> None:
    assert set(on(make("platform: wecom"))) == CORE | {"platform_wecom"}


def test_a_named_playbook_beside_the_brief_is_on(tmp_path: Path) -> None:
    plan = make("playbooks: [ours]", tmp_path, ours=f"tasks: [{TASK}]")
    assert "ours" in on(plan) and tasks(plan)["hello"] == "ours"
    assert [use.named for use in plan.outline.uses if use.book.playbook.name == "ours"] == [True]


def test_a_named_playbook_is_looked_for_at_the_root_too(tmp_path: Path) -> None:
    beside = tmp_path / "briefs"
    beside.mkdir()
    load("", tmp_path, ours=f"tasks: [{TASK}]")
    assert tasks(make("playbooks: [ours]", beside, root=tmp_path))["hello"] == "ours"


def test_the_one_beside_the_brief_comes_before_the_one_at_the_root(tmp_path: Path) -> None:
    beside = tmp_path / "briefs"
    load("", tmp_path, ours=f"tasks: [{TASK}]")
    plan = make(
        "playbooks: [ours]", beside, root=tmp_path, ours=f"tasks: [{TASK.replace('hello', 'closer')}]"
    )
    assert "closer" in tasks(plan) and "hello" not in tasks(plan)


def test_a_named_playbook_whose_condition_fails_stays_off(tmp_path: Path) -> None:
    plan = make("playbooks: [ours]", tmp_path, ours=f"when: has_offers\ntasks: [{TASK}]")
    assert "ours" not in on(plan) and "hello" not in tasks(plan)


def test_a_parent_steps_back_behind_its_child(tmp_path: Path) -> None:
    plan = make("playbooks: [ours]", tmp_path, ours="extends: [retain]")
    assert "retain" not in on(plan)
    before, after = tasks(make("")), tasks(plan)
    assert after.keys() == before.keys()
    assert {key for key in before if before[key] != after[key]} == {
        key for key, book in before.items() if book == "retain"
    }


def test_a_grandparent_steps_back_too(tmp_path: Path) -> None:
    plan = make("playbooks: [ours]", tmp_path, middle="extends: [retain]", ours="extends: [middle]")
    assert on(plan)[-1] == "ours" and "retain" not in on(plan)


def test_what_a_grandchild_removes_is_gone(tmp_path: Path) -> None:
    gone = next(key for key, book in tasks(make("")).items() if book == "retain")
    text = f"extends: [middle]\nremove: [{gone}]"
    assert gone not in tasks(make("playbooks: [ours]", tmp_path, middle="extends: [retain]", ours=text))


def test_a_parent_stays_while_its_child_is_off(tmp_path: Path) -> None:
    plan = make("playbooks: [ours]", tmp_path, ours="extends: [retain]\nwhen: has_offers")
    assert "retain" in on(plan) and "ours" not in on(plan)


def test_a_removed_item_is_gone_and_the_rest_stays(tmp_path: Path) -> None:
    before = tasks(make(""))
    gone = next(key for key, book in before.items() if book == "retain")
    after = tasks(make("playbooks: [ours]", tmp_path, ours=f"extends: [retain]\nremove: [{gone}]"))
    assert before.keys() - after.keys() == {gone}


def test_a_child_changes_one_field_and_keeps_the_others(tmp_path: Path) -> None:
    before = make("")
    key = next(key for key, book in tasks(before).items() if book == "retain")
    minutes = f"extends: [retain]\ntasks: [{{id: {key}, minutes: 77}}]"
    mine, theirs = (
        make("playbooks: [ours]", tmp_path, ours=minutes).outline.task(key),
        before.outline.task(key),
    )
    assert mine.item.minutes == 77
    assert (mine.item.name, mine.item.at, mine.item.because) == (
        theirs.item.name,
        theirs.item.at,
        theirs.item.because,
    )


def test_a_child_may_take_the_name_of_a_shipped_playbook(tmp_path: Path) -> None:
    plan = make("playbooks: [retain]", tmp_path, retain=f"tasks: [{TASK}]")
    assert on(plan).count("retain") == 1
    assert {key for key, book in tasks(plan).items() if book == "retain"} == {"hello"}
