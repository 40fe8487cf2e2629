"""The first 72 hours: minutes that newcomers take, hour by hour, beside the minutes there are."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from msgspec import Struct
from msgspec.structs import replace

from groupplan.measure.joining import delays, joining
from groupplan.measure.workload import DEFAULT_MINUTES, task_minutes
from groupplan.model.estimate import NOTHING, Estimate, exactly
from groupplan.model.forecast import Forecast
from groupplan.model.items import Task
from groupplan.model.outline import Outline, Piece
from groupplan.model.rehearsal import EACH, Hour
from groupplan.model.schedule import Schedule, Touch
from groupplan.model.settled import Settled

DAYS = 3
TEMPLATE = 1.0
"""Minutes for one newcomer who gets a ready text."""
ROUNDING = 1.0
WAIT = 10.0
"""So many minutes the next hour may make up for, where it has them."""
Spot = tuple[date, int]
Crew = tuple[str, ...]


class _Due(Struct, frozen=True):
    """What falls due in an hour: minutes at the three figures, with templates only, and whatever happens."""

    minutes: Estimate = NOTHING
    short: float = 0.0
    fixed: float = 0.0

    def __add__(self, other: "_Due") -> "_Due":
        return _Due(self.minutes + other.minutes, self.short + other.short, self.fixed + other.fixed)


def first_day(settled: Settled, outline: Outline, schedule: Schedule) -> date:
    """The opening, or the day while recruiting on which a campaign group is first posted to."""
    tasks = {piece.key for piece in outline.tasks if piece.item.audience == "campaign"}
    tasks -= {piece.key for piece in outline.tasks if piece.item.kind not in ("post", "event")}
    window = schedule.windows["recruit"]
    days = (one.day for one in schedule.occurrences if one.task in tasks and window.holds(one.day))
    return min((settled.opens, *days))


def welcome(
    settled: Settled, outline: Outline, schedule: Schedule, forecast: Forecast, first: date
) -> list[Hour]:
    """Each hour of three days in which a step for newcomers falls due, for each set of people who greet."""
    shares = joining(settled.rules.quiet)
    due: dict[tuple[str, Spot], _Due] = defaultdict(_Due)
    for touch in schedule.touches:
        piece = outline.task(touch.task)
        for spot, one in _falls_due(piece, touch, settled, forecast, first, shares):
            due[piece.item.duty or "", spot] += one
    crews = _crews({duty for duty, _ in due}, settled)
    busy = _busy(settled, outline, schedule, forecast, first)
    together: dict[tuple[Crew, Spot], _Due] = defaultdict(_Due)
    for (duty, spot), one in due.items():
        together[crews[duty], spot] += one
    joined = {
        (day, middle.hour): people * exactly(share)
        for day, people in forecast.arrivals.items()
        if first <= day < first + timedelta(days=DAYS)
        for middle, share in shares
    }
    order = sorted(together.items(), key=lambda item: (item[0][1], item[0][0]))
    hours = {
        (crew, spot): _hour(crew, spot, one, joined.get(spot, NOTHING), busy) for (crew, spot), one in order
    }
    return [
        _mended(hour, together[crew, (day, at)], hours.get((crew, (day, at + 1))))
        for (crew, (day, at)), hour in hours.items()
    ]


def _hour(
    crew: Crew, spot: Spot, due: _Due, joined: Estimate, busy: Mapping[tuple[str, Spot], float]
) -> Hour:
    own = [busy.get((person, spot), 0.0) for person in crew]
    free = sum(max(0.0, EACH - minutes) for minutes in own)
    return Hour(*spot, crew, joined, due.minutes, sum(own), free)


def _mended(hour: Hour, due: _Due, following: Hour | None) -> Hour:
    """With what helps where it is over, the cheapest first."""
    if not hour.over:
        return hour
    left = following.free - following.minutes.high if following else 0.0
    halved = due.fixed + (due.minutes.high - due.fixed) / 2
    if hour.over <= max(ROUNDING, min(WAIT, left)):
        return replace(hour, mend="wait")
    if due.short <= hour.free or halved <= hour.free:
        return replace(hour, mend="shorten" if due.short <= hour.free else "split")
    return replace(hour, mend="add", more=math.ceil(hour.over / EACH))


def _falls_due(
    piece: Piece[Task],
    touch: Touch,
    settled: Settled,
    forecast: Forecast,
    first: date,
    shares: Sequence[tuple[time, float]],
) -> Iterator[tuple[Spot, _Due]]:
    """The minutes of one step within the three days, by hour; the night moves it to the morning."""
    given = float(piece.item.minutes if piece.item.minutes is not None else DEFAULT_MINUTES["touch"])
    talking = settled.rates["active_rate"].value.likely
    part = {"talking": talking, "silent": 1 - talking}.get(piece.item.joiners or "all", 1.0)
    last = first + timedelta(days=DAYS)
    late = delays(touch.after, settled.rules.quiet, shares)
    for number in range(DAYS + 2):
        day = first + timedelta(days=number - touch.after.days - 2)
        people = forecast.arrivals.get(day)
        for (days, hour), share in late.items() if people else ():
            at = day + timedelta(days=days)
            if people and first <= at < last:
                yield (at, hour), _minutes(given, people, share, part, piece.item.per == "member")


def _minutes(given: float, people: Estimate, share: float, part: float, each: bool) -> _Due:
    """Minutes for each newcomer, or a day's minutes spread like the newcomers."""
    if not each:
        minutes = given * share
        return _Due(exactly(minutes), minutes, minutes)
    due = people * exactly(given * share * part)
    return _Due(due, due.high * min(1.0, TEMPLATE / given) if given else 0.0)


def _crews(duties: set[str], settled: Settled) -> dict[str, Crew]:
    """Who shares the work of each duty: those who have it, else who stands in; who has two joins both."""
    people = {duty: _people(duty, settled) for duty in duties}
    for duty in sorted(duties):
        mine = people[duty]
        linked = [other for other, theirs in people.items() if mine & theirs]
        whole = mine.union(*(people[other] for other in linked))
        people.update(dict.fromkeys((duty, *linked), whole))
    return {duty: tuple(sorted(found)) for duty, found in people.items()}


def _people(duty: str, settled: Settled) -> set[str]:
    named = {role.id for role in settled.roles if duty in role.duties}
    stands_in = settled.people.get(duty)
    return named or ({stands_in} if stands_in else set())


def _busy(
    settled: Settled, outline: Outline, schedule: Schedule, forecast: Forecast, first: date
) -> dict[tuple[str, Spot], float]:
    """Minutes of posts and events by person and hour; what lasts longer goes on into the next hour."""
    found: dict[tuple[str, Spot], float] = defaultdict(float)
    for one in schedule.occurrences:
        if one.at is None or not first <= one.day < first + timedelta(days=DAYS):
            continue
        piece = outline.task(one.task)
        doer = settled.doer(piece.item.duty or "", piece.owner)
        if doer is None or piece.item.kind not in ("post", "event") or piece.item.per == "member":
            continue
        at = datetime.combine(one.day, one.at)
        left = task_minutes(piece, one.length, settled, forecast)
        while left > 0 and at.date() < first + timedelta(days=DAYS):
            here = min(left, 60.0 - at.minute)
            found[doer.id, (at.date(), at.hour)] += here
            left -= here
            at += timedelta(minutes=here)
    return found
