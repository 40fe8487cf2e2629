import io
import zipfile
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.cell.cell import TYPE_FORMULA
from python_calamine import CalamineWorkbook

from groupplan.export.tables import tables
from groupplan.export.widths import MOST, cut
from groupplan.export.words import Wordbook
from groupplan.export.workbook import Sheet, workbook
from groupplan.export.xlsx import as_xlsx
from groupplan.model.plan import Plan
from groupplan.model.tables import Column
from tests.export.plans import FOLDERS, LONG, example, hostile


def opened(plan: Plan) -> Any:
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(plan)))


def said(cell: Any, column: Column, words: Wordbook) -> Any:
    """A cell of a table as a sheet holds it."""
    if isinstance(cell, str):
        return column.label(cell) or None
    if isinstance(cell, tuple):
        return words.several(cell) or None
    if isinstance(cell, date):
        return datetime.combine(cell, time())
    return cell if cell is None or isinstance(cell, time) else float(cell)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_sheet_holds_its_table(name: str) -> None:
    book = opened(example(name))
    found, words = tables(example(name)), Wordbook(example(name).settled.language)
    assert book.sheetnames == [one.title for one in found]
    for one in found:
        sheet = book[one.title]
        heads, *rows = sheet.iter_rows(values_only=True)
        assert list(heads) == [column.head for column in one.columns]
        wanted = [
            tuple(said(cell, column, words) for cell, column in zip(row, one.columns, strict=True))
            for row in one.rows
        ]
        assert rows == wanted, one.id


def test_another_reader_finds_the_same_tasks() -> None:
    plan = example("study-camp")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(plan))).get_sheet_by_index(0)
    _, *rows = sheet.to_python()
    dated = [(row[0], row[1], row[3] or None) for row in rows if row[1]]
    assert dated == [(f"{o.task}-{o.number}", o.day, o.at) for o in plan.schedule.occurrences]


def test_sheets_are_ready_to_filter_to_choose_and_to_print() -> None:
    book = opened(example("study-camp"))
    tasks = book.worksheets[0]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.print_title_rows == "$1:$1"
        assert not sheet.merged_cells.ranges
    lists = {str(one.sqref).partition("2")[0]: one.formula1 for one in tasks.data_validations.dataValidation}
    heads = {str(cell.value): cell.column_letter for cell in tasks[1]}
    assert lists[heads["状态"]] == '"未开始,进行中,完成,跳过"'
    assert tasks.column_dimensions[heads["任务"]].width > 20
    assert tasks[2][1].number_format == "yyyy-mm-dd"


def test_closed_lists_fit_into_what_a_sheet_takes() -> None:
    for name in FOLDERS:
        for table in tables(example(name)):
            for column in table.columns:
                labels = [label for _, label in column.choices]
                assert not any("," in label for label in labels)
                assert len(",".join(labels)) <= 255


def test_nothing_anybody_wrote_is_a_formula_a_link_or_a_control_sign() -> None:
    book = opened(hostile())
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == TYPE_FORMULA or cell.hyperlink]
    assert "=cmd|' /C calc'!A0" in {cell.value for cell in cells}
    with zipfile.ZipFile(io.BytesIO(as_xlsx(hostile()))) as archive:
        names = archive.namelist()
        sheets = b"".join(archive.read(name) for name in names if "worksheets/sheet" in name)
    assert b"<f>" not in sheets
    assert not [name for name in names if "externalLink" in name or "vba" in name.lower()]


def test_a_text_that_looks_like_an_escape_of_excel_stays_what_it_is() -> None:
    plan = hostile()
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(as_xlsx(plan))).get_sheet_by_index(0)
    texts = {str(cell) for row in sheet.to_python() for cell in row}
    assert [one for one in texts if "_x0041_" in one]


def test_what_a_cell_cannot_hold_is_said_and_counted() -> None:
    words = Wordbook("zh-CN")
    for text in (LONG, "长" * 100_000, "\U0001f600" * 100_000):
        kept = cut(text, words)
        body, _, told = kept.partition("……【")
        assert text.startswith(body)
        assert f"{len(text) - len(body)} 字" in told
        assert len(kept.encode("utf-16-le")) // 2 <= MOST
    assert cut("长" * MOST, words) == "长" * MOST
    cells = [
        str(cell.value) for sheet in opened(hostile()).worksheets for row in sheet.iter_rows() for cell in row
    ]
    assert any(cell.startswith("长\U0001f600") and "放不下" in cell for cell in cells)


def test_its_date_is_that_of_the_plan() -> None:
    plan = example("study-camp")
    made = opened(plan).properties
    assert made.created == datetime.combine(plan.settled.opens, time())
    with zipfile.ZipFile(io.BytesIO(as_xlsx(plan))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert {entry.create_system for entry in archive.infolist()} == {0}


FORGED = "<r><t>Mira</t></r></si><si><t>FORGED</t></si><si><r><t>x</t></r>"


@pytest.mark.parametrize("text", [FORGED, "<r></r>", "<r>&amp;</r>", f"<r>{'&' * 15_000}</r>"])
def test_a_text_like_a_formatted_run_stands_as_it_is(text: str) -> None:
    raw = workbook((Sheet("one", ((text, 10), ("next", 10)), ((text, "after"),)),), "x")
    page = openpyxl.load_workbook(io.BytesIO(raw)).active
    assert list(page.values) == [(text, "next"), (text, "after")]


def test_a_role_named_like_a_formatted_run_shifts_no_cell() -> None:
    plan = example("study-camp")
    first, *others = plan.settled.roles
    roles = (replace(first, name=FORGED), *others)
    book = opened(replace(plan, settled=replace(plan.settled, roles=roles)))
    said_so = [cell for page in book for row in page.values for cell in row if isinstance(cell, str)]
    assert FORGED in said_so and "FORGED" not in said_so
