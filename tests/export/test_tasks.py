"""A page for each person, read back as Markdown."""

from collections import Counter
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from groupplan.export.forms import PLAIN
from groupplan.export.landing import safe
from groupplan.export.plain import one_line, plain
from groupplan.export.tasks import as_tasks
from groupplan.model.formats import clock, day, hours
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.model.seams import dotted
from tests.export.reading import example, hostile, team

READER = MarkdownIt("gfm-like", {"linkify": False})
Seen = tuple[str, str, str]
"""The day's heading, what is to be done, the words to paste below it."""


def read(plan: Plan) -> dict[str, str]:
    return {name: raw.decode("utf-8") for name, raw in as_tasks(plan, PLAIN).items()}


def said(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def seen(page: str) -> Iterator[Seen]:
    day, title, words, heading = "", "", "", False
    for token in READER.parse(page):
        heading = (heading or token.type == "heading_open") and token.type != "heading_close"
        starts = token.type == "inline" and said(token).startswith("[ ] ")
        if title and (starts or (heading and token.type == "inline")):
            yield day, title, words
            title, words = "", ""
        if heading and token.type == "inline":
            day = said(token)
        elif starts:
            title = said(token).removeprefix("[ ] ")
        elif token.type == "fence":
            words = token.content.removesuffix("\n")
    if title:
        yield day, title, words


def wanted(plan: Plan, one: Occurrence) -> tuple[str, str]:
    """The task with its hour, and its words."""
    name = one_line(plan.worded.text("tasks", one.task, "name"))
    message = plan.worded.messages.get((one.task, one.number))
    untimed = "当天内" if plan.settled.language == "zh-CN" else "Any time"
    title = f"{clock(one.at)} {name}" if one.at else dotted((untimed, name), plan.settled.language)
    return title, plain(message.text) if message else ""


@pytest.mark.parametrize("name", ["study-camp", "business-club", "hostile"])
def test_whoever_has_a_task_finds_it_on_its_day_with_its_hour_and_its_words(name: str) -> None:
    plan = hostile() if name == "hostile" else example(name)
    pages = [list(seen(page)) for page in read(plan).values()]
    every = [found for page in pages for found in page]
    roles = {role.id: page for role, page in zip(plan.settled.roles, pages, strict=False)}
    left = Counter(every)
    for one in plan.schedule.occurrences:
        piece = plan.outline.task(one.task)
        role = plan.settled.doer(piece.item.duty or "", piece.owner)
        page = roles[role.id] if role and not role.absent(one.day) else every
        when = day(one.day, plan.settled.language)
        due = wanted(plan, one)
        found = next(it for it in page if it[1:] == due and when in it[0] and left[it])
        left[found] -= 1
    assert sum(left.values()) == len(plan.schedule.touches)


def test_what_follows_a_join_stands_before_the_days() -> None:
    plan = example("study-camp")
    for page in read(plan).values():
        days = [found[0] for found in seen(page)]
        joins = [day for day in days if day == "有人入群之后"]
        assert days[: len(joins)] == joins
    after = [found for page in read(plan).values() for found in seen(page) if found[0] == "有人入群之后"]
    names = [plan.worded.text("tasks", one.task, "name") for one in plan.schedule.touches]
    assert sorted(found[1].partition("·")[2] for found in after) == sorted(names)


def test_what_has_no_hour_comes_last_in_its_day() -> None:
    for page in read(example("study-camp")).values():
        found = [(day, title.startswith("当天内·")) for day, title, _ in seen(page)]
        days = list(dict.fromkeys(day for day, _ in found))
        assert found == sorted(found, key=lambda one: (days.index(one[0]), one[1]))
        assert {untimed for _, untimed in found} == {True, False}


def test_it_says_how_long_each_takes() -> None:
    page = read(example("study-camp"))["小陈.md"]
    assert "主持官·每群 3 分钟·主群 × 4" in page


def test_hours_a_week_are_those_of_the_plan() -> None:
    plan = example("study-camp")
    for role, page in zip(plan.settled.roles, read(plan).values(), strict=True):
        rows = [line.strip("| ").split(" | ") for line in page.split("\n") if line.startswith("| ")]
        loads = [load for load in plan.measures.of(role.id) if load.minutes or load.off]
        assert [row[1:] for row in rows[2:]] == [
            [hours(part, "zh-CN") for part in (load.minutes, load.free, load.over)] for load in loads
        ]


def test_a_stand_in_finds_the_task_with_whose_it_is() -> None:
    plan = team()
    first, second, device, nobody = read(plan).items()
    assert [first[0], second[0], device[0], nobody[0]] == [
        "小林.md",
        "小林 (2).md",
        "_CON.md",
        "还没有人做.md",
    ]
    away = ("3 月 1 日", "3 月 2 日", "3 月 3 日")
    assert not [found for found in seen(first[1]) if found[0].startswith(away) and "周" in found[0]]
    assert "替小林" in second[1] and "替" not in first[1].replace("替补", "")
    assert list(seen(nobody[1]))


def test_pages_are_safe_and_the_same_each_time() -> None:
    for plan in (example("study-camp"), hostile(), team()):
        raw = as_tasks(plan, PLAIN)
        assert raw == as_tasks(plan, PLAIN)
        assert all(safe(name) and name.endswith(".md") for name in raw)
        assert not any(one.startswith(b"\xef\xbb\xbf") or b"\r" in one for one in raw.values())


def test_hostile_names_are_headings_and_nothing_more() -> None:
    plan = hostile()
    (page, *_) = read(plan).values()
    tops = [token for token in READER.parse(page) if token.type == "heading_open" and token.tag == "h1"]
    assert len(tops) == 1 and one_line(plan.settled.roles[0].name) in said(READER.parse(page)[1])
    assert not [token for token in READER.parse(page) if token.type.startswith("html")]
