"""Conditions: what is refused, what is true, and that no text does anything else."""

from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.condition import LONGEST, parse
from groupplan.model.estimate import Estimate
from groupplan.model.money import Money
from groupplan.model.scalars import ScalarError

REFUSED = (
    "open('x')", "__import__('os')", "kind()", "exec('1')", "lambda: 1", "(x := 5)", 'f"{kind}"', "f'{kind}' == 'a'",
    "kind.__class__", "_kind", "kind._x", "__builtins__", "days + 1", "days ** 9 ** 9", "'a' * 10", "days // 0", "days % 2",
    "days << 9", "~days", "+days", "-days", "-kind.x", "motives[0]", "motives[1:2]", "kind['a']", "{1: 2}", "{1, 2}",
    "[x for x in motives]", "(x for x in motives)", "kind if minors else days", "await kind", "*kind", "[*motives]",
    "kind is None", "kind is not None", "kind == None", "kind == ...", "kind == b'a'", "days == 1j", "'a'.join",
    "(kind == 'a').x", "[1].x", "1 .real", "not kind.upper()", "yield", "{{ a }}", "item.__dict__.x", "a | b", "a & b",
    "days @ days", "1 if x else 2", "a, *b",
)  # fmt: skip
SYNTAX = ("", "   ", "kind ==", "== 1", "a = 1", "a; b", "import os", "kind == 'a", "a b", "a\0b", "\ud800", "a == 1)",
          "a && b", "!a", "kind = \"x\"", "。", "and")  # fmt: skip
VALUES: dict[str, object] = {
    "kind": "study-camp", "days": 21, "minors": False, "opened": True, "motives": frozenset({"sales", "growth"}),
    "reach": Estimate(10, 20, 30), "fee": Money(Decimal(99), "CNY"), "item.from": 5, "item.title": "甲", "gone": None,
}  # fmt: skip
TRUE = (
    "kind == 'study-camp'", "kind != 'x'", "days >= 21 and days < 22", "20 < days <= 21", "not minors", "opened",
    "minors or opened", "'sales' in motives", "'fans' not in motives", "kind in ['a', 'study-camp']", "kind in ('study-camp',)",
    "reach == 20", "fee > 98", "item.from == 5", "item.from < 6 and item.title == '甲'", "days == 21.0", "days > -1", "1",
    "not (minors and opened)", "  opened  ", "not gone", "not gone == 1", "(opened and\n days == 21)", "days in [1, 21]",
)  # fmt: skip
FALSE = (
    "gone == 1", "gone != 1", "gone < 1", "gone >= 1", "gone in [1]", "gone not in [1]", "'x' in gone", "'x' not in gone",
    "gone", "nowhere == 'a'", "nowhere.to.be == 'a'", "days < kind", "days in kind", "days not in kind", "kind > 5",
    "'a' in days", "minors", "kind == 'study'", "5 < days < 10", "opened and minors", "motives < 5",
)  # fmt: skip


def refusal(text: str) -> str:
    with pytest.raises(ScalarError) as caught:
        parse(text)
    assert int(str(caught.value.gaps.get("column", 1))) >= 1
    return caught.value.key


@pytest.mark.parametrize("text", REFUSED)
def test_construct_is_refused(text: str) -> None:
    assert refusal(text) in ("condition-construct", "condition-syntax")


@pytest.mark.parametrize("text", SYNTAX)
def test_syntax_is_refused(text: str) -> None:
    assert refusal(text) == "condition-syntax"


@pytest.mark.parametrize("text", TRUE)
def test_true(text: str) -> None:
    assert parse(text).holds(VALUES)


@pytest.mark.parametrize("text", FALSE)
def test_false(text: str) -> None:
    assert not parse(text).holds(VALUES)


@pytest.mark.parametrize(
    "text",
    ["(" * 100_000, "[" * 100_000 + "]" * 100_000, "not " * 100_000 + "a", "a." * 100_000 + "a", "a<" * 100_000 + "a",
     "a and " * 100_000 + "a", "9" * 100_000, "'" + "a" * 100_000 + "'", "(" * 190, "not " * 45 + "a", "-" * 190 + "1",
     "a." * 90 + "a", "a<" * 90 + "a", "[" * 90 + "]" * 90, "9**" * 60 + "9"],
    ids=lambda text: f"{text[:4]}x{len(text)}",
)  # fmt: skip
def test_bombs_are_judged_at_once(text: str) -> None:
    start = process_time()
    try:
        parse(text).holds({})
    except ScalarError as error:
        assert error.key.startswith("condition-")
    assert process_time() - start < 2


def test_length_is_counted_in_characters() -> None:
    text = "kind == '{}'".format("群" * (LONGEST - 10))
    assert len(text) == LONGEST and parse(text).names == (("kind", 0),)
    assert refusal(text + " ") == "condition-too-long"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("kind == 'a' and days > 1", (("kind", 0), ("days", 16))),
        ("'晨读' == topic and knd == 1", (("topic", 8), ("knd", 18))),
        ("item.from == 1 and item.from == knd", (("item.from", 0), ("item.from", 19), ("knd", 32))),
        ("workload.owner.peak_hours > 5", (("workload.owner.peak_hours", 0),)),
        ("item.from_ == 1", (("item.from_", 0),)),
    ],
)
def test_names_stand_at_their_columns(text: str, names: tuple[tuple[str, int], ...]) -> None:
    assert parse(text).names == names


def test_a_refusal_names_its_column() -> None:
    for text, column in (("kind == 'a' and days + 1", 17), ("'晨读' == topic and f(1)", 19)):
        with pytest.raises(ScalarError) as caught:
            parse(text)
        assert caught.value.gaps["column"] == column


def test_constants_are_kept_for_hints() -> None:
    found = parse("kind in ['a', 'b'] or 'c' == kind or 'sales' in motives").constants
    assert set(found) == {("kind", "a"), ("kind", "b"), ("kind", "c"), ("motives", "sales")}


@given(st.text(max_size=LONGEST) | st.text(alphabet="kinday()[].'\"<=!>+-*/%{}:, fornt1_\\\n", max_size=60))
def test_any_text_is_a_condition_or_refused(text: str) -> None:
    try:
        assert parse(text).holds(VALUES) in (True, False)
    except ScalarError as error:
        assert error.key.startswith("condition-")
