"""Characters that deceive, the full-width colon, and keys that stand twice."""

import pytest
import yaml

from groupplan.read import events, read
from tests.read.reading import keys, places

HIDDEN = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2060\u00ad\ufeff"


@pytest.mark.parametrize(
    "text", ["a: 1\nb: x\0y", "a: 1\nb: x\x1by", "a: 1\nb: \x07", "a: 1\nb: 中\x00", "a: 1\nb: \ufffe"]
)
def test_raw_control_characters_are_refused_at_their_line(text: str) -> None:
    assert [found[:2] for found in places(text)] == [("GP007", 2)]


@pytest.mark.parametrize(("text", "column"), [("a: 1\nb: x\0y", 5), ("b: 中\x00", 5), ("名: 晨\x07读", 5)])
def test_a_raw_control_character_is_shown_where_it_stands(text: str, column: int) -> None:
    assert [found[2] for found in places(text)] == [column]


def test_nul_spelled_as_an_escape_is_refused() -> None:
    assert (keys('a: "x\\0y"'), places('a: "x\\0y"')) == (["nul-character"], [("GP007", 1, 4)])


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_half_a_surrogate_is_refused_whichever_parser_is_there(
    loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_LOADER", loader)
    reading = read(b'a: "\\ud800"', "b.yaml")
    assert not reading.ok and len(reading.findings) == 1
    assert read(b'a: "\\u7fa4"', "b.yaml").source.data == {"a": "群"}


@pytest.mark.parametrize("sign", HIDDEN)
def test_hidden_and_turning_characters_are_warned_about_where_they_stand(sign: str) -> None:
    reading = read(f"a: 1\nname: 晨{sign}读".encode(), "b.yaml")
    assert reading.ok and reading.source.data == {"a": "1", "name": f"晨{sign}读"}
    assert [f.words.gaps for f in reading.findings] == [(("code", f"U+{ord(sign):04X}"),)]
    assert places(f"a: 1\nname: 晨{sign}读") == [("GP006", 2, 8)]


def test_a_key_with_a_hidden_character_is_another_key() -> None:
    assert read("na\u200bme: 1\nname: 2".encode(), "b").source.data == {"na\u200bme": "1", "name": "2"}


def test_many_hidden_characters_are_warned_about_a_few_times() -> None:
    assert 1 < len(places("a: " + "\u200b" * 10_000)) < 100


def test_both_lines_of_a_repeated_key_are_named() -> None:
    reading = read("a: 1\ngoals:\n  - id: x\n    名: 1\n    名: 2\na: 3\n".encode(), "b.yaml")
    found = [(f.origin.at, [one.at for one in f.related]) for f in reading.findings]
    assert [(at.line, at.column, [one.line for one in more if one]) for at, more in found if at] == [
        (5, 5, [4]), (6, 1, [1])
    ]  # fmt: skip
    assert not reading.ok


@pytest.mark.parametrize(
    "text", ["a: 1\n'a': 2", 'a: 1\n"a": 2', "{a: 1, a: 2}", "a: 1\n? a\n: 2", "a:\n'a':"]
)
def test_a_key_is_repeated_however_it_is_quoted(text: str) -> None:
    assert keys(text) == ["duplicate-key"]


def test_keys_are_compared_as_they_are_typed() -> None:
    assert keys("1: a\n1.0: b\n'01': c\nTrue: d\ntrue: e") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("groupplan: 1\nname：晨读营\nopens: 2027-03-01", [("GP002", 2, 5)]),
        ("groupplan：1\nname：晨读营", [("GP002", 1, 10), ("GP002", 2, 5)]),
        ("a: 1\ngoals:\n  - id：x\n    target: 5", [("GP002", 3, 7)]),
        ("a: 1\nname：晨读营\nb: @x", [("GP002", 2, 5), ("GP002", 3, 4)]),
    ],
)
def test_full_width_colon_is_named_at_its_column(text: str, found: list[tuple[str, int, int]]) -> None:
    assert places(text) == found


def test_full_width_colon_is_read_as_if_it_were_right() -> None:
    reading = read("groupplan: 1\nname：晨读营\nopens： 2027\n".encode(), "b.yaml")
    assert reading.source.data == {"groupplan": "1", "name": "晨读营", "opens": "2027"}
    assert reading.source.span(("name",)) == (2, 6, 9)
    assert reading.source.span(("opens",)) == (3, 8, 12)
    assert not reading.ok


def test_full_width_colon_inside_words_is_nobodys_mistake() -> None:
    text = "text: |\n  VIP：请看\n\n  Q：问\nlist:\n  - why: >-\n      A：答\n    b: 1\nname: 甲：乙\n"
    assert places(text) == []
    assert places(text + "b: @x\n") == [("GP002", 10, 4)]
    assert places(text + "name: 2\n") == [("GP005", 10, 1)]
