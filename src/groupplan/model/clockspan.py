"""A span of the day, which may cross midnight: quiet hours, active hours."""

from datetime import datetime, time, timedelta

from msgspec import Struct

from groupplan.model.scalars import ScalarError, clock, plain

DAY_MINUTES = 24 * 60


def minute_of(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def at_minute(minute: int) -> time:
    """The clock at that many minutes since midnight, wrapping around."""
    hour, rest = divmod(minute % DAY_MINUTES, 60)
    return time(hour, rest)


class ClockSpan(Struct, frozen=True):
    """From ``start`` (inside) to ``end`` (outside), over midnight when end is not later."""

    start: time
    end: time

    def holds(self, at: time) -> bool:
        """Whether a time of day lies inside."""
        if self.start < self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end

    def after(self, moment: datetime) -> datetime:
        """The moment itself, or the end of the span when it lies inside."""
        if not self.holds(moment.time()):
            return moment
        day = moment.date() if moment.time() < self.end else moment.date() + timedelta(days=1)
        return datetime.combine(day, self.end)

    def __str__(self) -> str:
        """``22:30-07:30``."""
        return f"{self.start:%H:%M}-{self.end:%H:%M}"


def clockspan(value: object) -> ClockSpan:
    """``22:30-07:30``; ``24:00`` is midnight."""
    first, dash, second = plain(value).replace("–", "-").replace("~", "-").partition("-")
    if not dash:
        raise ScalarError("not-a-span", text=value)
    ends = [clock("00:00" if part.strip() == "24:00" else part) for part in (first, second)]
    if ends[0] == ends[1]:
        raise ScalarError("empty-span", text=value)
    return ClockSpan(*ends)
