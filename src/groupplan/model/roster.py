"""Days of work: what fills each, who is away, who is on which shift."""

from datetime import date, time

from msgspec import Struct

DAYS_A_WEEK = 5
"""Days over which somebody's week is spread; posts also go out on the other two."""
TIMES_EVEN = 3
"""A day may take so many times the even one: who gives few hours gives them in one or two goes."""
LONGEST = 600.0
"""Minutes of work in a day that nobody should plan beyond."""
SLACK = 1.2
"""A fifth over is a long day, not a broken plan."""


class DayLoad(Struct, frozen=True):
    """Minutes of one person on one day, and the tasks that fill it, largest first."""

    role: str
    day: date
    minutes: float
    even: float
    """An even share of the week, at most ten hours."""
    parts: tuple[tuple[str, float], ...]

    @property
    def over(self) -> float:
        """Minutes beyond an even day."""
        return max(0.0, self.minutes - self.even)

    @property
    def most(self) -> float:
        """More than this in one day is too much."""
        return most(self.even)


def even(hours_week: float) -> float:
    """Minutes of an even day."""
    return min(LONGEST, hours_week * 60 / DAYS_A_WEEK)


def most(even_day: float) -> float:
    """The most one day may take, beside an even one."""
    return min(LONGEST * SLACK, even_day * TIMES_EVEN)


class Uncovered(Struct, frozen=True):
    """A task that falls on an absence nobody covers."""

    role: str
    task: str
    day: date


class Shift(Struct, frozen=True):
    """Hours of a day in which somebody of the team looks into the group; "" where nobody can."""

    day: date
    start: time
    end: time
    role: str
    backup: str
