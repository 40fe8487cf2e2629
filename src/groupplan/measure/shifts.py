"""A roster of the first two weeks: who looks into the group when, and who stands in."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, time, timedelta

from groupplan.model.outline import Outline
from groupplan.model.roster import Shift
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Role, Settled

TASK = "shift_roster"
"""The task that asks for a roster; where a plan goes without it, nobody sits in shifts."""
SHIFTS = ((time(8), time(12)), (time(12), time(18)), (time(18), time(22, 30)))
DAYS = 14
A_DAY = 2
"""Shifts one person takes on one day at most."""
AT_HAND = 3.0
"""Hours with the phone at hand for each hour of work somebody gives."""
ANSWERING = frozenset({"owner", "host", "admin", "service", "volunteer"})
Span = tuple[time, time]


def roster(settled: Settled, outline: Outline, schedule: Schedule) -> tuple[Shift, ...]:
    """The shifts of the first two weeks: a week's busiest hours first, then whoever has had fewest."""
    if not settled.roles or all(piece.key != TASK for piece in outline.tasks):
        return ()
    book = _Book(_team(settled), _teaching(settled, outline, schedule))
    book.rest(_quietest(settled, schedule))
    order = _busiest(settled, schedule)
    days = [settled.opens + timedelta(days=number) for number in range(min(DAYS, settled.days))]
    taken: dict[tuple[date, Span], Role | None] = {}
    for first in range(0, len(days), 7):
        for span in order:
            taken |= {(day, span): book.take(day, first, span) for day in days[first : first + 7]}
    return tuple(Shift(day, *span, *_names(taken[day, span], day, book)) for day in days for span in SHIFTS)


def _team(settled: Settled) -> tuple[Role, ...]:
    """Those who answer members; where nobody has such a duty, everybody."""
    holders = {settled.people.get(duty) for duty in ANSWERING}
    found = tuple(role for role in settled.roles if role.id in holders or ANSWERING & set(role.duties))
    return found or settled.roles


def _busiest(settled: Settled, schedule: Schedule) -> Sequence[Span]:
    """The shifts by how much happens in them in these days; the evening first where nothing tells."""
    last = settled.opens + timedelta(days=DAYS)
    hours = Counter(
        next((span for span in SHIFTS if span[0] <= one.at < span[1]), None)
        for one in schedule.occurrences
        if one.at is not None and settled.opens <= one.day < last
    )
    return sorted(SHIFTS, key=lambda span: (-hours[span], -span[0].hour))


def _quietest(settled: Settled, schedule: Schedule) -> Sequence[int]:
    """The weekdays by how little happens on them in these days."""
    last = settled.opens + timedelta(days=DAYS)
    days = Counter(one.day.weekday() for one in schedule.occurrences if settled.opens <= one.day < last)
    return sorted(range(7), key=lambda number: (days[number], number))


def _teaching(settled: Settled, outline: Outline, schedule: Schedule) -> set[tuple[str, date, Span]]:
    """Who is held by an event in which shift: a teacher in a lesson does not see the group."""
    found: set[tuple[str, date, Span]] = set()
    for one in schedule.occurrences:
        doer = None
        if one.length and one.at is not None:
            piece = outline.task(one.task)
            doer = settled.doer(piece.item.duty or "", piece.owner)
        if doer is not None and one.at is not None:
            found.update((doer.id, one.day, span) for span in SHIFTS if span[0] <= one.at < span[1])
    return found


def _names(role: Role | None, day: date, book: "_Book") -> tuple[str, str]:
    if role is None:
        return "", ""
    backup = book.backup(role, day)
    return role.id, backup.id if backup else ""


def _length(span: Span) -> float:
    return (span[1].hour - span[0].hour) + (span[1].minute - span[0].minute) / 60


class _Book:
    """Who has had how many hours so far."""

    def __init__(self, team: Sequence[Role], held: set[tuple[str, date, Span]]) -> None:
        self._team = team
        self._held = held
        self._rest: dict[str, int] = {}
        self._hours: dict[str, float] = defaultdict(float)
        self._weeks: dict[tuple[str, int], float] = defaultdict(float)
        self._day: Counter[tuple[str, date]] = Counter()

    def rest(self, weekdays: Sequence[int]) -> None:
        """One free day a week for each, the quietest first, no two on the same while there are others."""
        for place, role in enumerate(self._team):
            self._rest[role.id] = weekdays[place % len(weekdays)]

    def take(self, day: date, week: int, span: Span) -> Role | None:
        """Whoever has had the fewest hours for what they give, one shift a day before a second one."""
        able = [role for role in self._team if self._able(role, day, week, span)]
        if not able:
            return None
        role = min(able, key=lambda one: self._turn(one, day, span))
        self._hours[role.id] += _length(span)
        self._weeks[role.id, week] += _length(span)
        self._day[role.id, day] += 1
        return role

    def _turn(self, role: Role, day: date, span: Span) -> tuple[bool, int, float]:
        held = (role.id, day, span) in self._held
        return held, self._day[role.id, day], self._hours[role.id] / role.hours_week

    def _able(self, role: Role, day: date, week: int, span: Span) -> bool:
        return (
            not role.absent(day)
            and day.weekday() != self._rest[role.id]
            and self._day[role.id, day] < A_DAY
            and self._weeks[role.id, week] + _length(span) <= role.hours_week * AT_HAND
        )

    def backup(self, role: Role, day: date) -> Role | None:
        """The stand-in the brief names, while they are there; else nobody."""
        return next((one for one in self._team if one.id == role.backup and not one.absent(day)), None)
