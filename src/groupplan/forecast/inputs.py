"""The settled brief and its dates as the numbers the odds are counted from."""

from collections.abc import Iterator
from datetime import date

from groupplan.forecast import laws
from groupplan.forecast.capacity import main_group, seats_of
from groupplan.forecast.funnel import reach
from groupplan.model.distribution import Distribution
from groupplan.model.growth import ALL, NONE, Inputs, Stream
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled
from groupplan.model.windows import Window

METRICS = {
    "active_weekly": ("active", "active_rate"),
    "retained_d30": ("retained", "retained_d30"),
    "completed": ("completed", "completion_rate"),
    "paying_members": ("paying", "pay_rate"),
    "revenue": ("paying", "pay_rate"),
}
"""A goal's metric → the metric of the odds, and its rate."""


def first_day(settled: Settled, schedule: Schedule) -> date:
    """Day 0: when recruiting begins, or the opening, whichever is earlier."""
    return min(schedule.windows["recruit"].first, settled.opens)


def inputs(settled: Settled, schedule: Schedule) -> Inputs | None:
    """None where nobody is known to be reached: then there is nothing to count odds from."""
    if not reach(settled).high:
        return None
    start = first_day(settled, schedule)
    own = any(one.scan_rate or one.join_rate for one in settled.channels)
    common = {name: laws.rate(f"{name}_rate", settled) for name in ("scan", "join")}
    asks = settled.referral is not None and not settled.guests_next_round
    invites, accept = laws.brought(settled) if asks else (NONE, ALL)
    refer = schedule.windows["refer"]
    return Inputs(
        horizon=max(0, (settled.closes - start).days),
        channels=tuple(_streams(settled, schedule, start, own)),
        scan=ALL if own else common["scan"],
        join=ALL if own else common["join"],
        seeds=settled.seeds_count,
        members_now=settled.members_now,
        invites=invites,
        accept=accept,
        delay_days=int(settled.default("refer_delay") // 1440),
        refer_first=max(0, (refer.first - start).days),
        refer_last=(refer.last - start).days if asks else -1,
        leave=laws.rate("leave_rate", settled),
        rates=_rates(settled),
        audience=_audience(settled),
        seats=_seats(settled),
    )


def _rates(settled: Settled) -> dict[str, Distribution]:
    """Active members always, paying ones where something is sold, and whatever a goal asks for."""
    wanted = {"active_weekly", *(goal.metric for goal in settled.goals)}
    wanted |= {"paying_members"} if settled.offers else set()
    return {name: laws.rate(rate, settled) for metric, (name, rate) in METRICS.items() if metric in wanted}


def _streams(settled: Settled, schedule: Schedule, start: date, own: bool) -> Iterator[Stream]:
    """The channels; where none says whom it reaches, the segments."""
    found = [one for one in settled.channels if one.reach.high]
    for one in found:
        first, last = _days(schedule.joining(one.id), start)
        scan = laws.share(one.scan_rate) if one.scan_rate else laws.rate("scan_rate", settled)
        join = laws.share(one.join_rate) if one.join_rate else laws.rate("join_rate", settled)
        rates = {"scan": scan, "join": join} if own else {}
        yield Stream(one.id, laws.size(one.reach), first, last, **rates)
    if not found:
        for segment in settled.segments:
            if segment.reach.high:
                yield Stream(segment.id, laws.size(segment.reach), *_days(schedule.joining(""), start))


def _days(window: Window, start: date) -> tuple[int, int]:
    return (window.first - start).days, (window.last - start).days


def _audience(settled: Settled) -> int | None:
    """How many people there are at all: the segments, where they are counted, or the reach if more."""
    people = sum(segment.reach.likely for segment in settled.segments)
    reached = sum(channel.reach.high for channel in settled.channels)
    return round(max(people, reached)) if people else None


def _seats(settled: Settled) -> int | None:
    """Seats, where the number of groups is fixed."""
    group = main_group(settled)
    return None if group.prepared is None else group.prepared * seats_of(group, settled)[0]
