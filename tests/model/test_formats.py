"""How values are written in both languages."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model import formats
from groupplan.model.estimate import Estimate, exactly
from groupplan.model.money import Money

DAY = date(2027, 3, 1)
EVENING = datetime(2027, 3, 2, 20, 5)


@pytest.mark.parametrize(
    ("value", "form", "zh", "en"),
    [
        (DAY, "", "3 月 1 日", "1 March"),
        (DAY, "date", "3 月 1 日", "1 March"),
        (DAY, "weekday", "周一", "Monday"),
        (EVENING, "", "3 月 2 日 20:05", "2 March 20:05"),
        (EVENING, "date", "3 月 2 日", "2 March"),
        (EVENING, "time", "20:05", "20:05"),
        (EVENING, "weekday", "周二", "Tuesday"),
        (time(8), "", "08:00", "08:00"),
        (Money(Decimal(999), "CNY"), "", "999 元", "CN¥999"),
        (Money(Decimal("12000.5"), "USD"), "money", "12,000.50 美元", "$12,000.50"),
        (Money(Decimal("0.125"), "EUR"), "", "0.12 欧元", "€0.12"),
        (Money(Decimal(5), "SEK"), "", "5 SEK", "SEK 5"),
        (0.15, "percent", "15%", "15%"),
        (0.0, "percent", "0%", "0%"),
        (1.0, "percent", "100%", "100%"),
        (Estimate(0.2, 0.25, 0.31), "percent", "25% (20%–31%)", "25% (20%–31%)"),
        (exactly(0.5), "percent", "50%", "50%"),
        (("甲", "乙", "丙"), "list", "甲、乙和丙", "甲, 乙 and 丙"),
        (["a", "b"], "", "a 和 b", "a and b"),
        (("a",), "", "a", "a"),
        ((), "", "", ""),
        (frozenset({"b", "a"}), "", "a 和 b", "a and b"),
        (1200, "number", "1,200", "1,200"),
        (1.5, "", "1.5", "1.5"),
        (Decimal("3.0"), "", "3", "3"),
        (Estimate(1000, 1234, 2000), "", "1,200", "1,200"),
        (exactly(1234), "", "1,234", "1,234"),
        ("{{ name }}", "", "{{ name }}", "{{ name }}"),
    ],
)
def test_shown(value: object, form: str, zh: str, en: str) -> None:
    assert (formats.shown(value, "zh-CN", form), formats.shown(value, "en", form)) == (zh, en)


def test_days_of_the_year_and_the_week() -> None:
    assert formats.day(DAY, "zh-CN", year=True) == "2027 年 3 月 1 日"
    assert formats.day(DAY, "en", year=True) == "1 March 2027"
    assert formats.weekday(date(2027, 3, 7), "zh-CN") == "周日"
    assert formats.weekday(date(2027, 3, 7), "en", short=True) == "Sun"


@pytest.mark.parametrize(
    ("estimate", "text"),
    [
        (Estimate(120, 230, 400), "230 (120–400)"),
        (Estimate(123, 234, 4567), "230 (120–4,600)"),
        (Estimate(0.4, 1.26, 9.94), "1.3 (0.4–9.9)"),
        (exactly(60), "60"),
    ],
)
def test_an_uncertain_number_has_two_digits_and_its_interval(estimate: Estimate, text: str) -> None:
    assert formats.spread(estimate) == text


def test_hours_of_work() -> None:
    assert formats.hours(90, "zh-CN") == "1.5 小时"
    assert formats.hours(120, "en") == "2 h"


@given(st.floats(min_value=1e-6, max_value=1e12))
def test_rounding_moves_a_number_by_less_than_a_twentieth(value: float) -> None:
    assert abs(formats.rounded(value) - value) <= 0.05 * value * (1 + 1e-9)


@given(st.integers(-(10**15), 10**15))
def test_whole_numbers_keep_every_digit(value: int) -> None:
    assert int(formats.number(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("last", "chinese", "english"),
    [
        (date(2027, 3, 21), ("2027 年 3 月 1 日", "21 日"), ("1", "21 March 2027")),
        (date(2027, 4, 2), ("2027 年 3 月 1 日", "4 月 2 日"), ("1 March", "2 April 2027")),
        (
            date(2028, 3, 2),
            ("2027 年 3 月 1 日", "2028 年 3 月 2 日"),
            ("1 March 2027", "2 March 2028"),
        ),
    ],
)
def test_the_ends_of_a_range_say_once_what_they_share(
    last: date, chinese: tuple[str, str], english: tuple[str, str]
) -> None:
    first = date(2027, 3, 1)
    assert formats.ends(first, last, "zh-CN", year=True) == chinese
    assert formats.ends(first, last, "en", year=True) == english


def test_no_space_stands_beside_a_full_width_mark() -> None:
    assert formats.joined(["大约 ", "660（600–720）", " 人"], "zh-CN") == "大约 660（600–720）人"
