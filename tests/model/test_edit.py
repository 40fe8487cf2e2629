"""Edits: places in characters, line ends as the parser counts them, nothing outside them touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.edit import Edit, Overlap, applied, inserting, replacing
from groupplan.model.source import BREAK, Span

LINES = st.lists(st.text(st.sampled_from("a：群🌅 \t\ufeff"), max_size=6), min_size=1, max_size=6)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\x85", "\u2028"])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_a_line_ends_where_the_parser_says(end: str) -> None:
    text = end.join(["a", "b：c", "d"])
    assert applied(text, [replacing(Span(2, 2, 3), ": ")]) == end.join(["a", "b: c", "d"])
    assert applied(text, [inserting(2, 1, f"x{end}")]) == end.join(["a", "x", "b：c", "d"])
    assert applied(text, [Edit(2, 1, 3, 1, "")]) == end.join(["a", "d"])


def test_edits_count_from_the_text_given_in_any_order() -> None:
    edits = [replacing(Span(1, 5, 6), "EE"), replacing(Span(1, 1, 3), ""), inserting(1, 4, "-")]
    assert applied("abcde", edits) == applied("abcde", edits[::-1]) == "c-dEE"


def test_the_same_edit_is_made_once() -> None:
    assert applied("ab", [inserting(1, 2, "x"), inserting(1, 2, "x")]) == "axb"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(1, 1, 1, 3, "x"), Edit(1, 2, 1, 4, "y")],
        [Edit(1, 1, 1, 3, "x"), Edit(1, 1, 1, 3, "y")],
        [inserting(1, 1, "x"), inserting(1, 1, "y")],
    ],
)
def test_two_edits_of_one_place_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(Overlap):
        applied("abcd", edits)


@pytest.mark.parametrize(
    "edit", [inserting(0, 1, ""), inserting(3, 1, ""), inserting(1, 5, ""), Edit(1, 3, 1, 2, "x")]
)
def test_a_place_the_text_lacks_is_refused(edit: Edit) -> None:
    with pytest.raises(ValueError):
        applied("ab\nc", [edit])


@given(LINES, ENDS, st.data())
def test_what_is_outside_an_edit_stays(lines: list[str], end: str, data: st.DataObject) -> None:
    text = end.join(lines)
    number = data.draw(st.integers(1, len(lines)))
    first = data.draw(st.integers(1, len(lines[number - 1]) + 1))
    last = data.draw(st.integers(first, len(lines[number - 1]) + 1))
    after = BREAK.split(applied(text, [replacing(Span(number, first, last), "X")]))
    line = lines[number - 1]
    assert after[number - 1] == f"{line[: first - 1]}X{line[last - 1 :]}"
    assert [*after[: number - 1], *after[number:]] == [*lines[: number - 1], *lines[number:]]
