"""Numbers, shares and ranges: what is read, and what is refused with which sentence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model import ranges, scalars
from groupplan.model.estimate import Estimate, exactly
from tests.model.refused import refusal

NO_NUMBERS = (
    "", "  ", "abc", "1_000", "1e3", "1E3", ".inf", "-.inf", "inf", "Infinity", "NaN", ".nan", "0x10",
    "0b1", "0o7", "1.", ".5", "1,00", "1,0000", "1 000", "1.2.3", "--1", "1万万", "万", "½", "²", "٣",
    "१२", "1\n2", "=1", "1;",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("60", "60"),
        ("060", "60"),
        (" 60 ", "60"),
        ("６０", "60"),
        ("１．２万", "12000"),
        ("1.2万", "12000"),
        ("3千", "3000"),
        ("1.5亿", "150000000"),
        ("1.2k", "1200"),
        ("1,200", "1200"),
        ("1，200", "1200"),
        ("1,234,567.89", "1234567.89"),
        ("+5", "5"),
        ("－5", "-5"),
        ("3.10", "3.10"),
    ],
)
def test_number_is_read(text: str, number: str) -> None:
    assert scalars.decimal(text) == Decimal(number)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_number_is_refused(text: str) -> None:
    assert refusal(scalars.decimal, text) == "not-a-number"


@pytest.mark.parametrize("digits", [21, 4_000, 5_000, 65_536])
def test_number_over_the_limit_is_named_so(digits: int) -> None:
    assert refusal(scalars.decimal, "9" * digits) == "number-too-long"
    assert refusal(scalars.count, "9" * digits) == "number-too-long"
    assert refusal(ranges.rate, "1" + " " * digits + "1") in ("number-too-long", "not-a-number")


@pytest.mark.parametrize("text", ["-1", "1.5", "0.5", "0.00001万"])
def test_count_is_whole_and_not_negative(text: str) -> None:
    assert refusal(scalars.count, text) == "not-a-count"


def test_positive_is_above_zero() -> None:
    assert scalars.positive("0.5") == 0.5
    assert refusal(scalars.positive, "0") == refusal(scalars.positive, "-1") == "not-positive"


@pytest.mark.parametrize(
    ("text", "share"), [("5%", 0.05), ("５％", 0.05), ("0.05", 0.05), ("0", 0.0), ("100%", 1.0)]
)
def test_share_is_read(text: str, share: float) -> None:
    assert scalars.share(text) == share


@pytest.mark.parametrize("text", ["101%", "-1%", "1.5", "5", "1万%"])
def test_share_outside_nothing_to_all_is_refused(text: str) -> None:
    assert refusal(scalars.share, text) == "not-a-share"


@pytest.mark.parametrize(
    ("text", "estimate"),
    [
        ("3%..8%", Estimate(0.03, 0.055, 0.08)),
        ("3..8%", Estimate(0.03, 0.055, 0.08)),
        ("3% ~ 8%", Estimate(0.03, 0.055, 0.08)),
        ("３％～８％", Estimate(0.03, 0.055, 0.08)),
        ("5%", exactly(0.05)),
        ("5%..5%", exactly(0.05)),
    ],
)
def test_rate_may_be_a_range(text: str, estimate: Estimate) -> None:
    assert ranges.rate(text) == estimate


def test_range_of_three_parts() -> None:
    assert ranges.size({"low": "1千", "likely": "2000", "high": "5,000"}) == Estimate(
        1000, 2000, 5000, three=True
    )
    assert refusal(ranges.size, {"low": "1", "high": "2"}) == "range-parts"
    assert refusal(ranges.size, {"low": "1", "likely": "1", "high": "2", "mean": "1"}) == "range-parts"
    assert refusal(ranges.size, {"low": "1", "likely": ["1"], "high": "2"}) == "needs-text"
    assert refusal(ranges.size, "1..2..3") == "not-a-range"
    assert refusal(ranges.size, "8..3") == refusal(ranges.rate, "8%..3%") == "range-upside-down"


@given(st.integers(min_value=0, max_value=10**19))
def test_every_count_that_fits_is_its_own_exact_size(number: int) -> None:
    found = ranges.size(str(number))
    assert found.exact and found.low == found.likely == found.high == number
