"""Own Word templates: what they may ask for, and that they do no work and no harm."""

import io
import zipfile
from contextlib import suppress
from time import process_time

import pytest
from docx import Document
from docx.oxml.ns import qn

from groupplan.export.docx import written
from groupplan.export.word_care import careful
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


RELATION = (
    b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" '
    b'Target="http://127.0.0.1/x"%s/></Relationships>'
)
OUT = b' TargetMode="External"'


def made_with(parts: dict[str, bytes]) -> bytes:
    """A template with parts put in or put in the place of its own."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(put_into("x"))) as there, zipfile.ZipFile(found, "w", 8) as made:
        for name in {*there.namelist(), *parts}:
            made.writestr(name, parts[name] if name in parts else there.read(name))
    return found.getvalue()


@pytest.mark.parametrize(
    "parts",
    [
        {"word/_rels/settings.xml.rels": RELATION % (b"attachedTemplate", OUT)},
        {"word/_rels/settings.xml.rels": RELATION % (b"image", OUT)},
        {"word/_rels/settings.xml.rels": RELATION % (b"im&#97;ge", b' TargetMode="&#69;xternal"')},
        {"word/_rels/settings.xml.rels": RELATION % (b"oleObject", b"")},
        {"word/_rels/settings.xml.rels": RELATION % (b"vbaProject", b"")},
        {"word/vbaProject.bin": b"x"},
        {"word/embeddings/oleObject1.bin": b"x"},
        {"word/settings.xml": b'<w:settings xmlns:w="x"><w:attachedTemplate/></w:settings>'},
        {"word/x.xml": "<x/>".encode("utf-16")},
        {"word/x.xml": "<x/>".encode("utf-16-le")},
        {"word/x.xml": "<x/>".encode("utf-32")},
        {"word/x.bin": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16")},
        {"word/x.xml": b'<?xml version="1.0" encoding="UTF-7"?><x/>'},
        {"word/x.bin": b"<!DOCTYPE x><x/>"},
        {"word/x.xml": b"<x><!--" + b"{<" * 9 + b"--></x>"},
    ],
    ids=lambda parts: "-".join(parts),
)
def test_a_template_that_runs_or_loads_something_is_refused(parts: dict[str, bytes]) -> None:
    with pytest.raises(Refused):
        written(PAPERS["open-source"], made_with(parts))


def test_a_link_to_click_and_a_picture_may_be_in_a_template() -> None:
    parts = {"word/_rels/settings.xml.rels": RELATION % (b"hyperlink", OUT), "word/media/x.emf": b"\1\0{{"}
    assert opened(written(PAPERS["open-source"], made_with(parts))).paragraphs[0].text == "x"


BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
TABLES = b"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 50


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": b"<not xml"},
        {"word/document.xml": BODY % TABLES},
        {"word/document.xml": b"\xff\xfa"},
        {"word/document.xml": b"<x/>"},
        {"word/styles.xml": b"<not xml"},
        {"word/document.xml": BODY[:-30]},
        {"docProps/core.xml": b"<x/>"},
        {"_rels/.rels": b"<x/>"},
        {"_rels/.rels": b"not xml"},
        {"[Content_Types].xml": b"<Types/>"},
    ],
    ids=lambda parts: "-".join(parts),
)
def test_a_template_with_broken_parts_is_said_to_be_none(parts: dict[str, bytes]) -> None:
    with pytest.raises(Misuse) as caught:
        written(PAPERS["open-source"], made_with(parts))
    assert caught.value.words.key == "not-a-word-template"


@pytest.mark.parametrize(
    "text", ["{<" * 1_000_000, "{<" + "<" * 1_000_000, "{{" * 1_000_000, "{" + "<w:r/>" * 100_000]
)
def test_a_part_made_of_braces_is_judged_at_once(text: str) -> None:
    started = process_time()
    with suppress(Misuse, Refused):
        careful(made_with({"word/x.xml": text.encode()}))
    assert process_time() - started < 5
