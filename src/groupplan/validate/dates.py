"""Dates and figures of a brief that contradict each other."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from groupplan.model.brief import Brief
from groupplan.model.campaign import Offer
from groupplan.model.codes import broken, did_you_mean
from groupplan.model.finding import Finding, say
from groupplan.model.limits import DAYS
from groupplan.model.operation import StageDates
from groupplan.model.source import Origin, Route

Place = Callable[[Route], Origin]
REVIEW_DAYS = 7
PREPARE_DAYS = 14


def dates(brief: Brief, place: Place) -> Iterator[Finding]:
    """Whatever lies before its own beginning, outside the plan, or beyond what was counted before."""
    yield from _span(brief, place)
    yield from _windows(brief, place)
    yield from _programme(brief, place)
    yield from _history(brief, place)
    yield from _timezone(brief, place)


def _end(brief: Brief) -> date | None:
    if brief.closes:
        return brief.closes
    return brief.opens + brief.horizon - timedelta(days=1) if brief.horizon else None


def _span(brief: Brief, place: Place) -> Iterator[Finding]:
    end = _end(brief)
    if brief.closes and brief.horizon:
        related = (place(("closes",)),)
        yield broken("contradiction", place(("horizon",)), say("closes-and-horizon"), related=related)
    if brief.horizon is not None and brief.horizon < timedelta(days=1):
        yield broken("contradiction", place(("horizon",)), say("horizon-too-short"))
    elif end and end < brief.opens:
        words = say("closes-before-opens", closes=end, opens=brief.opens)
        yield broken("contradiction", place(("closes",)), words, related=(place(("opens",)),))
    elif end and (end - brief.opens).days > DAYS:
        route: Route = ("closes",) if brief.closes else ("horizon",)
        yield broken("over-limit", place(route), say("plan-too-long", most=DAYS))
    else:
        yield from _moved(brief, place)


def _far(brief: Brief, day: date) -> bool:
    return abs((day - brief.opens).days) > DAYS + REVIEW_DAYS


def _moved(brief: Brief, place: Place) -> Iterator[Finding]:
    """Stages that the brief moves so far that the plan would span years."""
    for name, window in _stages(brief):
        for key, day in (("from", window.from_), ("to", window.to)):
            if day and _far(brief, day):
                yield broken("over-limit", place(("stages", name, key)), say("plan-too-long", most=DAYS))


def _windows(brief: Brief, place: Place) -> Iterator[Finding]:
    named: list[tuple[Route, StageDates | Offer]] = [
        (("offers", index), offer) for index, offer in enumerate(brief.offers)
    ]
    named += [(("stages", name), window) for name, window in _stages(brief)]
    for route, window in named:
        if window.from_ and window.to and window.to < window.from_:
            words = say("ends-before-it-begins", first=window.from_, last=window.to)
            related = (place((*route, "from")),)
            yield broken("contradiction", place((*route, "to")), words, related=related)


def _frame(brief: Brief) -> tuple[date, date]:
    """The first and the last day of the plan: from the start of preparing to the end of the review."""
    end = _end(brief) or brief.opens + timedelta(days=89)
    days = (day for _, window in _stages(brief) for day in (window.from_, window.to) if day)
    given = [day for day in days if not _far(brief, day)]
    first = min(brief.opens - timedelta(days=PREPARE_DAYS), *given, end)
    return first, max(end + timedelta(days=REVIEW_DAYS), *given, brief.opens)


def _stages(brief: Brief) -> list[tuple[str, StageDates]]:
    names = type(brief.stages).model_fields if brief.stages else ()
    found = [(name, getattr(brief.stages, name)) for name in names]
    return [(name, window) for name, window in found if window]


def _programme(brief: Brief, place: Place) -> Iterator[Finding]:
    first, last = _frame(brief)
    dated: list[tuple[Route, date]] = [
        ((name, index, "at"), item.at.date())
        for name in ("lessons", "events")
        for index, item in enumerate(getattr(brief, name))
    ]
    for index, offer in enumerate(brief.offers):
        dated += [
            (("offers", index, key), day) for key, day in (("from", offer.from_), ("to", offer.to)) if day
        ]
    for route, day in dated:
        if not first <= day <= last:
            words = say("outside-the-plan", day=day, first=first, last=last)
            yield broken("contradiction", place(route), words, related=(place(("opens",)),))


def _history(brief: Brief, place: Place) -> Iterator[Finding]:
    if not brief.history:
        return
    steps = [
        (name, value)
        for name in ("reach", "scanned", "joined")
        if (value := getattr(brief.history, name)) is not None
    ]
    pairs = list(pairwise(steps))
    joined = brief.history.joined
    for name in ("active", "completed", "paid"):
        value = getattr(brief.history, name)
        if joined is not None and value is not None:
            pairs.append((("joined", joined), (name, value)))
    for (before, most), (after, value) in pairs:
        if value > most:
            words = say("more-than-before", after=after, value=value, before=before, most=most)
            related = (place(("history", before)),)
            yield broken("contradiction", place(("history", after)), words, related=related)


def _timezone(brief: Brief, place: Place) -> Iterator[Finding]:
    if brief.timezone is None:
        return
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

    try:
        ZoneInfo(brief.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        known = sorted(available_timezones())
        if known:
            hint = did_you_mean(brief.timezone, known)
            words = say("unknown-timezone", name=brief.timezone[:60])
            yield broken("wrong-value", place(("timezone",)), words, hint=hint)
