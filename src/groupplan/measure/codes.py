"""Codes and mass messages: when a group code dies and is changed, how much of the quota is used."""

import math
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from groupplan.model.forecast import Forecast
from groupplan.model.outline import Outline
from groupplan.model.rehearsal import Code, Quota
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled

RENEWS = "F006"
"""What a task that makes or changes a group code rests on."""


def code_days(settled: Settled) -> int:
    """How many days a group code works; 0 where none expires or the platform's own code stays."""
    limit = settled.pack.limit("code_days")
    return limit.value if limit and "live_code" not in settled.pack.features else 0


def codes(settled: Settled, outline: Outline, schedule: Schedule) -> Iterator[Code]:
    """One code after the other until recruiting ends, changed by the plan's tasks or when it must be."""
    days, window = code_days(settled), schedule.windows["recruit"]
    if not days:
        return
    keys = {piece.key for piece in outline.tasks if RENEWS in piece.item.basis and piece.item.kind == "work"}
    planned = sorted((one.day, one.task) for one in schedule.occurrences if one.task in keys)
    made = max((day for day, _ in planned if day <= window.first), default=window.first)
    while True:
        good, dead = made + timedelta(days=days - 1), made + timedelta(days=days)
        change, task = next(((day, task) for day, task in planned if day > made), (good, ""))
        if change > good:
            change, task = good, ""
        if (not task and good >= window.last) or change > window.last:
            yield Code(made, dead)
            return
        yield Code(made, dead, change, task)
        made = max(change, made + timedelta(days=1))


def entries(settled: Settled, forecast: Forecast, group: str) -> int:
    """How many codes the groups take, where one code leads to few of them; else 0."""
    limit = settled.pack.limit("code_groups")
    count = forecast.groups_of((group,))
    return math.ceil(count / limit.value) if limit and limit.value and count > limit.value else 0


def quotas(settled: Settled, outline: Outline, schedule: Schedule) -> Iterator[Quota]:
    """Mass messages by kind of group and month; nothing where no task sends one or nothing limits them."""
    limit = settled.pack.limit("mass_send_month")
    sent: Counter[tuple[str, date]] = Counter()
    tasks = {
        piece.key: piece.item.audience or "community"
        for piece in outline.tasks
        if limit and "mass_send" in piece.item.needs and piece.item.kind != "work"
    }
    for one in schedule.occurrences if tasks else ():
        if one.task in tasks:
            sent[tasks[one.task], one.day.replace(day=1)] += 1
    for (audience, month), count in sorted(sent.items()):
        most = max(limit.value if limit else 0, monthrange(month.year, month.month)[1])
        yield Quota(audience, month, count, most)
