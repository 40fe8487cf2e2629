"""Seats: on which day each group fills, at the likely and at the cautious number of joins."""

import math
from collections.abc import Mapping
from datetime import date

from groupplan.model.choices import JOINED_GROUPS
from groupplan.model.forecast import Forecast, GroupNeed
from groupplan.model.rehearsal import Filling, Full, Seats
from groupplan.model.settled import Settled

LISTED = 12
"""Groups that are listed one by one."""
ROUNDING = 1e-6
"""Shares of a person that the sum over many days may lose."""


def seats(settled: Settled, forecast: Forecast) -> Seats | None:
    """How the groups people join fill; None where one place holds them all or nothing says how many come."""
    need = _taking(settled, forecast)
    if need is None or forecast.joins_from == "size" or "channels" in settled.pack.features:
        return None
    likely = {day: one.likely for day, one in forecast.arrivals.items()}
    cautious = {day: one.high for day, one in forecast.arrivals.items()}
    every = max(need.count, need.most)
    full = min(settled.members_now // need.usable, every - 1)
    fillings = tuple(
        Filling(
            number,
            number > need.count,
            _full(number * need.usable, need.usable, settled.members_now, likely),
            _full(number * need.usable, need.usable, settled.members_now, cautious),
        )
        for number in range(full + 1, min(every, full + LISTED) + 1)
    )
    room = need.count * need.usable
    missing = math.ceil(settled.members_now + sum(cautious.values()) - room - ROUNDING)
    whole = _full(room, room, settled.members_now, cautious)
    return Seats(
        group=need.group,
        usable=need.usable,
        count=need.count,
        prepared=need.prepared is not None,
        most=need.most,
        fillings=fillings,
        full=full,
        further=every - full - len(fillings),
        full_on=whole.day if missing > 0 else None,
        missing=max(0, missing),
    )


def _taking(settled: Settled, forecast: Forecast) -> GroupNeed | None:
    """The kind of group that takes the joins: the first open one."""
    ids = [group.id for group in settled.groups if group.kind in JOINED_GROUPS]
    return next((need for need in forecast.groups if ids and need.group == ids[0]), None)


def _full(upto: int, usable: int, now: int, arriving: Mapping[date, float]) -> Full:
    """When so many members are reached, counted from those who are there."""
    members = float(now)
    if members >= upto:
        return Full(None, 0)
    for day, joined in sorted(arriving.items()):
        members += joined
        if members >= upto - ROUNDING:
            return Full(day, 0)
    return Full(None, min(usable, math.ceil(upto - members)))
