"""SOP sheets, read back by openpyxl."""

import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from groupplan.export.doings import doings
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


def parts(text: str, hour: str) -> list[tuple[str, str]]:
    """A host's script by the hours in it, which stand at the head of lines."""
    found: list[tuple[str, str]] = []
    for line in text.split("\n"):
        if line[:1] in ("（", "(") and line[6:7] in ("）", ")"):
            found.append((line[1:6], line[7:].strip()))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]}\n{line}")
        else:
            return [(hour, text)]
    return found


def expected(plan: Plan) -> list[Expected]:
    """Day, hour and words of what is sent to members, worked out from the plan alone."""
    found = []
    for one in plan.schedule.occurrences:
        message = plan.worded.messages.get((one.task, one.number))
        if message and plan.outline.task(one.task).item.kind in ("post", "event", "touch"):
            days = (one.day - plan.settled.opens).days
            hour = f"{one.at:%H:%M}" if one.at else ""
            number = days + 1 if days >= 0 else days
            found += [(number, *part) for part in parts(plain(message.text), hour)]
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


def test_a_hosts_script_is_a_push_for_each_hour_in_it() -> None:
    found = [row for row in pushes(example("study-camp")) if row[4] == "开营仪式"]
    assert [row[3] for row in found] == sorted({row[3] for row in found}) and len(found) > 3
    assert not any("（20:" in row[5] for row in found)
    assert all(row[6] == len(row[5]) for row in found)


@pytest.mark.parametrize(
    ("name", "by_hand"), [("study-camp", "人工发，别设自动"), ("open-source", "by hand, not automatic")]
)
def test_no_tool_sends_what_a_person_has_to_choose_or_fill_in(name: str, by_hand: str) -> None:
    plan = example(name)
    marked = {row[5] for row in pushes(plan) if str(row[8] or "").startswith(by_hand)}
    free = {row[5] for row in pushes(plan) if not row[8]}
    sent = [one.message for one in doings(plan) if one.post and one.piece.item.kind != "event"]
    assert {plain(one.text) for one in sent if one and one.blanks} <= marked
    assert {plain(one.text) for one in sent if one and one.script == "welcome"} <= free
    for start in ("三种写法", "Pick one pattern", "你进「", "You have been in"):
        assert not any(text.startswith(start) for text in free)


def test_a_sheet_is_called_by_who_sends_and_since_when() -> None:
    titles = list(sheets(example("study-camp")))[1:-1]
    assert "小陈 3月1日" in titles and "小周 入群后" in titles
    assert "Jonas 1 March" in sheets(example("open-source"))


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


def test_a_name_like_a_formatted_run_shifts_no_cell() -> None:
    forged = "<r><t>Mira</t></r></si><si><t>FORGED</t></si><si><r><t>x</t></r>"
    plan = example("study-camp")
    roles = tuple(replace(role, name=forged) for role in plan.settled.roles)
    found = [
        cell for row in pushes(replace(plan, settled=replace(plan.settled, roles=roles))) for cell in row
    ]
    assert forged in found and "FORGED" not in found
