"""One entry of a calendar: its slot, its words, its reminder."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256

from groupplan.export.desk import Desk
from groupplan.export.doings import Doing
from groupplan.export.lines import line, words
from groupplan.export.notes import notes
from groupplan.export.plain import one_line
from groupplan.export.work import number_of
from groupplan.model.choices import STAGES

SHORTEST, LONGEST = 5, 8 * 60
"""Minutes of a slot: work that is longer is spread over the day by whoever does it."""
BEFORE = {"event": 30}
USUALLY_BEFORE = 10
"""Minutes that a reminder comes before its slot."""
MORNING = 9
"""The hour at which a day without an hour reminds."""
_MOMENT, _DAY = "%Y%m%dT%H%M%S", "%Y%m%d"


class Entries:
    """The entries of one plan."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        settled = desk.plan.settled
        home = sha256(settled.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._home = f"{home}.groupplan"
        self._zone = "UTC" if settled.timezone in ("UTC", "Etc/UTC") else settled.timezone
        self._stamp = line("DTSTAMP", f"{settled.opens:{_DAY}}T000000Z")
        self._stamp += line("SEQUENCE", str(settled.revision))
        self._alarm = cache(_alarm)

    def entry(self, one: Doing) -> bytes:
        """The entry of a task on a day."""
        return b"".join(self._lines(one))

    def _lines(self, one: Doing) -> Iterator[bytes]:
        desk, name = self._desk, self._desk.tasks[one.key]
        yield b"BEGIN:VEVENT\r\n"
        yield line("UID", f"{number_of(one.key, one.number).replace('@', '.')}@{self._home}")
        yield self._stamp
        yield from self._slot(one)
        yield line("SUMMARY", words(name))
        yield line("DESCRIPTION", words(notes(one, desk)))
        place = one_line(str(one.piece.values.get("item.place") or ""))
        if place:
            yield line("LOCATION", words(place))
        yield line("CATEGORIES", words(STAGES.label(one.piece.item.stage, desk.language)))
        yield self._alarm(name, one.piece.item.kind or "", day_long=one.at is None)
        yield b"END:VEVENT\r\n"

    def _slot(self, one: Doing) -> Iterator[bytes]:
        """From when to when; a day without an hour is a whole day, which ends on the next one."""
        day = one.day or self._desk.plan.settled.opens
        if one.at is None:
            yield line("DTSTART;VALUE=DATE", f"{day:{_DAY}}")
            yield line("DTEND;VALUE=DATE", f"{_next(day):{_DAY}}")
            yield b"TRANSP:TRANSPARENT\r\n"
            return
        start = datetime.combine(day, one.at)
        yield self._moment("DTSTART", start)
        yield self._moment("DTEND", start + timedelta(minutes=minutes(one, self._desk)))

    def _moment(self, name: str, at: datetime) -> bytes:
        if self._zone == "UTC":
            return line(name, f"{at:{_MOMENT}}Z")
        return line(f"{name};TZID={self._zone}", f"{at:{_MOMENT}}")


def minutes(one: Doing, desk: Desk) -> int:
    """How long somebody is busy: an event its length, else the effort, in every group it goes to."""
    length = desk.lengths.get((one.key, one.number), 0)
    if length:
        return length
    item = one.piece.item
    effort = (item.minutes or 0) * (desk.groups(item.audience) if item.per == "group" else 1)
    return min(max(effort, SHORTEST), LONGEST)


def _alarm(name: str, kind: str, *, day_long: bool) -> bytes:
    trigger = f"PT{MORNING}H" if day_long else f"-PT{BEFORE.get(kind, USUALLY_BEFORE)}M"
    said = line("DESCRIPTION", words(name))
    return b"BEGIN:VALARM\r\nACTION:DISPLAY\r\n" + said + line("TRIGGER", trigger) + b"END:VALARM\r\n"


def _next(day: date) -> date:
    return day + timedelta(days=1)
