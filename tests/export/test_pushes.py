"""One push for each hour of a host's script."""

from datetime import time

import pytest
from msgspec.structs import replace

from groupplan.export.doings import Doing, doings
from groupplan.export.pushes import by_hand, pushes
from groupplan.export.words import Wordbook
from groupplan.model.worded import blanks
from tests.export.reading import example


def said(text: str, language: str = "zh-CN") -> Doing:
    """A group's post with that text."""
    found = next(one for one in doings(example("study-camp")) if one.post and one.day and one.at)
    assert found.message
    message = replace(found.message, text=text, blanks=blanks(text, language), recipient="")
    return replace(found, message=message)


def cut(text: str, language: str = "zh-CN") -> list[tuple[time | None, str]]:
    return [(one.at, one.message.text) for one in pushes(said(text, language), language) if one.message]


def test_each_hour_begins_a_push_and_is_its_hour() -> None:
    text = "（20:00）大家好。\n（20:05）讲两句。\n约定三条。\n（20:40）明早见。"
    assert cut(text) == [
        (time(20), "大家好。"),
        (time(20, 5), "讲两句。\n约定三条。"),
        (time(20, 40), "明早见。"),
    ]
    assert cut("(9:00) One.\n(9:30) Two.", "en") == [(time(9), "One."), (time(9, 30), "Two.")]


def test_what_stands_before_the_first_hour_goes_with_it() -> None:
    assert cut("先发这句\n（20:00）一\n（20:05）二")[0] == (time(20), "先发这句\n一")


@pytest.mark.parametrize(
    "text", ["没有钟点", "（20:00）只有一个", "晚上（20:00）开\n再（21:00）散", "（25:00）a\n（20:61）b"]
)
def test_a_text_without_a_programme_stays_one(text: str) -> None:
    assert [found for _, found in cut(text)] == [text]


def test_each_push_asks_for_its_own_blanks() -> None:
    found = list(pushes(said("（20:00）好\n（20:05）请【谁】说"), "zh-CN"))
    assert [one.message.blanks for one in found if one.message] == [(), ("谁",)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("中午好，回一句就行。", "zh-CN", False),
        ("请【谁】说一句", "zh-CN", True),
        ("三种写法，挑一种，改成他说的事：", "zh-CN", True),
        ("两种参加法，选一种：", "zh-CN", False),
        ("Pick one pattern and make it about what they said:", "en", True),
        ("This week: pick one thing, do it, say how it went.", "en", False),
    ],
)
def test_words_to_choose_or_to_fill_in_are_sent_by_hand(text: str, language: str, expected: bool) -> None:
    assert by_hand(said(text, language), Wordbook(language)) is expected
