"""What every table of a plan asks for: its texts shown safely, names, days, sums."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property

from groupplan.export.plain import one_line, plain
from groupplan.export.words import Wordbook
from groupplan.model.estimate import Estimate
from groupplan.model.formats import rounded, weekday
from groupplan.model.money import Money, to_cents
from groupplan.model.plan import Plan
from groupplan.model.settled import Role
from groupplan.model.texts import words


class Desk:
    """A plan with the words of its language."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.language = plan.settled.language
        self.words = Wordbook(self.language)

    def text(self, section: str, key: str, field: str) -> str:
        """A filled text, its line ends kept."""
        return plain(self.plan.worded.text(section, key, field))

    def name(self, section: str, key: str, field: str = "name") -> str:
        """A name on one line; the key where there is none."""
        return one_line(self.plan.worded.text(section, key, field) or key)

    def duty(self, duty: str | None) -> str:
        """A duty as people call it."""
        return self.name("duties", duty) if duty else ""

    def person(self, role: Role | None) -> str:
        """A name, "" where nobody is."""
        return one_line(role.name) if role else ""

    def member(self, id_: str) -> str:
        """The name of a member of the team by id."""
        return self.people.get(id_, "")

    @cached_property
    def people(self) -> dict[str, str]:
        """Members of the team by id."""
        return {role.id: one_line(role.name) for role in self.plan.settled.roles}

    @cached_property
    def tasks(self) -> dict[str, str]:
        """Names of tasks by key, the dropped ones too."""
        pieces = (*self.plan.outline.tasks, *(one.piece for one in self.plan.fitted.dropped))
        return {piece.key: self.name("tasks", piece.key) for piece in pieces}

    @cached_property
    def lengths(self) -> dict[tuple[str, int], int]:
        """Minutes that everyone is busy, by task and number: of events alone."""
        return {(one.task, one.number): one.length for one in self.plan.schedule.occurrences if one.length}

    def groups(self, kind: str | None) -> int:
        """How many groups of a kind there are."""
        ids = tuple(one.id for one in self.plan.settled.groups if one.kind == (kind or "community"))
        return self.plan.forecast.groups_of(ids)

    @cached_property
    def holidays(self) -> dict[date, str]:
        """Public holidays by day, with their names."""
        calendar = self.plan.knowledge.calendar
        found = (one for year in (calendar.years if calendar else ()) for one in year.days_off)
        return {one.day: words(one.name, self.language, self.language) or "" for one in found}

    @cached_property
    def made_up(self) -> frozenset[date]:
        """Days worked for a holiday, or because the brief says so."""
        calendar = self.plan.knowledge.calendar
        found = (one.day for year in (calendar.years if calendar else ()) for one in year.work_days)
        return frozenset(found) - self.plan.settled.days_off | self.plan.settled.work_days

    def weekday(self, day: date | None) -> str:
        """The day of the week, short."""
        return weekday(day, self.language, short=True) if day else ""


def listed(values: Iterable[str]) -> tuple[str, ...]:
    """Several values for one cell, each once."""
    return tuple(dict.fromkeys(one_line(value) for value in values if value))


def cash(money: Money | None) -> Decimal | None:
    """An amount in cents."""
    return to_cents(money.amount) if money else None


def figures(value: Estimate | None) -> tuple[float | None, float | None, float | None]:
    """Low, likely, high, with two significant digits; an exact number as it is."""
    if value is None:
        return None, None, None
    if value.exact:
        return (whole(value.likely),) * 3
    return whole(rounded(value.low)), whole(rounded(value.likely)), whole(rounded(value.high))


def in_hours(minutes: float) -> float:
    """Hours with one digit behind the point."""
    return whole(round(minutes / 60, 1))


def whole(value: float) -> float:
    """A whole number as one, so that no file says ``63.0``."""
    return int(value) if float(value).is_integer() else value
