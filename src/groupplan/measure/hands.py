"""Who does the work on each day: whoever has the duty, else their stand-in while they are away."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from groupplan.measure.days import monday
from groupplan.model.outline import Outline
from groupplan.model.roster import DayLoad, Uncovered, even
from groupplan.model.settled import Role, Settled

Weeks = Mapping[date, float]


class Hands(Struct, frozen=True):
    """Minutes by person: their tasks by week, their days, and what falls on an absence nobody covers."""

    people: Mapping[str, Mapping[str, Weeks]]
    days: tuple[DayLoad, ...]
    uncovered: tuple[Uncovered, ...]


def hands(settled: Settled, outline: Outline, minutes: Mapping[str, Weeks]) -> Hands:
    """The minutes of each task and day, given to people. Work that nobody does loads nobody."""
    team = {role.id: role for role in settled.roles}
    people: dict[str, dict[str, dict[date, float]]] = defaultdict(dict)
    days: dict[tuple[str, date], dict[str, float]] = defaultdict(dict)
    uncovered: list[Uncovered] = []
    for piece in outline.tasks:
        doer = settled.doer(piece.item.duty or "", piece.owner)
        if doer is None:
            continue
        for day, spent in minutes.get(piece.key, {}).items():
            person = settled.present(doer, day) if doer.away else doer
            if person is None:
                uncovered.append(Uncovered(doer.id, piece.key, day))
            busy = (person or doer).id
            weeks = people[busy].setdefault(piece.key, {})
            week = monday(day)
            weeks[week] = weeks.get(week, 0.0) + spent
            if spent:
                days[busy, day][piece.key] = spent
    loads = tuple(_load(team[role], day, parts) for (role, day), parts in sorted(days.items()))
    return Hands(dict(people), loads, tuple(sorted(uncovered, key=lambda one: (one.day, one.role, one.task))))


def _load(role: Role, day: date, parts: Mapping[str, float]) -> DayLoad:
    largest = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    return DayLoad(role.id, day, sum(parts.values()), even(role.hours_week), tuple(largest))
