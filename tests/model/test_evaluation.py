"""What conditions say of values, and where their names stand."""

from decimal import Decimal

import pytest

from groupplan.model.condition import parse
from groupplan.model.estimate import Estimate
from groupplan.model.money import Money
from groupplan.model.scalars import ScalarError

VALUES: dict[str, object] = {
    "kind": "study-camp",
    "days": 21,
    "minors": False,
    "opened": True,
    "motives": frozenset({"sales", "growth"}),
    "reach": Estimate(10, 20, 30),
    "fee": Money(Decimal(99), "CNY"),
    "item.from": 5,
    "item.title": "甲",
    "gone": None,
}
TRUE = """\
kind == 'study-camp'
kind != 'x'
days >= 21 and days < 22
20 < days <= 21
days == 21.0
days > -1
days in [1, 21]
not minors
opened
minors or opened
not (minors and opened)
'sales' in motives
'fans' not in motives
kind in ['a', 'study-camp']
kind in ('study-camp',)
reach == 20
fee > 98
item.from == 5
item.from < 6 and item.title == '甲'
not gone
not gone == 1
1
"""
FALSE = """\
kind == 'study'
5 < days < 10
opened and minors
minors
gone
gone == 1
gone != 1
gone < 1
gone >= 1
gone in [1]
gone not in [1]
'x' in gone
'x' not in gone
nowhere == 'a'
nowhere.to.be == 'a'
days < kind
days in kind
days not in kind
'a' in days
kind > 5
motives < 5
"""


@pytest.mark.parametrize("text", [*TRUE.splitlines(), "  opened  ", "(opened and\n days == 21)"])
def test_true(text: str) -> None:
    assert parse(text).holds(VALUES)


@pytest.mark.parametrize("text", FALSE.splitlines())
def test_false_also_where_a_value_is_missing_or_of_another_kind(text: str) -> None:
    assert not parse(text).holds(VALUES)


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
