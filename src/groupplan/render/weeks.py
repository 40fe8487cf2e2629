"""The calendar week by week, the routine of each week told once."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from groupplan.model.choices import STAGES
from groupplan.model.document import Block, Part, Table
from groupplan.model.formats import clock, ends
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.render.absence import absences
from groupplan.render.common import date, groups_of, left_out, times, who
from groupplan.render.words import Dictionary

WORKDAYS, WEEK = 5, 7
"""From so many days a week on, a task stands once at the top of its week."""


def weeks(plan: Plan, words: Dictionary) -> list[Block]:
    """One table a week: first what comes on all its days, then everything else day by day."""
    found_weeks: dict[dt.date, list[Occurrence]] = {}
    for one in plan.schedule.occurrences:
        found_weeks.setdefault(one.day - dt.timedelta(days=one.day.weekday()), []).append(one)
    found: list[Block] = []
    for monday, mine in sorted(found_weeks.items()):
        first, last = ends(monday, monday + dt.timedelta(days=6), plan.settled.language)
        title = words.say("calendar.week", first=first, last=last)
        rows = (*_every_day(mine, plan, words), *(_row(one, plan, words) for one in _once(mine)))
        body = Table("week", words.heads("calendar.week_head"), rows, tuple(_marks(mine)))
        found.append(Part(title, (*absences(monday, plan, words), body), f"week-{monday}"))
    return found


def _routine(mine: list[Occurrence]) -> dict[str, list[Occurrence]]:
    """Tasks of one week that come at one hour on all its days, or on all its working days, unmoved."""
    tasks: dict[str, list[Occurrence]] = {}
    for one in mine:
        tasks.setdefault(one.task, []).append(one)
    return {
        task: found
        for task, found in tasks.items()
        if len({one.day for one in found}) == len(found) >= WORKDAYS
        and all(one.at == found[0].at and one.moved is None for one in found)
    }


def _every_day(mine: list[Occurrence], plan: Plan, words: Dictionary) -> list[tuple[str, ...]]:
    """One row for each task of the week's routine, in the order of the day."""
    rows = []
    for found in _by_hour(mine):
        days = [one.day for one in found]
        monday_to_friday = [one.weekday() for one in days] == list(range(WORKDAYS))
        unbroken = all((b - a).days == 1 for a, b in pairwise(days))
        said = words.say("when.daily" if unbroken and not monday_to_friday else "when.workdays")
        if not monday_to_friday and len(days) < WEEK:
            span = words.say("plan.span", first=date(days[0], plan), last=date(days[-1], plan))
            said = f"{said}\n{span}"
        rows.append((said, *_row(found[0], plan, words)[1:]))
    return rows


def _by_hour(mine: list[Occurrence]) -> list[list[Occurrence]]:
    return sorted(_routine(mine).values(), key=lambda found: found[0].sort_key[1:])


def _marks(mine: list[Occurrence]) -> Iterator[str]:
    """The task and days of every row."""
    for found in _by_hour(mine):
        yield f"{found[0].task}/{found[0].number}-{found[-1].number}"
    for one in _once(mine):
        yield f"{one.task}/{one.number}"


def _once(mine: list[Occurrence]) -> list[Occurrence]:
    routine = _routine(mine)
    return [one for one in mine if one.task not in routine]


def _row(one: Occurrence, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    piece = plan.outline.task(one.task)
    name = plan.worded.text("tasks", one.task, "name")
    many = times(groups_of(piece, plan), words) if piece.item.kind == "post" else ""
    label = words.say(f"kind.{piece.item.kind or 'work'}")
    moved = words.moved(one.moved, _names(one, plan)) if one.moved else ""
    text = "\n".join(part for part in (f"{name} {many}".strip(), moved) if part)
    stage = STAGES.label(piece.item.stage, plan.settled.language)
    return date(one.day, plan), clock(one.at) if one.at else "", text, label, stage, who(piece, plan, words)


def _names(one: Occurrence, plan: Plan) -> dict[str, str]:
    gone = {other.piece.key: left_out(other, plan) for other in plan.fitted.dropped}
    same_day = plan.schedule.of_day(one.day)
    return gone | {other.task: plan.worded.text("tasks", other.task, "name") for other in same_day}
