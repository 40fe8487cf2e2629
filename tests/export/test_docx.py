"""A plan as a Word document, read back by python-docx."""

import io
import zipfile
from typing import get_args

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.table import Table as WordTable

from groupplan.export.docx import as_docx
from groupplan.export.forms import PLAIN
from groupplan.export.plain import plain
from groupplan.model.document import Block, Chat, Lanes, Mock, Paper, Part, Table, Words
from groupplan.model.formats import clock, day
from tests.export import word_template
from tests.export.reading import all_blocks, example, hostile, laid_out

PAPERS = {name: laid_out(example(name)) for name in ("study-camp", "open-source")}
TEXTS = ("w:t", "w:br", "w:tab")


def opened(raw: bytes) -> Opened:
    return Document(io.BytesIO(raw))


def words_of(element: object) -> str:
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(signs.get(one.tag, one.text or "") for one in element.iter(*(qn(tag) for tag in TEXTS)))  # type: ignore[attr-defined]


def paragraphs(document: Opened) -> list[str]:
    return [words_of(one) for one in document.element.body.iter(qn("w:p"))]


def cells(table: WordTable) -> list[tuple[str, ...]]:
    rows = table._tbl.tr_lst
    return [tuple(words_of(cell) for cell in row.tc_lst) for row in rows]


def headings(document: Opened, level: str = "") -> list[str]:
    wanted = f"Heading {level}"
    return [one.text for one in document.paragraphs if one.style and str(one.style.name).startswith(wanted)]


@pytest.mark.parametrize("name", PAPERS)
def test_it_has_the_headings_of_the_paper(name: str) -> None:
    found = opened(as_docx(PAPERS[name], PLAIN))
    heads, tops = headings(found), headings(found, "1")
    parts = [one.title for one in all_blocks(PAPERS[name]) if isinstance(one, Part)]
    assert tops == [f"{one.number}. {one.title}" for one in PAPERS[name].sections]
    assert [one for one in heads if one not in tops] == parts


@pytest.mark.parametrize("name", PAPERS)
def test_it_has_the_tables_of_the_paper(name: str) -> None:
    found = [cells(one) for one in opened(as_docx(PAPERS[name], PLAIN)).tables]
    wanted = [[one.head, *one.rows] for one in all_blocks(PAPERS[name]) if isinstance(one, Table)]
    pictures = [one for one in all_blocks(PAPERS[name]) if isinstance(one, Chat | Lanes | Mock)]
    assert len(found) == len(wanted) + len(pictures)
    assert [table for table in found if table in wanted] == wanted


@pytest.mark.parametrize("name", PAPERS)
def test_it_has_every_task_with_its_date_its_owner_and_its_words(name: str) -> None:
    plan, found = example(name), opened(as_docx(PAPERS[name], PLAIN))
    rows = ["\n".join(row) for table in found.tables for row in cells(table)]
    spoken = plan.settled.language
    for one in plan.schedule.occurrences:
        task = plan.worded.text("tasks", one.task, "name")
        assert any(task in row for row in rows), task
    for one in (
        ones[0] for ones in map(plan.schedule.of, (piece.key for piece in plan.outline.tasks)) if ones
    ):
        piece = plan.outline.task(one.task)
        role = plan.settled.doer(piece.item.duty or "", piece.owner)
        said = (plan.worded.text("tasks", one.task, "name"), day(one.day, spoken), role.name if role else "")
        hour = clock(one.at) if one.at and len(plan.schedule.of(one.task)) == 1 else ""
        assert any(all(part in row for part in (*said, hour)) for row in rows), said
    texts = set(paragraphs(found))
    assert {one.text for one in all_blocks(PAPERS[name]) if isinstance(one, Words)} <= texts


def test_every_table_repeats_its_head_and_cuts_no_row() -> None:
    for table in opened(as_docx(PAPERS["study-camp"], PLAIN)).tables:
        rows = table._tbl.tr_lst
        marks = [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
        if table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1":
            assert marks[0] and not any(marks[1:])
            assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_chinese_has_a_font_of_its_own_and_pages_have_numbers() -> None:
    found = opened(as_docx(PAPERS["study-camp"], PLAIN))
    fonts = found.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
    footer = found.sections[0].footer._element
    assert [one.text.strip() for one in footer.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert found.core_properties.title == PAPERS["study-camp"].title
    assert found.sections[0].header.paragraphs[0].text == PAPERS["study-camp"].title


def test_the_links_of_the_contents_lead_to_the_sections() -> None:
    body = opened(as_docx(PAPERS["open-source"], PLAIN)).element.body
    marks = [one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))]
    links = [one.get(qn("w:anchor")) for one in body.iter(qn("w:hyperlink"))]
    assert marks == links and len(set(marks)) == len(PAPERS["open-source"].sections)


def test_the_same_paper_gives_the_same_bytes() -> None:
    raw = as_docx(PAPERS["study-camp"], PLAIN)
    assert raw == as_docx(PAPERS["study-camp"], PLAIN)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_hostile_words_stay_words() -> None:
    found = laid_out(hostile())
    document = opened(as_docx(found, PLAIN))
    texts = set(paragraphs(document))
    for block in all_blocks(found):
        if isinstance(block, Words):
            assert plain(block.text) in texts
    assert document.paragraphs[0].text == plain(found.title)
    body = document.element.body
    assert {one.text.strip() for one in body.iter(qn("w:instrText"))} == {'TOC \\o "1-1" \\h \\z \\u'}
    outside = [one for one in document.part.rels.values() if one.is_external]
    assert not outside


def test_a_title_longer_than_a_property_stands_whole_on_the_page() -> None:
    found = Paper("长" * 300, "", "zh-CN", ())
    document = opened(as_docx(found, PLAIN))
    assert document.paragraphs[0].text == "长" * 300 and len(document.core_properties.title) <= 255


def test_our_template_is_what_its_script_makes() -> None:
    made, kept = (
        zipfile.ZipFile(io.BytesIO(raw)) for raw in (word_template.made(), word_template.PLACE.read_bytes())
    )
    assert made.namelist() == kept.namelist()
    for name in made.namelist():
        assert made.read(name) == kept.read(name), f"{name}: run python -m tests.export.word_template"


def test_charts_alone_are_left_out_since_a_table_stands_beside_each() -> None:
    kinds = {kind.__name__ for kind in get_args(Block)}
    charts = {"Gantt", "Month", "Stairs", "Fan", "Tornado", "Heat", "Timeline"}
    written = {"Prose", "Bullets", "Table", "Pairs", "Words", "Ticks", "Part", "Lanes", "Chat", "Mock"}
    assert kinds == charts | written
