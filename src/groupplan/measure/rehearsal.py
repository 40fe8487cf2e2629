"""The dry run: seats, codes, quotas, officers and the first 72 hours of a dated plan."""

import math
from collections.abc import Iterator, Mapping

from groupplan.measure.codes import code_days, codes, entries, quotas
from groupplan.measure.seats import seats
from groupplan.measure.welcome import DAYS, first_day, welcome
from groupplan.model.estimate import NOTHING, exactly
from groupplan.model.forecast import Forecast
from groupplan.model.outline import Outline
from groupplan.model.rehearsal import Hour, Officers, Rehearsal
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled

FULLEST = 6


def rehearsal(
    settled: Settled,
    outline: Outline,
    schedule: Schedule,
    forecast: Forecast,
    duties: Mapping[str, float],
) -> Rehearsal:
    """What happens when people come as forecast; ``duties`` are the minutes of each."""
    first = first_day(settled, outline, schedule)
    hours = welcome(settled, outline, schedule, forecast, first)
    over = [hour for hour in hours if hour.late]
    filling = seats(settled, forecast)
    near = [people for day, people in forecast.arrivals.items() if 0 <= (day - first).days < DAYS]
    return Rehearsal(
        seats=filling,
        code_days=code_days(settled),
        codes=tuple(codes(settled, outline, schedule)),
        entries=entries(settled, forecast, filling.group) if filling else 0,
        quotas=tuple(quotas(settled, outline, schedule)),
        officers=tuple(_officers(settled, outline, forecast, duties)),
        first=first,
        joined=sum(near, NOTHING),
        minutes=sum((hour.minutes for hour in hours), NOTHING),
        hours=_fullest(hours),
        worst=max(over, key=lambda hour: (hour.over, -hour.day.toordinal(), -hour.hour), default=None),
        over=len(over),
    )


def _fullest(hours: list[Hour]) -> tuple[Hour, ...]:
    """The hours that are over, else closest to it, in order of time."""
    order = sorted(hours, key=lambda hour: (-hour.over, hour.free - hour.minutes.high, hour.day, hour.hour))
    return tuple(sorted(order[:FULLEST], key=lambda hour: (hour.day, hour.hour, hour.people)))


def _officers(
    settled: Settled, outline: Outline, forecast: Forecast, duties: Mapping[str, float]
) -> Iterator[Officers]:
    """Duties that grow with the members (M223), where somebody has them or they have work."""
    members = forecast.joins + exactly(settled.members_now)
    for piece in outline.duties:
        each = piece.item.per_members
        there = sum(piece.key in role.duties for role in settled.roles)
        if each and members.high > 0 and (there or duties.get(piece.key)):
            likely, most = (max(1, math.ceil(people / each)) for people in (members.likely, members.high))
            yield Officers(piece.key, each, likely, most, there)
