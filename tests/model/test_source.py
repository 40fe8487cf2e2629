"""Where a piece of a file stands: line and column in characters, as an editor shows them."""

import pytest

from groupplan.model.source import TOP, Origin, Route, Source, Span
from groupplan.read import read

TEXT = """\
groupplan: 1
名称: "晨读营"   # a comment
positioning:
  topic: 英文晨读, 每天
  motives: [growth, 成长, sales]
goals:
  - id: paying
    target: 60
  - {id: 二, target: }
why: |
  one
  two
"""


def source(text: str) -> Source:
    return read(text.encode(), "b.yaml").source


@pytest.mark.parametrize(
    ("route", "span"),
    [
        ((), TOP),
        (("groupplan",), Span(1, 12, 13)),
        (("名称",), Span(2, 5, 10)),
        (("positioning",), Span(3, 1, 12)),
        (("positioning", "topic"), Span(4, 10, 18)),
        (("positioning", "motives", 1), Span(5, 21, 23)),
        (("positioning", "motives", 2), Span(5, 25, 30)),
        (("goals", 0, "target"), Span(8, 13, 15)),
        (("goals", 1, "id"), Span(9, 10, 11)),
        (("why",), Span(10, 6, 7)),
    ],
)
def test_value_stands_where_it_was_typed(route: Route, span: Span) -> None:
    assert source(TEXT).span(route) == span


@pytest.mark.parametrize(
    ("route", "span"),
    [
        (("positioning", "purpose", "why"), Span(3, 1, 12)),
        (("goals", 7, "id"), Span(6, 1, 6)),
        (("nowhere",), TOP),
        (("groupplan", "deeper"), Span(1, 1, 10)),
    ],
)
def test_what_is_missing_is_blamed_on_the_key_around_it(route: Route, span: Span) -> None:
    assert source(TEXT).span(route) == span


def test_a_key_has_a_place_of_its_own() -> None:
    assert source(TEXT).place(Origin("b.yaml", ("positioning", "topic"), key=True)) == Span(4, 3, 8)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_lines_end_where_the_parser_of_yaml_ends_them(end: str) -> None:
    found = source(end.join(["groupplan: 1", "name: 晨读", "days: 3"]))
    assert found.span(("days",)) == Span(3, 7, 8)
    assert found.line(3) == "days: 3"
    assert found.line(0) == found.line(4) == ""


def test_a_bom_takes_no_column() -> None:
    assert read("\ufeffname: 甲".encode(), "b").source.span(("name",)) == Span(1, 7, 8)


def test_a_column_inside_a_value_skips_its_quote() -> None:
    found = source("when: \"kind == 'x'\"\nthat: days > 3")
    assert found.place(Origin("b", ("when",), column=9)) == Span(1, 16, 20)
    assert found.place(Origin("b", ("that",), column=8)) == Span(2, 14, 15)
    assert found.place(Origin("b", ("that",), column=99)) == Span(2, 14, 15)


def test_an_exact_place_wins_over_a_route() -> None:
    assert source(TEXT).place(Origin("b", ("goals",), at=Span(4, 2, 3))) == Span(4, 2, 3)


def test_a_file_without_marks_is_blamed_at_its_top() -> None:
    assert Source("gone").place(Origin("gone", ("a", 0, "b"))) == TOP


def test_an_origin_goes_further_down() -> None:
    assert Origin("b", ("tasks", 0)).down("at", "from") == Origin("b", ("tasks", 0, "at", "from"))
