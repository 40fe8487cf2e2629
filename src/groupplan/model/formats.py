"""How dates, times, money, shares, numbers and lists are written in the two languages."""

import math
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache

from groupplan.model.estimate import Estimate
from groupplan.model.money import Money, to_cents

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DAYS_ZH = "一二三四五六日"
_UNITS_ZH = {"CNY": "元", "USD": "美元", "EUR": "欧元", "GBP": "英镑"}
_WIDE = "，。；：、！？（）「」『』《》"
_SIGNS_EN = {"CNY": "CN¥", "USD": "$", "EUR": "€", "GBP": "£"}


def chinese(language: str) -> bool:
    """Whether a language is Chinese."""
    return language == "zh-CN"


def day(value: date, language: str, *, year: bool = False) -> str:
    """``3 月 1 日`` or ``1 March``."""
    if chinese(language):
        return (
            f"{value.year} 年 {value.month} 月 {value.day} 日" if year else f"{value.month} 月 {value.day} 日"
        )
    text = f"{value.day} {_MONTHS[value.month - 1]}"
    return f"{text} {value.year}" if year else text


def tick(value: date, language: str) -> str:
    """A day as short as it goes, for a picture: ``3/1`` or ``1 Mar``."""
    if chinese(language):
        return f"{value.month}/{value.day}"
    return f"{value.day} {_MONTHS[value.month - 1][:3]}"


def ends(first: date, last: date, language: str, *, year: bool = False) -> tuple[str, str]:
    """The two ends of a range; what they share is said once: ``3 月 1 日``, ``21 日``."""
    same, alike = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    if chinese(language):
        until = f"{last.day} 日" if alike else day(last, language, year=year and not same)
        return day(first, language, year=year), until
    since = str(first.day) if alike else day(first, language, year=year and not same)
    return since, day(last, language, year=year)


def weekday(value: date, language: str, *, short: bool = False) -> str:
    """``周一`` or ``Monday``."""
    if chinese(language):
        return f"周{_DAYS_ZH[value.weekday()]}"
    return _DAYS_EN[value.weekday()][: 3 if short else None]


def clock(value: time | datetime) -> str:
    """``20:00``."""
    return f"{value:%H:%M}"


def rounded(value: float, digits: int = 2) -> float:
    """A number with so many significant digits; small whole numbers stay as they are."""
    if value == 0 or not math.isfinite(value):
        return 0.0
    scale = digits - 1 - math.floor(math.log10(abs(value)))
    return round(value, scale)


def figure(value: float, digits: int = 2) -> str:
    """A number with so many significant digits, written out however small or large."""
    text = f"{rounded(value, digits):,.9f}"
    return text.rstrip("0").rstrip(".")


def number(value: object) -> str:
    """``1,200``; a ``1.5`` keeps its digit; an estimate shows two significant digits of its likely value."""
    if isinstance(value, Estimate):
        return number(value.likely if value.exact else _whole(value.likely))
    if isinstance(value, Decimal | float):
        whole = float(value).is_integer()
        return f"{int(value):,}" if whole else f"{round(float(value), 1):,}".removesuffix(".0")
    return f"{value:,}" if isinstance(value, int) else str(value)


def _whole(value: float) -> float:
    found = rounded(value)
    return float(round(found)) if abs(found) >= 10 else round(found, 1)


def spread(value: Estimate) -> str:
    """``230 (120–400)``: likely, low and high, two significant digits; one number when it is exact."""
    if value.exact:
        return number(value.likely)
    low, high = number(_whole(value.low)), number(_whole(value.high))
    return f"{number(value)} ({low}–{high})"


def percent(value: object) -> str:
    """``15%``; an estimate as ``25% (20%–31%)``."""
    if isinstance(value, Estimate):
        if value.exact:
            return percent(value.likely)
        return f"{percent(value.likely)} ({percent(value.low)}–{percent(value.high)})"
    share = float(value)  # type: ignore[arg-type]
    return f"{figure(share * 100, 2 if share < 0.995 else 3)}%"


def money(value: Money, language: str) -> str:
    """``999 元`` or ``$12``; cents only where there are any."""
    amount = to_cents(value.amount)
    text = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    if chinese(language):
        return f"{text} {_UNITS_ZH.get(value.currency, value.currency)}"
    return f"{_SIGNS_EN.get(value.currency, value.currency + ' ')}{text}"


def listed(parts: Sequence[object], language: str) -> str:
    """``甲、乙和丙`` or ``a, b and c``."""
    words = [str(part) for part in parts]
    if len(words) < 2:
        return "".join(words)
    comma, last = ("、", "和") if chinese(language) else (", ", " and ")
    return joined((comma.join(words[:-1]), last, words[-1]), language)


def joined(parts: Sequence[str], language: str) -> str:
    """Pieces of a sentence put together; in Chinese a space stands between Han and Latin, none in Han.

    Only the seams are touched: what people wrote stays as they wrote it.
    """
    if not chinese(language):
        return "".join(parts)
    text = ""
    for part in parts:
        if text and part:
            text, part = _seam(text, part)
        text += part
    return text


def _seam(left: str, right: str) -> tuple[str, str]:
    bare_left, bare_right = left, right
    if left[-1] == " " or right[0] == " ":
        bare_left, bare_right = left.rstrip(" "), right.lstrip(" ")
        if not bare_left or not bare_right:
            return left, right
    match _script(bare_left[-1]), _script(bare_right[0]):
        case "han", "han":
            return bare_left, bare_right
        case ("han", "latin") | ("latin", "han"):
            return f"{bare_left} ", bare_right
        case ("wide", _) | (_, "wide"):
            return bare_left, bare_right
    return left, right


@lru_cache(maxsize=4096)
def _script(sign: str) -> str:
    if "\u4e00" <= sign <= "\u9fff":
        return "han"
    if sign in _WIDE:
        return "wide"
    return "latin" if sign.isascii() and sign.isalnum() else ""


def hours(minutes: float, language: str) -> str:
    """Minutes of work as hours: ``1.5 小时`` or ``1.5 h``."""
    amount = number(minutes / 60)
    return f"{amount} 小时" if chinese(language) else f"{amount} h"


def shown(value: object, language: str, form: str = "") -> str:
    """A value in the form asked for, else in the form that fits its type."""
    if form == "weekday" and isinstance(value, date):
        return weekday(value, language)
    if form == "time" and isinstance(value, time | datetime):
        return clock(value)
    if form == "percent" and isinstance(value, int | float | Estimate):
        return percent(value)
    if isinstance(value, datetime) and form != "date":
        return f"{day(value, language)} {clock(value)}"
    if isinstance(value, date):
        return day(value, language)
    if isinstance(value, time):
        return clock(value)
    if isinstance(value, Money):
        return money(value, language)
    if isinstance(value, tuple | list | frozenset):
        return listed(sorted(value) if isinstance(value, frozenset) else value, language)
    return number(value) if not isinstance(value, str | bool) else str(value)
