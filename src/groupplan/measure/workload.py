"""Minutes per task, duty, person, day and week, against the hours there are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from groupplan.measure.days import WEEK, monday, off
from groupplan.measure.hands import Hands
from groupplan.model.forecast import Forecast
from groupplan.model.items import Task
from groupplan.model.measures import Load
from groupplan.model.outline import Outline, Piece
from groupplan.model.schedule import Schedule, Touch
from groupplan.model.settled import Settled

DEFAULT_MINUTES = {"post": 5, "work": 30, "event": 0, "touch": 2}
"""Where a playbook gives no minutes; shipped ones always do."""


class Work(Struct, frozen=True):
    """Minutes by task and day and by task and week (its Monday), and how many people join a day."""

    days: Mapping[str, Mapping[date, float]]
    tasks: Mapping[str, Mapping[date, float]]
    duties: Mapping[tuple[str, date], float]
    joins_per_day: float

    @property
    def minutes(self) -> float:
        """All minutes."""
        return sum(self.duties.values())


def task_minutes(piece: Piece[Task], length: int, settled: Settled, forecast: Forecast) -> float:
    """Minutes of one occurrence: an event keeps its duty busy throughout; ``per`` multiplies."""
    task = piece.item
    given = task.minutes if task.minutes is not None else DEFAULT_MINUTES[task.kind or "work"]
    minutes = float(max(given, length))
    if task.per == "group":
        kind = task.audience or "community"
        ids = tuple(group.id for group in settled.groups if group.kind == kind)
        return minutes * forecast.groups_of(ids)
    if task.per == "member":
        return minutes * (forecast.joins.likely + settled.members_now)
    return minutes


def work(settled: Settled, outline: Outline, schedule: Schedule, forecast: Forecast) -> Work:
    """All minutes of a plan, by the day; newcomers come as the forecast spreads them."""
    pieces = {piece.key: piece for piece in outline.tasks}
    days: dict[str, dict[date, float]] = {}
    costs: dict[tuple[str, int], float] = {}
    for one in schedule.occurrences:
        cost = one.task, one.length
        if cost not in costs:
            costs[cost] = task_minutes(pieces[one.task], one.length, settled, forecast)
        dated = days.setdefault(one.task, {})
        dated[one.day] = dated.get(one.day, 0.0) + costs[cost]
    for touch in schedule.touches:
        piece = pieces[touch.task]
        dated = days.setdefault(touch.task, {})
        for day, minutes in _touch(piece, touch, forecast, _share(piece, settled)):
            dated[day] = dated.get(day, 0.0) + minutes
    tasks = {key: _weekly(dated) for key, dated in days.items()}
    duties: dict[tuple[str, date], float] = {}
    for key, dated in days.items():
        duty = pieces[key].item.duty or ""
        for day, minutes in dated.items():
            week = duty, monday(day)
            duties[week] = duties.get(week, 0.0) + minutes
    joins_per_day = forecast.joins.likely / schedule.windows["recruit"].days
    return Work(days, tasks, duties, joins_per_day)


def _weekly(days: Mapping[date, float]) -> dict[date, float]:
    weeks: dict[date, float] = {}
    for day, minutes in days.items():
        week = monday(day)
        weeks[week] = weeks.get(week, 0.0) + minutes
    return weeks


def _share(piece: Piece[Task], settled: Settled) -> float:
    """Which part of the newcomers a step is for: all, those who talk within a week, or the others."""
    talking = settled.rates["active_rate"].value.likely
    return {"talking": talking, "silent": 1 - talking}.get(piece.item.joiners or "all", 1.0)


def _touch(
    piece: Piece[Task], touch: Touch, forecast: Forecast, share: float
) -> Iterator[tuple[date, float]]:
    """Minutes a day for a step of the new member's clock: for each member, or once a day for all."""
    given = piece.item.minutes if piece.item.minutes is not None else DEFAULT_MINUTES["touch"]
    for day, joined in forecast.arrivals.items():
        if joined.likely > 0:
            minutes = given * joined.likely * share if piece.item.per == "member" else float(given)
            yield day + touch.after, minutes


def loads(settled: Settled, schedule: Schedule, done: Hands) -> tuple[Load, ...]:
    """One load per person and week of the plan, beside what absence and days off leave."""
    people: dict[tuple[str, date], float] = defaultdict(float)
    for role_id, tasks in done.people.items():
        for weeks in tasks.values():
            for week, minutes in weeks.items():
                people[role_id, week] += minutes
    found = []
    first, last = monday(schedule.first), monday(schedule.last)
    for role in settled.roles:
        week = first
        while week <= last:
            lost = off(role, week, settled)
            found.append(Load(role.id, week, people.get((role.id, week), 0.0), role.hours_week * 60, lost))
            week += WEEK
    return tuple(found)
