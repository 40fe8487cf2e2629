"""Own Word templates: what they may ask for, and that they do no work and no harm."""

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from groupplan.export.docx import written
from groupplan.model import limits
from groupplan.model.refusal import Misuse, Refused
from tests.export.reading import example
from tests.export.test_docx import PAPERS, cells, headings, opened


def put_into(*lines: str) -> bytes:
    """A template of somebody's own with such paragraphs."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    found = io.BytesIO()
    document.save(found)
    return found.getvalue()


def test_an_own_template_shows_what_it_asks_for_and_keeps_its_looks() -> None:
    paper = PAPERS["study-camp"]
    raw = put_into(
        "{{ title }} | {{ subtitle }}", "{{ section.goals }}", "{{ tables.people.rows | length }}", "end"
    )
    document = opened(written(paper, raw))
    lines = [one.text for one in document.paragraphs]
    assert lines[0] == f"{paper.title} | {paper.subtitle}" and lines[-1] == "end"
    tops = headings(document, "1")
    assert tops == [f"3. {paper.sections[2].title}"]
    assert str(len(example("study-camp").settled.roles)) in lines
    ids = {str(one.style_id) for one in document.styles}
    assert {one.get(qn("w:val")) for one in document.element.body.iter(qn("w:pStyle"))} <= ids


def test_a_table_of_an_own_template_grows_by_its_rows() -> None:
    template = Document()
    table = template.add_table(rows=3, cols=1)
    table.cell(0, 0).text = "{%tr for row in tables.people.rows %}"
    table.cell(1, 0).text = "{{ row[0] }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    raw = io.BytesIO()
    template.save(raw)
    (found,) = opened(written(PAPERS["study-camp"], raw.getvalue())).tables
    assert [one for (one,) in cells(found)] == [role.name for role in example("study-camp").settled.roles]


def test_a_template_without_slots_gets_the_plan_at_its_end() -> None:
    paper = PAPERS["open-source"]
    document = opened(written(paper, put_into("Our letterhead")))
    tops = headings(document, "1")
    assert document.paragraphs[0].text == "Our letterhead" and len(tops) == len(paper.sections)


def test_headings_go_by_the_name_of_the_style_and_not_by_its_id() -> None:
    template = Document()
    template.styles["Heading 1"].element.set(qn("w:styleId"), "1")
    raw = io.BytesIO()
    template.save(raw)
    document = opened(written(PAPERS["open-source"], raw.getvalue()))
    used = [one.get(qn("w:val")) for one in document.element.body.iter(qn("w:pStyle"))]
    assert used.count("1") == len(PAPERS["open-source"].sections)


@pytest.mark.parametrize(
    "slot",
    [
        "{{ 9 ** (9 ** 9) }}",
        "{{ 'a' * 999999999 }}",
        "{{ title.format(1) }}",
        "{{ title.__class__ }}",
        "{{ title['__class__'] }}",
        "{{ _x }}",
        "{{ range(9) }}",
        "{{ title ~ title }}",
        "{{ title | center(999999999) }}",
        "{{ title | attr('x') }}",
        "{{ title | nothing }}",
        "{% include 'x' %}",
        "{% set x = 1 %}",
        "{% if false %}{{ 9 ** 9 }}{% endif %}",
        "{% macro x() %}{% endmacro %}",
        "{% for a in sections %}{% for b in sections %}{{ a }}{% endfor %}{% endfor %}",
        "{% for a in sections recursive %}{% endfor %}",
        "{% for a in sections %}" * 3 + "x" + "{% endfor %}" * 3,
    ],
)
def test_a_template_does_no_work_of_its_own(slot: str) -> None:
    with pytest.raises(Refused):
        written(PAPERS["open-source"], put_into(slot))


@pytest.mark.parametrize("slot", ["{{ title", "{% for x in sections %}", "{% what %}", "{{ }}"])
def test_wrong_braces_are_named(slot: str) -> None:
    with pytest.raises(Misuse):
        written(PAPERS["open-source"], put_into(slot))


@pytest.mark.parametrize("slot", ["{{ nothing }}", "{{ tables.nothing.rows }}", "{{ title[9999] }}"])
def test_a_slot_that_the_plan_has_nothing_for_is_named(slot: str) -> None:
    with pytest.raises(Misuse):
        written(PAPERS["open-source"], put_into(slot))


def test_a_template_may_ask_first() -> None:
    slot = "{% if tables.nothing is defined %}x{% endif %}{{ tables.nothing | default('none') }}"
    assert opened(written(PAPERS["open-source"], put_into(slot))).paragraphs[0].text == "none"


@pytest.mark.parametrize("raw", [b"", b"x", b"PK\5\6" + b"\0" * 18])
def test_what_is_no_word_document_is_said_to_be_none(raw: bytes) -> None:
    with pytest.raises(Misuse):
        written(PAPERS["open-source"], raw)


def changed(part: str, more: bytes) -> bytes:
    """Our template with something put before the end of a part."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(put_into("x"))) as there, zipfile.ZipFile(found, "w", 8) as made:
        for one in there.infolist():
            made.writestr(one.filename, there.read(one) + (more if one.filename == part else b""))
    return found.getvalue()


@pytest.mark.parametrize(
    ("part", "more"),
    [("word/document.xml", b"<!DOCTYPE x>"), ("word/document.xml", b" " * 70_000_000)],
)
def test_a_template_made_to_harm_is_refused(part: str, more: bytes) -> None:
    with pytest.raises(Refused):
        written(PAPERS["open-source"], changed(part, more))


def test_what_a_template_makes_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TEMPLATE_OUTPUT", 10_000)
    with pytest.raises(Refused):
        written(
            PAPERS["study-camp"],
            put_into("{% for row in tables.people.rows %}" + "x" * 9000 + "{% endfor %}"),
        )
