"""The frameworks a plan is held against name only what exists, and ask where a plan is silent."""

from groupplan import shelf
from groupplan.almanac import _frameworks
from groupplan.model.document import Part, Table
from groupplan.model.playbook import SECTIONS
from groupplan.model.vocabulary import in_condition
from groupplan.render.coverage import blocks
from groupplan.render.words import Dictionary
from tests.briefs import alone, make

ELEMENTS = [(one.id, element) for one in _frameworks() for element in one.elements]
SHIPPED = {
    item.id
    for book in shelf.shipped_books()
    for section in SECTIONS
    for item in getattr(book.playbook, section)
}


def test_every_item_a_framework_names_is_shipped() -> None:
    assert [(f, e.id, name) for f, e in ELEMENTS for name in e.by if name not in SHIPPED] == []


def test_every_condition_uses_known_names() -> None:
    names = [name for _, e in ELEMENTS if e.when for name, _ in e.when.names]
    assert [name for name in names if not in_condition(name)] == []


def test_every_element_can_be_covered() -> None:
    assert [e.id for _, e in ELEMENTS if not e.by and e.when is None] == []


def test_isooc_aarrr_seven_motives_and_the_canvas_are_there() -> None:
    assert {one.id: len(one.elements) for one in _frameworks()} == {
        "isooc": 5, "aarrr": 5, "motives": 7, "canvas": 17,
    }  # fmt: skip


def _tables(text: str, *playbooks: str) -> list[tuple[tuple[str, ...], ...]]:
    plan = alone(text, *playbooks) if playbooks else make(text)
    (whole,) = blocks(plan, Dictionary("en"))
    assert isinstance(whole, Part)
    parts = [one for one in whole.blocks if isinstance(one, Part)]
    return [table.rows for one in parts for table in one.blocks if isinstance(table, Table)]


def test_a_plan_of_one_task_is_asked_nearly_everything() -> None:
    task = "{id: it, stage: activate, name: It, kind: work, duty: owner, minutes: 5, at: {from: opens}}"
    rows = [row for table in _tables("language: en", f"tasks: [{task}]") for row in table]
    asked = [row for row in rows if len(row) == len(("element", "by", "question")) and row[2]]
    assert len(asked) > len(rows) * 3 // 4


def test_the_shipped_plan_covers_all_five_stages_of_the_funnel() -> None:
    aarrr = _tables("platform: wecom\nlanguage: en\nkind: study-camp")[1]
    assert [row for row in aarrr if row[-1] and row[-1].endswith("?")] == []
