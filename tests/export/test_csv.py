import csv
import io
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.export.csv import as_csv, written
from groupplan.export.tables import table
from groupplan.model.tables import Column, Table
from tests.export.plans import FOLDERS, LONG, example, hostile

SIGNS = "=+-@＝＋－＠"


def rows(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", FOLDERS)
def test_rows_are_those_of_the_tasks(name: str) -> None:
    plan = example(name)
    found, said = rows(as_csv(plan)), table(plan, "tasks")
    assert found[0] == [column.head for column in said.columns]
    for id_, form in (("date", lambda cell: cell.isoformat()), ("time", lambda cell: f"{cell:%H:%M}")):
        place = [column.id for column in said.columns].index(id_)
        assert [row[place] for row in found[1:]] == [form(c) if c else "" for c in said.column(id_)]
    place = [column.id for column in said.columns].index("text")
    assert [row[place].removeprefix("'") for row in found[1:]] == list(said.column("text"))


def test_it_begins_with_a_mark_for_excel_and_ends_lines_as_excel_does() -> None:
    raw = as_csv(example("study-camp"))
    assert raw.startswith(b'\xef\xbb\xbf"')
    assert raw.endswith(b'"\r\n')
    inside = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(inside) == raw.count(b'"\r\n"') + 1


def test_no_cell_of_a_hostile_plan_is_a_formula() -> None:
    cells = [cell for row in rows(as_csv(hostile())) for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] and cell.lstrip()[0] in SIGNS]
    assert "'=cmd|' /C calc'!A0" in cells
    assert "'-2+3" in cells


def test_a_text_of_any_length_stands_whole() -> None:
    assert LONG in {cell for row in rows(as_csv(hostile())) for cell in row}


@given(st.text(alphabet=st.one_of(st.sampled_from(SIGNS + "\t\r\n \u200b\ufeff'\",;|"), st.characters())))
def test_any_text_comes_back_and_never_as_a_formula(text: str) -> None:
    one = Table("t", "t", (Column("text", "text", "head"),), ((text,),))
    raw = (
        written(one).encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass").removeprefix("\ufeff")
    )
    ((_,), (cell,)) = csv.reader(io.StringIO(raw, newline=""))
    assert cell in (text, f"'{text}")
    seen = cell.lstrip(" \t\r\n\u200b\ufeff\u3000")
    number = cell.replace(".", "").replace(",", "").removesuffix("%").lstrip("+-").isdigit()
    assert not seen or seen[0] not in SIGNS or number
    assert cell[:1] not in ("\t", "\r", "\n")


@pytest.mark.parametrize("text", ["-5", "+3.5", "-12%", "1,200"])
def test_a_plain_number_stays_one(text: str) -> None:
    one = Table("t", "t", (Column("text", "text", "head"),), ((text,),))
    assert f'"{text}"' in written(one)


def test_cells_of_every_kind() -> None:
    columns = (
        Column("date", "date", "d"),
        Column("time", "time", "t"),
        Column("list", "list", "l"),
        Column("status", "choice", "s", (("todo", "to do"),)),
        Column("n", "number", "n"),
    )
    row = (date(2027, 3, 1), time(8, 5), ("a", "b, c"), "todo", 1.5)
    text = written(Table("t", "t", columns, (row, (None, None, (), "todo", None))))
    assert text.splitlines()[1:] == ['"2027-03-01","08:05","a,b， c","to do","1.5"', '"","","","to do",""']
