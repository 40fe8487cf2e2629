"""Heat maps: how full each person's weeks are, and how the groups fill week by week."""

from datetime import date, timedelta

from groupplan.model.document import Block, Heat, HeatRow
from groupplan.model.formats import hours, percent, tick
from groupplan.model.plan import Plan
from groupplan.render.words import Dictionary

STEPS = (0.0, 0.25, 0.5, 0.8)
"""Shares above which a shade gets stronger; above 1 it is over."""
OVER = 5
GROUPS = 12
WEEK = timedelta(days=7)


def level(share: float) -> int:
    """0 for nothing to 4 for full; 5 for more than there is."""
    return OVER if share > 1.0 else sum(1 for least in STEPS if share > least)


def workload(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """People by weeks, shaded by the share of their hours that is taken."""
    weeks = sorted({load.week for load in plan.measures.loads})
    if not weeks:
        return ()
    rows = []
    for role in plan.settled.roles:
        loads = {load.week: load for load in plan.measures.of(role.id)}
        cells = []
        for week in weeks:
            load = loads[week]
            share = load.minutes / load.free if load.free else float(load.minutes > 0) * 2
            said = words.say(
                "heat.load", name=role.name, week=_day(week, plan), hours=_hours(load.minutes, plan)
            )
            cells.append((level(share), said))
        rows.append(HeatRow(role.name, tuple(cells)))
    legend = words.say("heat.load_legend")
    return (Heat(words.say("heat.workload"), tuple(_day(week, plan) for week in weeks), tuple(rows), legend),)


def capacity(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Groups by weeks, shaded by the share of seats taken when people fill one after the other."""
    need = plan.forecast.groups[0]
    if need.count < 2 or not plan.forecast.arrivals:
        return ()
    ends = _ends(plan)
    rows = []
    for number in range(min(need.count, GROUPS)):
        name = words.say("heat.group", number=number + 1)
        cells = []
        for end in ends:
            there = plan.settled.members_now + sum(
                one.likely for day, one in plan.forecast.arrivals.items() if day <= end
            )
            share = min(1.0, max(0.0, (there - number * need.usable) / need.usable))
            said = words.say("heat.seats", group=name, day=_day(end, plan), share=percent(round(share, 2)))
            cells.append((level(share), said))
        rows.append(HeatRow(name, tuple(cells)))
    legend = words.say("heat.seats_legend")
    return (Heat(words.say("heat.capacity"), tuple(_day(end, plan) for end in ends), tuple(rows), legend),)


def _ends(plan: Plan) -> list[date]:
    """The last days of the weeks in which people arrive."""
    first, last = min(plan.forecast.arrivals), max(plan.forecast.arrivals)
    weeks = (last - first).days // WEEK.days + 1
    return [first + WEEK * (number + 1) - timedelta(days=1) for number in range(weeks)]


def _day(one: date, plan: Plan) -> str:
    return tick(one, plan.settled.language)


def _hours(minutes: float, plan: Plan) -> str:
    return hours(minutes, plan.settled.language)
