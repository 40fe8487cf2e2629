"""Days of a plan that are no ordinary ones: public holidays, make-up working days, weekends."""

from datetime import date

from msgspec import Struct

from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence

_SATURDAY = 5


class Days(Struct, frozen=True):
    """The days off and the make-up working days that a plan knows."""

    off: frozenset[date]
    made_up: frozenset[date]

    def sort(self, day: date) -> str:
        """``off``, ``makeup``, ``weekend``; "" for an ordinary working day."""
        if day in self.made_up:
            return "makeup"
        if day in self.off:
            return "off"
        return "weekend" if day.weekday() >= _SATURDAY else ""


def days_of(plan: Plan) -> Days:
    """The shipped calendar of the country with what the brief adds."""
    calendar, settled = plan.knowledge.calendar, plan.settled
    years = calendar.years if calendar else ()
    off = {one.day for year in years for one in year.days_off}
    made_up = {one.day for year in years for one in year.work_days}
    on = (made_up - settled.days_off) | settled.work_days
    return Days(frozenset((off | settled.days_off) - on), frozenset(on))


def meant(one: Occurrence) -> date:
    """The day an occurrence was meant for, before a day off moved it."""
    gap = dict(one.moved.gaps).get("day") if one.moved else None
    return date.fromisoformat(gap) if gap else one.day
