"""A comment is found where YAML has a comment and nowhere else, and says what it says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.choose.comments import comments
from groupplan.model.suppression import Suppression
from groupplan.read import read

NOTE = "# groupplan: ignore[GP204] agreed"


def found(text: str) -> tuple[Suppression, ...]:
    return comments(read(text.encode("utf-8"), "brief.yaml").source)


def one(text: str) -> Suppression:
    (note,) = found(text)
    return note


def test_codes_reason_and_last_day() -> None:
    note = one("a: 1  # groupplan: ignore[GP204, GP5,study_camp/seeds] owner agreed, until 2026-12-31\n")
    assert note.codes == ("GP204", "GP5", "study_camp/seeds")
    assert (note.reason, note.until, note.line, note.at.column) == ("owner agreed", date(2026, 12, 31), 1, 7)


@pytest.mark.parametrize(
    ("text", "reason", "until"),
    [
        ("ignore[GP2] why", "why", None),
        ("ignore[GP2] why, until 2026-12-31", "why", date(2026, 12, 31)),
        ("ignore[GP2] why until 2026-12-31.", "why", date(2026, 12, 31)),
        ("ignore【GP2】老板定的，到2026年12月31日", "老板定的", date(2026, 12, 31)),
        ("ignore[GP2]：老板定的，截至 2026-12-31", "老板定的", date(2026, 12, 31)),
        ("ignore[GP2] 等到财务确认", "等到财务确认", None),
        ("ignore[GP2] 只涨到300人", "只涨到300人", None),
        ("ignore[GP2] until 2026-12-31", "", date(2026, 12, 31)),
        ("ignore[GP2] - ", "", None),
    ],
)
def test_reasons_in_both_languages(text: str, reason: str, until: date | None) -> None:
    note = one(f"a: 1 # groupplan: {text}\n")
    assert (note.clear, note.reason, note.until) == (True, reason, until)


@pytest.mark.parametrize(
    "text",
    [
        "ignore",
        "ignore GP204 why",
        "ignore[] why",
        "ignore[GP2",
        "ignore[GP2] why, until soon",
        "ignore[GP2] why, until 2026-02-30",
        "ignore[GP2] why until 31.12.2026",
    ],
)
def test_what_cannot_be_read_is_unclear(text: str) -> None:
    assert not one(f"a: 1 # groupplan: {text}\n").clear


@pytest.mark.parametrize("text", ["ignored by finance", "1 is the version", "todo", "忽略前两周"])
def test_other_comments_are_none(text: str) -> None:
    assert found(f"a: 1 # groupplan: {text}\n") == ()


def test_a_misspelt_one_stands_at_its_place_and_cannot_be_read() -> None:
    note = one("a: 1\n# groupplan: ignroe[GP204, GP5] agreed\nb: 2\n")
    assert (note.clear, note.word, note.codes, note.line) == (False, "ignroe", ("GP204", "GP5"), 3)
    assert note.at.column == 1 and not note.silences(date.max)


@pytest.mark.parametrize(
    "text",
    [
        f'a: "x {NOTE}"\n',
        f"a: 'x\n  {NOTE}'\n",
        f"a: |\n  x\n  {NOTE}\nb: 1\n",
        f"a: >-\n  x\n\n  {NOTE}\n",
        f"a: x{NOTE}\n",
        f'"{NOTE}": 1\n',
        f"a:\n  - [b, '{NOTE}']\n",
    ],
)
def test_what_only_looks_like_one_is_text(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"a: 1 {NOTE}\nb: 2\n", 1),
        (f"{NOTE}\na: 1\n", 2),
        (f"a: 1\n{NOTE}\n\n# more\n  # and more\nb: 2\n", 6),
        (f"a:\n  {NOTE}\n  - x\n", 3),
        (f"a: | {NOTE}\n  x\n", 1),
        (f"a: |\n  x\n{NOTE}\nb: 1\n", 4),
        (f"a: 'x\n  y' {NOTE}\n", 2),
        (f"a: x\n{NOTE}\n", 2),
        (f"a: [x, {NOTE}\n  y]\n", 1),
    ],
)
def test_a_comment_is_about_its_line_or_alone_about_the_next(text: str, line: int) -> None:
    assert one(text).line == line


def test_a_file_that_cannot_be_read_has_none() -> None:
    assert found(f"a: [ {NOTE}\n") == ()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_reason_is_read_without_an_exception(reason: str) -> None:
    for note in found(f"a: 1 # groupplan: ignore[GP2] {reason}\nb: 2\n"):
        assert note.line >= 1


@pytest.mark.parametrize("prose", ["# groupplan: see below", "# Group plan for spring", "# groupplan v2"])
def test_prose_that_begins_alike_hides_no_comment_behind_it(prose: str) -> None:
    (one,) = found(f"a: 1 {prose} # groupplan: ignore[GP204] agreed\n")
    assert (one.codes, one.reason, one.clear) == (("GP204",), "agreed", True)
