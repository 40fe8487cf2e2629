"""Fields that were changed, added, removed; own playbooks beside the brief."""

from pathlib import Path

from msgspec.structs import replace

from groupplan.compare import compare
from groupplan.compare.causes import causes
from groupplan.model.comparison import Listed
from tests.briefs import make
from tests.compare.plans import plan


def test_an_element_that_is_added_is_one_cause_with_its_name() -> None:
    more = plan(after="events:\n  - {id: talk, title: Evening talk, at: '2027-03-12 20:00'}\n")
    (cause,) = causes(plan(), more)
    assert (cause.field, cause.kind, cause.before, cause.after) == (
        "events.talk",
        "added",
        None,
        "Evening talk",
    )
    (gone,) = causes(more, plan())
    assert (gone.field, gone.kind, gone.before) == ("events.talk", "removed", "Evening talk")


def test_a_part_that_is_added_is_told_field_by_field() -> None:
    found = {cause.field: cause.after for cause in causes(plan(), plan("entry.mode=fee", "entry.fee=99元"))}
    assert set(found) == {"entry.mode", "entry.fee"}


def test_elements_in_another_order_are_one_cause() -> None:
    brief = plan().brief
    turned = replace(plan(), brief=brief.model_copy(update={"roles": brief.roles[::-1]}))
    (cause,) = causes(plan(), turned)
    assert cause.field == "roles"
    assert cause.before == Listed(("lin", "chen"))


def test_a_changed_playbook_is_a_cause(tmp_path: Path) -> None:
    lines = (
        "tasks:\n  - {id: greet, stage: activate, name: Greet, duty: owner, minutes: MM, at: {from: opens}}\n"
    )
    old = make("playbooks: [house]", tmp_path, house=lines.replace("MM", "10"))
    new = make("playbooks: [house]", tmp_path, house=lines.replace("MM", "25"))
    found = compare(old, new)
    assert [(cause.field, cause.kind) for cause in found.causes] == [("playbooks/house.yaml", "playbook")]
    (minutes,) = [change for change in found.changes if change.kind == "minutes"]
    assert (minutes.before, minutes.after) == (10, 25)
