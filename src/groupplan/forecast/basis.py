"""Chances from formulas on the basis of the chance that a plan names, which may have been drawn."""

from collections.abc import Iterable

from groupplan.model.growth import Bar

_SURE = 1e-4
"""Nothing is surer than this, so that every chance can be moved."""

_AGAINST = ("leave",)
"""Unknowns that are better low."""


def moved(share: float, before: float, after: float) -> float:
    """A chance moved on the scale of odds as far as another one was."""
    if before == after or not 0.0 < share < 1.0:
        return share
    odds = share / (1.0 - share) * _odds(after) / _odds(before)
    return odds / (1.0 + odds)


def _odds(share: float) -> float:
    near = min(1.0 - _SURE, max(_SURE, share))
    return near / (1.0 - near)


def anchored(bars: Iterable[Bar], before: float, after: float) -> tuple[Bar, ...]:
    """Bars around the chance of the plan, the widest first.

    An end that lies beyond it stands at it: then what hurts lies further out than the end.
    """
    found = (_around(bar, before, after) for bar in bars)
    return tuple(sorted(found, key=lambda bar: (-abs(bar.high - bar.low), bar.name)))


def _around(bar: Bar, before: float, after: float) -> Bar:
    low, high = (round(moved(end, before, after), 4) for end in (bar.low, bar.high))
    if low < high or (low == high and bar.name not in _AGAINST):
        return Bar(bar.name, min(low, after), max(high, after))
    return Bar(bar.name, max(low, after), min(high, after))
