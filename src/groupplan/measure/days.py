"""Working days: what absence and days off leave of somebody's week."""

from datetime import date, timedelta
from functools import lru_cache

from groupplan.model.roster import DAYS_A_WEEK
from groupplan.model.settled import Role, Settled

WEEK = timedelta(days=7)
_SATURDAY = 5


@lru_cache(maxsize=4096)
def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def worked(settled: Settled, day: date) -> bool:
    """Whether the team works on a day, by the brief's own calendar.

    A country's holidays take no hours away: the group goes on, and the plan says what is missing then.
    """
    return day in settled.work_days or (day not in settled.days_off and day.weekday() < _SATURDAY)


def off(role: Role, week: date, settled: Settled) -> float:
    """Minutes of a person's week that absence and the brief's own days off take away."""
    if not (role.away or settled.days_off or settled.work_days):
        return 0.0
    days = [week + timedelta(days=number) for number in range(7)]
    present = sum(1 for day in days if worked(settled, day) and not role.absent(day))
    return role.hours_week * 60 * (1 - min(1.0, present / DAYS_A_WEEK))
