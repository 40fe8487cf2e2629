from datetime import date

import pytest

from groupplan.export.tables import behind, tables
from groupplan.model.plan import Plan
from groupplan.model.tables import Table
from tests.export.plans import FOLDERS, example, hostile


def by_id(plan: Plan) -> dict[str, Table]:
    return {one.id: one for one in tables(plan)}


@pytest.mark.parametrize("name", FOLDERS)
def test_every_row_is_as_wide_as_its_table_and_no_head_stands_twice(name: str) -> None:
    for table in tables(example(name)) + behind(example(name)):
        heads = [column.head for column in table.columns]
        assert all(len(row) == len(heads) for row in table.rows)
        assert len(set(heads)) == len(heads)
        assert all(heads)


@pytest.mark.parametrize("name", FOLDERS)
def test_titles_are_short_enough_for_sheets_and_tasks_stand_first(name: str) -> None:
    titles = [table.title for table in tables(example(name))]
    assert len(set(titles)) == len(titles)
    assert all(0 < len(title) <= 31 for title in titles)
    found = tables(example(name))
    assert (found[0].id, found[-1].id) == ("tasks", "legend")


@pytest.mark.parametrize("name", FOLDERS)
def test_tasks_are_those_of_the_schedule_with_their_days_hours_and_texts(name: str) -> None:
    plan = example(name)
    table = by_id(plan)["tasks"]
    column = {id_: table.column(id_) for id_ in ("id", "task", "date", "time", "text", "status")}
    dated = [(one.task, one.day, one.at) for one in plan.schedule.occurrences]
    touches = [(one.task, None, None) for one in plan.schedule.touches]
    rows = list(zip(column["task"], column["date"], column["time"], strict=True))
    assert rows == dated + touches
    texts = {f"{task}-{number}": one.text for (task, number), one in plan.worded.messages.items()}
    told = {key: text for key, text in zip(column["id"], column["text"], strict=True) if text}
    assert told == {key: text for key, text in texts.items() if key in set(column["id"])}
    assert len(set(column["id"])) == len(rows)
    assert set(column["status"]) == {"todo"}


@pytest.mark.parametrize("name", FOLDERS)
def test_who_does_a_task_is_who_the_plan_says(name: str) -> None:
    plan = example(name)
    table = by_id(plan)["tasks"]
    for key, day, owner in zip(*(table.column(id_) for id_ in ("task", "date", "owner")), strict=True):
        piece = plan.outline.task(str(key))
        role = plan.settled.doer(piece.item.duty or "", piece.owner)
        if role is None or not (isinstance(day, date) and role.absent(day)):
            assert owner == (role.name if role else "")


def test_where_somebody_is_away_the_stand_in_is_named() -> None:
    table = by_id(hostile())["tasks"]
    rows = zip(*(table.column(id_) for id_ in ("task", "date", "owner")), strict=True)
    owners = {day: owner for task, day, owner in rows if task == "odd"}
    assert owners[date(2027, 3, 1)] == "＠SUM(A1),x"
    assert owners[date(2027, 3, 3)] == "=cmd|' /C calc'!A0"


@pytest.mark.parametrize("name", FOLDERS)
def test_the_calendar_has_every_day_once_and_counts_what_happens(name: str) -> None:
    plan = example(name)
    table = by_id(plan)["calendar"]
    days = table.column("date")
    assert len(days) == len(set(days)) == (plan.schedule.last - plan.schedule.first).days + 1
    assert sum(int(str(count)) for count in table.column("items")) == len(plan.schedule.occurrences)


@pytest.mark.parametrize("name", FOLDERS)
def test_every_text_of_the_plan_stands_among_the_scripts(name: str) -> None:
    plan = example(name)
    table = by_id(plan)["scripts"]
    asked = {one.script for one in (*plan.worded.messages.values(), *plan.worded.spare)}
    assert {str(key).rpartition("-")[0] for key in table.column("id")} == asked
    assert len(set(table.column("id"))) == len(table.rows)


@pytest.mark.parametrize("name", FOLDERS)
def test_choices_are_words_of_their_list(name: str) -> None:
    for table in tables(example(name)) + behind(example(name)):
        for column in table.columns:
            if column.kind == "choice":
                assert set(table.column(column.id)) <= set(dict(column.choices)), (table.id, column.id)


def test_what_remains_is_the_budget_less_what_is_spent() -> None:
    table = by_id(example("study-camp"))["budget"]
    amount = dict(zip(table.column("id"), table.column("amount"), strict=True))
    sort = dict(zip(table.column("id"), table.column("sort"), strict=True))
    lines = [amount[key] for key in amount if sort[key] == "line"]
    assert sum(lines) == amount["cash"]  # type: ignore[arg-type]
    assert amount["total"] - amount["cash"] == amount["left"]  # type: ignore[operator]


def test_signs_that_mislead_are_seen_and_names_stand_on_one_line() -> None:
    table = by_id(hostile())["tasks"]
    names = {
        name for task, name in zip(table.column("task"), table.column("name"), strict=True) if task == "odd"
    }
    assert names == {"+1 | \\u202e"}
    for one in tables(hostile()) + behind(hostile()):
        for row in one.rows:
            assert "\u202e" not in str(row)
            assert "\u2028" not in "".join(str(cell) for cell in row)


def test_the_legend_names_every_sheet() -> None:
    found = tables(example("study-camp"))
    assert {one.title for one in found} <= set(found[-1].column("name"))
