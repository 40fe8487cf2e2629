"""Ranges as people write them: one number, ``low..high`` (a 90 % interval), or low, likely, high."""

import re
from collections.abc import Callable

from groupplan.model.estimate import Estimate, exactly
from groupplan.model.scalars import LONGEST_NUMBER, ScalarError, count, decimal, plain, share


def estimate(value: object, read: Callable[[object], float]) -> Estimate:
    """A number or a range of whatever ``read`` understands."""
    if isinstance(value, dict):
        missing = [part for part in ("low", "likely", "high") if value.get(part) is None]
        if missing or len(value) > 3:
            raise ScalarError("range-parts")
        low, likely, high = (read(value[part]) for part in ("low", "likely", "high"))
        if low <= likely <= high and low < high:
            return Estimate(low, likely, high, three=True)
    else:
        text = plain(value)
        if len(text) > 2 * LONGEST_NUMBER:
            raise ScalarError("number-too-long", most=2 * LONGEST_NUMBER)
        parts = re.split(r"\s*(?:\.\.|~)\s*", text)
        if len(parts) > 2:
            raise ScalarError("not-a-range", text=value)
        if len(parts) == 2 and parts[1].endswith("%") and not parts[0].endswith("%"):
            parts[0] += "%"
        low, high = read(parts[0]), read(parts[-1])
        likely = min(max((low + high) / 2, low), high)
    if not low <= likely <= high:
        raise ScalarError("range-upside-down")
    return Estimate(low, likely, high) if low < high else exactly(low)


def rate(value: object) -> Estimate:
    """A share that may be a range: ``5%``, ``3%..8%``, ``{low: 3%, likely: 5%, high: 8%}``."""
    return estimate(value, share)


def size(value: object) -> Estimate:
    """A number of people that may be a range: ``3000``, ``2000..5000``."""
    return estimate(value, count)


def _amount(value: object) -> float:
    found = float(decimal(value))
    if found < 0:
        raise ScalarError("not-positive", text=value)
    return found


def amount(value: object) -> Estimate:
    """A number that need not be whole and may be a range: ``0.3..1.5`` invitations a member."""
    return estimate(value, _amount)


def figure(value: object) -> Estimate:
    """A share where per cent are written, an amount otherwise: the rows of benchmarks hold both."""
    texts = value.values() if isinstance(value, dict) else (value,)
    return (rate if any("%" in str(one) for one in texts) else amount)(value)
