"""From the text somebody typed to a value: numbers, shares, money, dates, times.

Every function takes the text as it stands in the file and raises ``ScalarError`` with a key of the
message catalogue. Full-width digits and signs are accepted; ``1_000`` and ``1e3`` are not.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from groupplan.model.money import Money

LONGEST_NUMBER = 20
"""Characters; no sum of money and no crowd needs more."""
FIRST_YEAR, LAST_YEAR = 1900, 2999
"""So that a plan may count years back and forth from any day."""
LONGEST_LAPSE = 3650 * 1440
"""Minutes; ten years."""
_HALF = str.maketrans("０１２３４５６７８９．，：％－＋￥～（）　", "0123456789.,:%-+¥~() ")
_SCALE = {"": 1, "千": 1_000, "万": 10_000, "亿": 100_000_000, "k": 1_000, "K": 1_000}
_NUMBER = re.compile(r"([+-]?\d+(?:,\d{3})*(?:\.\d+)?)\s?(千|万|亿|k|K|)\Z", re.ASCII)
_YUAN = dict.fromkeys(("¥", "元", "块", "人民币", "RMB"), "CNY")
_SIGNS = {**_YUAN, "$": "USD", "€": "EUR", "£": "GBP"}
_MONEY = re.compile(
    r"(?P<before>[A-Z]{3}|[¥$€£])?\s?(?P<number>-?[\d.,]+\s?[千万亿kK]?)\s?(?P<after>[A-Z]{3}|元|块|人民币)?\Z",
    re.ASCII,
)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z|(\d{4})年(\d{1,2})月(\d{1,2})日\Z", re.ASCII)
_LOOSE_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\Z", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\Z", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})\Z", re.ASCII)
_LAPSE = re.compile(r"(\d{1,6}(?:\.\d)?)\s?(min|分钟|h|小时|d|天|w|周)", re.ASCII)
_LAPSE_MINUTES = {"min": 1, "分钟": 1, "h": 60, "小时": 60, "d": 1440, "天": 1440, "w": 10080, "周": 10080}


class ScalarError(ValueError):
    """A text that does not say what its field needs; ``key`` is its sentence in the catalogue."""

    def __init__(self, key: str, **gaps: object) -> None:
        super().__init__(key)
        self.key = key
        self.gaps = gaps


def plain(value: object) -> str:
    """The text in half-width signs, trimmed; a list or a mapping is refused."""
    if not isinstance(value, str):
        raise ScalarError("needs-text")
    return value.translate(_HALF).strip()


def decimal(value: object) -> Decimal:
    """``1200``, ``1,200``, ``1.2万``."""
    text = plain(value)
    if len(text) > LONGEST_NUMBER:
        raise ScalarError("number-too-long", most=LONGEST_NUMBER)
    match = _NUMBER.match(text)
    if not match:
        raise ScalarError("not-a-number", text=value)
    try:
        return Decimal(match[1].replace(",", "")) * _SCALE[match[2]]
    except InvalidOperation as error:  # pragma: no cover - the pattern admits nothing else
        raise ScalarError("not-a-number", text=value) from error


def count(value: object) -> int:
    """A whole number, not negative: ``60``, ``1.2万``."""
    number = decimal(value)
    if number < 0 or number != number.to_integral_value():
        raise ScalarError("not-a-count", text=value)
    return int(number)


def positive(value: object) -> float:
    """A number above zero, such as hours a week."""
    number = decimal(value)
    if number <= 0:
        raise ScalarError("not-positive", text=value)
    return float(number)


def share(value: object) -> float:
    """A share between nothing and all: ``5%`` or ``0.05``, given back as 0.05."""
    text = plain(value)
    if not any(sign.isdigit() for sign in text):
        raise ScalarError("not-a-rate", text=value)
    number = decimal(text[:-1]) / 100 if text.endswith("%") else decimal(text)
    if not 0 <= number <= 1:
        raise ScalarError("not-a-share", text=value)
    return float(number)


def money(value: object) -> Money:
    """``999元``, ``¥999``, ``USD 12``, ``1.2万元``; a bare number takes the budget's currency."""
    text = plain(value)
    match = _MONEY.match(text) if len(text) <= LONGEST_NUMBER else None
    if not match or (match["before"] and match["after"]):
        raise ScalarError("not-money", text=value)
    sign = match["before"] or match["after"] or ""
    amount = decimal(match["number"])
    if amount < 0:
        raise ScalarError("not-money", text=value)
    return Money(amount, _SIGNS.get(sign, sign))


def day(value: object) -> date:
    """``2027-03-01`` or ``2027年3月1日``."""
    match = _DAY.match(plain(value))
    if not match:
        raise ScalarError("not-a-date", text=value)
    year, month, number = (int(part) for part in match.groups() if part)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ScalarError("year-out-of-range", text=value, first=FIRST_YEAR, last=LAST_YEAR)
    try:
        return date(year, month, number)
    except ValueError:
        raise ScalarError("no-such-day", text=value) from None


def written_day(text: str) -> str:
    """A day as it should be written, of a text such as ``2027/3/1`` or ``1.3.2027``; "" where it is none."""
    given = plain(text)
    match, reverse = _LOOSE_DAY.match(given), _DAY_FIRST.match(given)
    parts = match.groups() if match else reverse.groups()[::-1] if reverse else ()
    try:
        return date(*map(int, parts)).isoformat() if parts else ""
    except ValueError:
        return ""


def clock(value: object) -> time:
    """``20:00``."""
    match = _CLOCK.match(plain(value))
    if not match:
        raise ScalarError("not-a-time", text=value)
    try:
        return time(int(match[1]), int(match[2]))
    except ValueError:
        raise ScalarError("no-such-time", text=value) from None


def moment(value: object) -> datetime:
    """``2027-03-02 20:00``, in the community's own time zone."""
    first, _, second = plain(value).rpartition(" ")
    if not first:
        raise ScalarError("not-a-moment", text=value)
    return datetime.combine(day(first), clock(second))


def lapse(value: object) -> timedelta:
    """``90min``, ``2h``, ``3d``, ``-1h``; also ``90分钟``, ``2小时``, ``3天``."""
    text = plain(value)
    sign, body = (-1, text[1:]) if text.startswith("-") else (1, text.removeprefix("+"))
    pieces = _LAPSE.findall(body)
    if not pieces or "".join(_LAPSE.sub("", body).split()):
        raise ScalarError("not-a-duration", text=value)
    minutes = sum(float(number) * _LAPSE_MINUTES[unit] for number, unit in pieces)
    if minutes > LONGEST_LAPSE:
        raise ScalarError("duration-too-long", text=value)
    return sign * timedelta(minutes=minutes)


def minutes(value: object) -> int:
    """Minutes of work: a bare number, or a duration such as ``90min``."""
    text = plain(value)
    if text.isascii() and text.isdigit() and len(text) <= 6:
        return int(text)
    found = lapse(text)
    if found < timedelta(0):
        raise ScalarError("not-a-duration", text=value)
    return int(found.total_seconds() // 60)


def truth(value: object) -> bool:
    """``true`` or ``false``; also yes, no, 是, 否."""
    word = plain(value).lower()
    if word in ("true", "yes", "是"):
        return True
    if word in ("false", "no", "否"):
        return False
    raise ScalarError("not-a-truth", text=value)
