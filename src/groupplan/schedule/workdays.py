"""Working days: weekends, public holidays, make-up working days (调休), the brief's own dates."""

from collections.abc import Iterable
from datetime import date, timedelta

from groupplan.model.finding import Words, say
from groupplan.model.knowledge import CountryCalendar
from groupplan.model.texts import words
from groupplan.model.windows import Window

_SATURDAY = 5
_FARTHEST = 31


class Workdays:
    """Which days are worked, and what the others are called."""

    def __init__(
        self,
        calendar: CountryCalendar | None,
        off: frozenset[date],
        on: frozenset[date],
        language: str,
    ) -> None:
        self._years = {year.year: year for year in calendar.years} if calendar else {}
        self._country = calendar is not None
        self._given = {day.year for day in (*off, *on)}
        self._off = {
            h.day: words(h.name, language, language) or "" for y in self._years.values() for h in y.days_off
        }
        self._on = {holiday.day for year in self._years.values() for holiday in year.work_days}
        self._off |= {day: self._off.get(day, "") for day in off}
        self._on = (self._on - set(off)) | set(on)

    def working(self, day: date) -> bool:
        """Whether people work on a day."""
        if day in self._on:
            return True
        return day not in self._off and day.weekday() < _SATURDAY

    def shifted(self, day: date, window: Window) -> tuple[date, Words | None]:
        """The next working day inside the stage, else the one before; a day between two others stays."""
        for step in (1, -1):
            found = self._nearest(day, step)
            if window.holds(found):
                name = self._off.get(day, "")
                key = "moved-holiday" if name else "moved-weekend"
                return found, say(key, day=day.isoformat(), name=name)
        return day, None

    def _nearest(self, day: date, step: int) -> date:
        found = day
        for _ in range(_FARTHEST):
            found += timedelta(days=step)
            if self.working(found):
                break
        return found

    def unknown(self, years: Iterable[int]) -> tuple[int, ...]:
        """Years of the plan whose arrangement is not published (only where there is a calendar)."""
        if not self._country:
            return ()
        known = {year for year, found in self._years.items() if found.arrangement == "known"} | self._given
        return tuple(year for year in years if year not in known)
