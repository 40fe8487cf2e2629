"""The examples as Markdown: nothing unfilled, nothing too long, words exactly as they are pasted."""

from datetime import date, timedelta

import pytest

from groupplan.model.formats import day, weekday
from groupplan.render.words import Dictionary
from tests.render.markdown import fences, parsed, tables
from tests.render.test_markdown import NAMES, body, example

BOTH = pytest.mark.parametrize("name", NAMES)


@BOTH
def test_an_example_has_no_unfilled_slot(name: str) -> None:
    assert example(name).worded.gaps == ()


@BOTH
def test_a_fence_holds_exactly_what_is_pasted_and_no_message_is_missing(name: str) -> None:
    worded = example(name).worded
    skeletons = {
        message.text: message.skeleton or message.text
        for message in (*worded.messages.values(), *worded.spare)
    }
    text = body(name)
    library = text[text.index('<a id="scripts"></a>') : text.index('<a id="calendar"></a>')]
    found = fences(parsed(library))
    assert set(found) <= skeletons.keys()
    assert {skeletons[text] for text in found} == set(skeletons.values())


@BOTH
def test_no_message_of_an_example_is_longer_than_its_platform_takes(name: str) -> None:
    plan = example(name)
    limit = plan.settled.pack.limit("message_chars")
    assert limit is not None
    for message in (*plan.worded.messages.values(), *plan.worded.spare):
        assert message.length <= limit.value, message.name


@BOTH
def test_no_day_of_a_calendar_row_lies_outside_the_plan(name: str) -> None:
    plan = example(name)
    first, last, spoken = plan.schedule.first, plan.schedule.last, plan.settled.language
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    inside = {written(one, spoken) for one in days}
    head = Dictionary(spoken).heads("calendar.week_head")[0]
    rows = [row[0] for table in tables(parsed(body(name))) if table[0][0] == head for row in table[1:]]
    routine = {Dictionary(spoken).say(key) for key in ("when.daily", "when.workdays")}
    dated = [row for row in rows if row.split("\n")[0] not in routine]
    assert dated and set(dated) <= inside


@BOTH
def test_every_occurrence_stands_in_the_table_of_its_week(name: str) -> None:
    plan = example(name)
    spoken = plan.settled.language
    day_head, _, what, kind, *_ = Dictionary(spoken).heads("calendar.week_head")
    every = tables(parsed(body(name)))
    found = [one for one in every if one[0][0] == day_head and kind in one[0]]
    weeks: dict[date, set[str]] = {}
    for one in plan.schedule.occurrences:
        monday = one.day - timedelta(days=one.day.weekday())
        weeks.setdefault(monday, set()).add(plan.worded.text("tasks", one.task, "name"))
    assert len(found) == len(weeks)
    for (_, names), table in zip(sorted(weeks.items()), found, strict=True):
        said = "\n".join(row[table[0].index(what)] for row in table[1:])
        assert [name for name in names if name not in said] == []


def written(one: date, spoken: str) -> str:
    name = weekday(one, spoken, short=True)
    return f"{day(one, spoken)} {name}" if spoken == "zh-CN" else f"{name} {day(one, spoken)}"
