"""6 Team: the fullest days and what fills them, the roster of the first two weeks."""

import datetime as dt
from collections.abc import Iterator
from datetime import timedelta

from groupplan.model.document import Block, Bullets, Part, Prose, Table
from groupplan.model.formats import clock, hours, number
from groupplan.model.measures import Load
from groupplan.model.plan import Plan
from groupplan.model.roster import DAYS_A_WEEK, DayLoad
from groupplan.model.seams import series
from groupplan.render.common import date
from groupplan.render.words import Dictionary

FULLEST = 5
NAMED = 3
TENTH = 6
"""Minutes that show as a tenth of an hour."""


def blocks(plan: Plan, words: Dictionary) -> Iterator[Block]:
    """The days that ask most, and who looks into the group when."""
    days = sorted(plan.measures.days, key=lambda one: (-one.minutes, one.day, one.role))[:FULLEST]
    if days:
        rows = tuple(_day(one, plan, words) for one in days)
        found = Table("fullest-days", words.heads("roster.fullest_head"), rows)
        yield Part(
            words.say("roster.fullest"), (found, Prose(words.say("roster.fullest_note"))), "fullest-days"
        )
    if plan.measures.roster:
        yield Part(words.say("roster.title"), tuple(_roster(plan, words)), "roster")


def holidays(plan: Plan, words: Dictionary) -> Iterator[Block]:
    """Weeks with public holidays: what is missing where the team rests on them."""
    calendar, settled = plan.knowledge.calendar, plan.settled
    years = calendar.years if calendar else ()
    off = {one.day for year in years for one in year.days_off} - settled.work_days - settled.days_off
    made_up = {one.day for year in years for one in year.work_days}
    lines = []
    for week in sorted({load.week for load in plan.measures.loads}):
        days = [week + timedelta(days=number) for number in range(7)]
        count = sum(day in off and day.weekday() < DAYS_A_WEEK for day in days) - len(
            made_up.intersection(days)
        )
        if count > 0:
            loads = [load for load in plan.measures.loads if load.week == week]
            lines.append(_resting(week, count, loads, plan, words))
    if lines:
        yield Bullets(tuple(lines))


def _resting(week: dt.date, count: int, loads: list[Load], plan: Plan, words: Dictionary) -> str:
    spoken, names = plan.settled.language, _names(plan)
    short = []
    for load in loads:
        missing = load.minutes - max(0.0, load.free - load.available * count / DAYS_A_WEEK)
        if missing >= TENTH:
            short.append(words.say("roster.missing", name=names[load.role], hours=hours(missing, spoken)))
    gaps = {"week": date(week, plan), "count": count}
    if not short:
        return words.say("roster.holiday_fine", **gaps)
    return words.say("roster.holiday_short", who=series(short, spoken), **gaps)


def week_cell(load: Load, plan: Plan, words: Dictionary) -> str:
    """Hours of a week; what absence leaves of it; how far it is over."""
    spoken = plan.settled.language
    gaps = {"hours": hours(load.minutes, spoken), "free": hours(load.free, spoken)}
    over = hours(load.over, spoken)
    if load.off:
        return (
            words.say("roster.short_over", over=over, **gaps)
            if load.over > 1
            else words.say("roster.short", **gaps)
        )
    return words.say("team.over", hours=gaps["hours"], over=over) if load.over > 1 else gaps["hours"]


def _day(one: DayLoad, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    parts = [
        words.say(
            "roster.part", task=plan.worded.text("tasks", task, "name") or task, minutes=number(round(spent))
        )
        for task, spent in one.parts[:NAMED]
    ]
    if len(one.parts) > NAMED:
        rest = sum(spent for _, spent in one.parts[NAMED:])
        parts.append(words.say("roster.more", count=len(one.parts) - NAMED, minutes=number(round(rest))))
    return (
        date(one.day, plan),
        _names(plan)[one.role],
        hours(one.minutes, spoken),
        hours(one.even, spoken),
        "\n".join(parts),
    )


def _roster(plan: Plan, words: Dictionary) -> Iterator[Block]:
    names, shifts = _names(plan), plan.measures.roster
    spans = list(dict.fromkeys((one.start, one.end) for one in shifts))
    cells: dict[str, list[str]] = {}
    staffed = {one.day for one in shifts if one.role}
    for one in shifts:
        if one.day not in staffed:
            continue
        name = names.get(one.role) or words.say("roster.nobody")
        if one.backup:
            name = words.say("roster.with_backup", name=name, backup=names[one.backup])
        cells.setdefault(date(one.day, plan), []).append(name)
    head = (words.say("roster.day"), *(f"{clock(start)}–{clock(end)}" for start, end in spans))
    yield Table("roster", head, tuple((day, *row) for day, row in cells.items()))
    empty = sum(1 for one in shifts if not one.role)
    if empty:
        yield Prose(words.say("roster.gaps", count=empty, of=len(shifts)))
    yield Prose(words.say("roster.note"))


def _names(plan: Plan) -> dict[str, str]:
    return {role.id: role.name for role in plan.settled.roles}
