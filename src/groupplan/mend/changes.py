"""Fixes that change what a brief says, and so are never made unless asked for."""

import re
from datetime import date

from groupplan.mend import spot
from groupplan.model.edit import Fix
from groupplan.model.finding import Finding, say
from groupplan.model.scalars import ScalarError, count, day, money
from groupplan.model.source import Source

_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{4}年\d{1,2}月\d{1,2}日", re.ASCII)
_SPANS = {"outside-the-plan": ("first", "last"), "stage-outside-the-plan": ("opens", "closes")}
"""Sentence → its gaps that name the first and the last day there may be."""
_HALVES = re.compile(r"\s*(?:\.\.|~)\s*")


def moved(finding: Finding, source: Source) -> Fix | None:
    """A day outside the plan, moved to the nearest one inside; its hour stays."""
    gaps = _SPANS.get(finding.words.key)
    found = spot.value(finding.origin, source)
    match = _DAY.search(found.text) if found else None
    if gaps is None or found is None or match is None:
        return None
    try:
        wrong = day(match[0])
    except ScalarError:
        return None
    first, last = (date.fromisoformat(spot.gap(finding, name)) for name in gaps)
    text = f"{found.text[: match.start()]}{min(max(wrong, first), last)}{found.text[match.end() :]}"
    return spot.retyped(found, text, safe=False)


def swapped(finding: Finding, source: Source) -> Fix | None:
    """A beginning and an end that stand the wrong way round."""
    if finding.words.key not in ("closes-before-opens", "ends-before-it-begins") or not finding.related:
        return None
    one, other = spot.value(finding.origin, source), spot.value(finding.related[0], source)
    if one is None or other is None:
        return None
    words = say("fix-swap", one=spot.short(other.text), other=spot.short(one.text))
    return Fix(words, (one.becomes(other.text), other.becomes(one.text)), safe=False)


def turned(finding: Finding, source: Source) -> Fix | None:
    """A range whose larger figure stands first."""
    found = spot.value(finding.origin, source)
    if found is None or finding.words.key != "range-upside-down":
        return None
    low, *rest = _HALVES.split(found.text)
    return spot.retyped(found, f"{rest[0]}..{low}", safe=False) if len(rest) == 1 else None


def capped(finding: Finding, source: Source) -> Fix | None:
    """An amount above the most there may be."""
    found, most = spot.value(finding.origin, source), spot.gap(finding, "most")
    return spot.retyped(found, most.replace(",", ""), safe=False) if _reads(most) else None


def seeds(finding: Finding, source: Source) -> Fix | None:
    """Too few or too many, moved to the nearest number that is usual."""
    found = spot.value(finding.origin, source)
    try:
        given, fewest, most = (count(spot.gap(finding, name)) for name in ("count", "fewest", "most"))
    except ScalarError:
        return None
    return spot.retyped(found, str(min(max(given, fewest), most)), safe=False)


def horizon(finding: Finding, source: Source) -> Fix | None:
    """A plan longer than may be."""
    if finding.words.key != "plan-too-long" or finding.origin.route != ("horizon",):
        return None
    return spot.retyped(spot.value(finding.origin, source), f"{spot.gap(finding, 'most')}d", safe=False)


def _reads(text: str) -> bool:
    try:
        return money(text).amount > 0
    except ScalarError:
        return False
