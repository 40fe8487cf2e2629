"""Minutes per duty, person and week, against the hours there are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from groupplan.model.forecast import Forecast
from groupplan.model.items import Task
from groupplan.model.measures import Load
from groupplan.model.outline import Outline, Piece
from groupplan.model.schedule import Schedule, Touch
from groupplan.model.settled import Settled
from groupplan.model.windows import Window

DEFAULT_MINUTES = {"post": 5, "work": 30, "event": 0, "touch": 2}
"""Where a playbook gives no minutes; shipped ones always do."""
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Work:
    """Minutes by task and week (its Monday), and how many people join a day while recruiting."""

    tasks: Mapping[str, Mapping[date, float]]
    duties: Mapping[tuple[str, date], float]
    joins_per_day: float

    @property
    def minutes(self) -> float:
        """All minutes."""
        return sum(self.duties.values())


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


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
    """All minutes of a plan; joins are spread evenly over the recruiting window."""
    pieces = {piece.key: piece for piece in outline.tasks}
    tasks: dict[str, dict[date, float]] = defaultdict(lambda: defaultdict(float))
    for one in schedule.occurrences:
        minutes = task_minutes(pieces[one.task], one.length, settled, forecast)
        tasks[one.task][monday(one.day)] += minutes
    window = schedule.windows["recruit"]
    joins_per_day = forecast.joins.likely / window.days
    for touch in schedule.touches:
        piece = pieces[touch.task]
        joiners = joins_per_day * _share(piece, settled)
        for day, minutes in _touch(piece, touch, window, joiners):
            tasks[touch.task][monday(day)] += minutes
    duties: dict[tuple[str, date], float] = defaultdict(float)
    for key, weeks in tasks.items():
        for week, minutes in weeks.items():
            duties[pieces[key].item.duty or "", week] += minutes
    return Work({key: dict(weeks) for key, weeks in tasks.items()}, dict(duties), joins_per_day)


def _share(piece: Piece[Task], settled: Settled) -> float:
    """Which part of the newcomers a step is for: all, those who talk within a week, or the others."""
    talking = settled.rates["active_rate"].value.likely
    return {"talking": talking, "silent": 1 - talking}.get(piece.item.joiners or "all", 1.0)


def _touch(
    piece: Piece[Task], touch: Touch, window: Window, joins_per_day: float
) -> Iterator[tuple[date, float]]:
    """Minutes a day for a step of the new member's clock: for each member, or once a day for all."""
    given = piece.item.minutes if piece.item.minutes is not None else DEFAULT_MINUTES["touch"]
    minutes = given * joins_per_day if piece.item.per == "member" else float(given)
    for offset in range(window.days):
        yield window.first + timedelta(days=offset) + touch.after, minutes


def loads(settled: Settled, outline: Outline, schedule: Schedule, done: Work) -> tuple[Load, ...]:
    """One load per person and week of the plan."""
    people: dict[tuple[str, date], float] = defaultdict(float)
    for piece in outline.tasks:
        doer = settled.doer(piece.item.duty or "", piece.owner)
        for week, minutes in done.tasks.get(piece.key, {}).items():
            people[doer.id if doer else "", week] += minutes
    found = []
    first, last = monday(schedule.first), monday(schedule.last)
    for role in settled.roles:
        week = first
        while week <= last:
            minutes = people.get((role.id, week), 0.0)
            found.append(Load(role.id, week, minutes, role.hours_week * 60))
            week += WEEK
    return tuple(found)
