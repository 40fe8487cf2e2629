"""Money: read from text only, Decimal throughout, rounded half-even in one place."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model import formats, scalars
from groupplan.model.money import Money, total
from tests.model.refused import refusal


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("999元", "999", "CNY"),
        ("￥９９９", "999", "CNY"),
        ("¥999", "999", "CNY"),
        ("1.2万元", "12000", "CNY"),
        ("99块", "99", "CNY"),
        ("99人民币", "99", "CNY"),
        ("RMB 99", "99", "CNY"),
        ("USD 12", "12", "USD"),
        ("12 USD", "12", "USD"),
        ("$12.50", "12.50", "USD"),
        ("€1,200", "1200", "EUR"),
        ("£3k", "3000", "GBP"),
        ("999", "999", ""),
        ("0", "0", ""),
    ],
)
def test_money_is_read(text: str, amount: str, currency: str) -> None:
    assert scalars.money(text) == Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "元",
        "¥",
        "-5元",
        "¥999元",
        "USD 12 EUR",
        "usd 12",
        "12 dollars",
        "1e3元",
        "NaN",
        "Infinity",
        "free",
        "9" * 30,
    ],
)
def test_no_money(text: str) -> None:
    assert refusal(scalars.money, text) == "not-money"


@pytest.mark.parametrize("text", ["1_000元", "1,2,3元", "1..5元", ",元", "...", "1,00元"])
def test_money_needs_a_proper_number(text: str) -> None:
    assert refusal(scalars.money, text) in ("not-money", "not-a-number")


@pytest.mark.parametrize(
    ("amount", "factor", "cents"),
    [
        ("0.125", 1, "0.12"),
        ("0.135", 1, "0.14"),
        ("0.375", 1, "0.38"),
        ("0.005", 3, "0.02"),
        ("33.33", 3, "99.99"),
    ],
)
def test_products_are_rounded_half_even(amount: str, factor: int, cents: str) -> None:
    assert Money(Decimal(amount), "CNY").times(factor).amount == Decimal(cents)


def test_a_bare_amount_takes_the_currency_of_the_budget() -> None:
    assert Money(Decimal(5)).within("USD") == Money(Decimal(5), "USD")
    assert Money(Decimal(5), "EUR").within("USD").currency == "EUR"


def test_a_sum_never_mixes_currencies() -> None:
    parts = [Money(Decimal("0.10"), "CNY"), Money(Decimal("0.20")), Money(Decimal(9), "USD")]
    assert total(parts, "CNY") == Money(Decimal("0.30"), "CNY")
    assert total([], "CNY") == Money(Decimal(0), "CNY")


@given(st.integers(0, 10**19 - 1), st.sampled_from(["", "万", "亿"]), st.integers(0, 10**19))
def test_any_amount_that_can_be_written_is_exact_times_any_count(
    number: int, scale: str, factor: int
) -> None:
    money = scalars.money(f"{number}{scale}")
    assert int(money.times(factor).amount) == int(money.amount) * factor
    assert formats.money(money, "en") and formats.money(money.times(factor), "zh-CN")
