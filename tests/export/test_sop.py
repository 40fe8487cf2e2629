"""SOP sheets, read back by openpyxl."""

import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest

from groupplan.export.forms import PLAIN
from groupplan.export.plain import plain
from groupplan.export.rules import MOST
from groupplan.export.sop import as_sop
from groupplan.export.workbook import LONGEST, Sheet, workbook
from groupplan.model.plan import Plan
from tests.export.reading import HOSTILE, example, hostile, team

Row = tuple[Any, ...]
Expected = tuple[int, str, str]


def sheets(plan: Plan) -> dict[str, list[Row]]:
    book = openpyxl.load_workbook(io.BytesIO(as_sop(plan, PLAIN)))
    return {page.title: [tuple(row) for row in page.values] for page in book.worksheets}


def pushes(plan: Plan) -> list[Row]:
    """The rows of all rules, those first that go on from a row above put together again."""
    found = [row for rows in list(sheets(plan).values())[1:-1] for row in rows[1:]]
    assert all(row[0] for row in found)
    return found


def expected(plan: Plan) -> list[Expected]:
    """Day, hour and words of what is sent to members, worked out from the plan alone."""
    found = []
    for one in plan.schedule.occurrences:
        message = plan.worded.messages.get((one.task, one.number))
        if message and plan.outline.task(one.task).item.kind in ("post", "event", "touch"):
            days = (one.day - plan.settled.opens).days
            hour = f"{one.at:%H:%M}" if one.at else ""
            found.append((days + 1 if days >= 0 else days, hour, plain(message.text)))
    for touch in plan.schedule.touches:
        message = plan.worded.messages.get((touch.task, 0))
        if message:
            rest = int((touch.after % timedelta(days=1)).total_seconds() // 60)
            hour = f"{rest // 60} 小时 {rest % 60} 分" if plan.settled.language == "zh-CN" else ""
            found.append((touch.after.days, hour, plain(message.text)))
    return sorted(found)


@pytest.mark.parametrize("name", ["study-camp", "business-club", "parents"])
def test_every_push_stands_in_it_once_with_its_day_hour_and_words(name: str) -> None:
    plan = example(name)
    found = sorted((row[1], "" if row[3] == "当天自定" else row[3], row[5]) for row in pushes(plan))
    assert found == expected(plan)


@pytest.mark.parametrize("name", ["study-camp", "open-source", "business-club"])
def test_a_rule_has_ten_pushes_at_most_one_sender_and_one_kind_of_group(name: str) -> None:
    found = sheets(example(name))
    index, *rules, _ = found.values()
    assert len(index) - 1 == len(rules)
    for line, rows in zip(index[1:], rules, strict=True):
        assert 1 <= len(rows) - 1 <= MOST and line[4] == len(rows) - 1
        assert len({(row[0], row[9], row[10]) for row in rows[1:]}) == 1 and rows[1][0] == line[1]
    assert len({line[1] for line in index}) == len(index)


def test_a_day_is_not_cut_where_it_fits_into_a_rule() -> None:
    _, *rules, _ = sheets(example("study-camp")).values()
    days = [(rows[1][0].rpartition(" ")[0], day) for rows in rules for day in {row[1] for row in rows[1:]}]
    assert len(days) == len(set(days))


def test_who_is_away_has_a_stand_in_and_of_two_with_one_name_each_has_rules() -> None:
    found = sheets(team())
    senders = {row[9] for rows in list(found.values())[1:-1] for row in rows[1:]}
    assert {"小林", "还没有人"} <= senders
    assert len(found) == len({title.casefold() for title in found})


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert as_sop(example("study-camp"), PLAIN) == as_sop(example("study-camp"), PLAIN)


def test_hostile_words_are_text_and_never_formulas() -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_sop(hostile(), PLAIN)))
    kinds = {cell.data_type for page in book.worksheets for row in page.iter_rows() for cell in row}
    assert kinds <= {"s", "n", "inlineStr"}
    texts = {row[5] for row in pushes(hostile())}
    assert {text for _, _, text in expected(hostile())} == texts
    assert any(HOSTILE[0] in text for text in texts)


def test_what_a_cell_does_not_hold_goes_on_below() -> None:
    text = "长😀" * LONGEST
    raw = workbook((Sheet("s", (("a", 9), ("b", 9)), (("x", text), ("y", 7))),), "t")
    rows = list(openpyxl.load_workbook(io.BytesIO(raw)).active.values)
    assert "".join(str(row[1]) for row in rows[1:-1]) == text
    assert [row[0] for row in rows] == ["a", "x", None, "y"] and rows[-1][1] == 7
