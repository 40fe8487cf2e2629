"""Findings as text: carets stand under what is meant, and nothing in a file reaches the terminal raw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.finding import Finding, say
from groupplan.model.source import Origin, Span
from groupplan.report import as_text
from groupplan.report.text import Ink
from groupplan.report.visible import cells, visible
from tests.report.made import finding, report

ACTIONS = Ink(actions=True)
RAW = "".join(map(chr, [*range(9), *range(11, 32), *range(127, 160)]))
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = RAW + BIDI + "\u200b\u00ad\u2060\ufeff\u2028\u2029"


def frame(line: str, column: int, end: int) -> tuple[str, str]:
    """The row of a file and the row of carets below it, without their margins."""
    rows = as_text(report([finding(1, column, end)], line)).split("\n")
    assert rows[1].startswith("  1 | ") and rows[2].startswith("    | ")
    return rows[1][6:], rows[2][6:]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("platform: wecm", "wecm"),
        ("名称: 晨读营", "晨读营"),
        ("名称：，晨读: wecm", "wecm"),
        ("a: e\u0301e\u0301 wecm", "wecm"),
        ("a: ｗｉｄｅ half wecm", "wecm"),
        ("a:\twecm", "wecm"),
        ("a: ☀\ufe0f wecm", "wecm"),
        ("a: \u202e\x1b wecm", "wecm"),
    ],
)
def test_carets_stand_under_the_word(line: str, word: str) -> None:
    column = line.index(word) + 1
    row, carets = frame(line, column, column + len(word))
    assert cells(carets) == cells(row[: row.index(word)]) + cells(word)
    assert carets.strip() == "^" * cells(word)


def test_an_empty_place_still_has_one_caret() -> None:
    assert frame("closes:", 8, 8) == ("closes:", "       ^")


@pytest.mark.parametrize("sign", UNSEEN)
def test_what_cannot_be_seen_is_shown_as_an_escape(sign: str) -> None:
    number = ord(sign)
    escape = f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"
    assert visible(f"a{sign}b") == f"a{escape}b"
    text = as_text(
        report([finding(text=f"a{sign}b", file=f"{sign}.yaml")], f"a: {sign}", file=f"{sign}.yaml")
    )
    assert sign not in text and text.count(escape) >= 2


@pytest.mark.parametrize(
    "text", ["晨读 😀 é", "👩\u200d👧", "[/] [link=http://x]a[/link] :warning:", "{x} %s \\n ''", "𠮷"]
)
def test_what_can_be_seen_stays_as_it_is(text: str) -> None:
    assert visible(text) == text
    assert text in as_text(report([finding(text=text)], ""))


def test_long_lines_are_cut() -> None:
    text = as_text(report([finding(1, 100_000, 100_005)], "长" * 200_000))
    assert len(text) < 1_000


def test_related_places_and_hints_are_named() -> None:
    origin = Origin("b.yaml", at=Span(3, 1, 2))
    one = Finding(
        origin, say("duplicate-key", key="a", line=1), related=(Origin("b.yaml", at=Span(1, 1, 2)),)
    )
    rows = as_text(report([one], "a: 1\nb: 2\na: 3", "en")).split("\n")
    assert rows[0].startswith("b.yaml:3:1: ") and "“a” stands here twice" in rows[0]
    assert rows[1:3] == ["  3 | a: 3", "    | ^"]
    assert rows[3].startswith("    = keep one") and rows[4] == "    = see also b.yaml:1:1"


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_last_line_counts(language: str) -> None:
    assert as_text(report([], "", language)).count("\n") == 1
    assert "1" in as_text(report([finding()], "", language)).split("\n")[-2]


def test_colour_is_only_where_asked_for() -> None:
    found = report([finding()], "a: 1")
    assert "\x1b" not in as_text(found)
    assert as_text(found, Ink(colour=True)).count("\x1b[0m") == 2


COMMANDS = ("::error::x", "::add-mask::a", "\u3000::stop-commands::x", "a ##[error]x", "###[group]",
            "\r::set-env::", "\n::error::",
            "\u2003 ::x", "\x85::debug::", "##[", "x\n\n  ::warning file=a::b")  # fmt: skip


@pytest.mark.parametrize("text", COMMANDS)
def test_no_workflow_command_is_left_for_a_runner(text: str) -> None:
    file = f"{text}.yaml"
    found = [finding(text=text, file=file), finding(2, text=text, file=file)]
    obeyed(as_text(report(found, f"{text}\n{text}", file=file), ACTIONS))


@given(st.lists(st.text(alphabet=" :#[]x\n\r\t\u3000\u2028\x85error"), max_size=5))
def test_no_text_becomes_a_workflow_command(texts: list[str]) -> None:
    found = [finding(number + 1, text=text, file="::a") for number, text in enumerate(texts)]
    obeyed(as_text(report(found, "\n".join(texts), file="::a"), ACTIONS))


def obeyed(text: str) -> None:
    """A runner obeys ``::`` at the start of a line, after any white space, and ``##[`` anywhere."""
    assert "##[" not in text and "\r" not in text
    assert [line for line in text.split("\n") if line.lstrip().startswith("::")] == []
