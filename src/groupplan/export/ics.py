"""The dated tasks of a plan as a calendar: real slots, ids that stay, one time zone, reminders.

A second import of a later plan moves its entries instead of doubling them: a task keeps its UID, and
SEQUENCE is the brief's ``revision``. Two plans are told apart by their names.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone

from groupplan.export.desk import Desk
from groupplan.export.doings import Doing, doings
from groupplan.export.entry import Entries
from groupplan.export.forms import PLAIN, Files, Request
from groupplan.export.lines import line, words
from groupplan.export.mark import BLANK
from groupplan.export.naming import Names, file_name
from groupplan.export.plain import one_line
from groupplan.model.plan import Plan
from groupplan.model.seams import dotted

NO_ZONE = ("UTC", "Etc/UTC")


def as_ics(plan: Plan, request: Request = PLAIN) -> Files:
    """One calendar; with ``split`` ``duty`` one for every duty."""
    desk = Desk(plan)
    dated = [one for one in doings(plan) if one.day]
    zone = b"" if plan.settled.timezone in NO_ZONE else _zone(plan)
    if request.split != "duty":
        return _calendar(one_line(plan.settled.name), dated, zone, desk)
    return _by_duty(dated, zone, desk)


def _by_duty(dated: list[Doing], zone: bytes, desk: Desk) -> Mapping[str, bytes]:
    heaps: dict[str, list[Doing]] = {}
    for one in dated:
        heaps.setdefault(one.piece.item.duty or "", []).append(one)
    names, found = Names(), {}
    for duty, ones in sorted(heaps.items()):
        label = desk.duty(duty) or desk.words.say("ics.no_duty")
        title = dotted((one_line(desk.plan.settled.name), label), desk.words.language)
        found[names.free(file_name(label, duty or "duty"), ".ics")] = _calendar(title, ones, zone, desk)
    return found


def _zone(plan: Plan) -> bytes:
    """The zone over the years of the plan alone: older rules of some zones shift entries by an hour."""
    first = date(plan.schedule.first.year, 1, 1)
    last = plan.schedule.last + timedelta(days=1)
    found = Timezone.from_tzid(plan.settled.timezone, first_date=first, last_date=last)
    found.pop("COMMENT", None)
    for part in found.subcomponents:
        ahead = part.TZOFFSETTO - part.TZOFFSETFROM
        part.DTSTART = _onset(part.DTSTART, ahead, plan.settled.timezone)
        again = part.pop("RDATE", None)
        if again is not None:
            part.add("RDATE", [_onset(one.dt, ahead, plan.settled.timezone) for one in again.dts])
    return bytes(found.to_ical())


def _onset(start: datetime, ahead: timedelta, zone: str) -> datetime:
    """When an offset begins by the clock before it (RFC 5545); icalendar 7.3 takes the clock after it."""
    before = (start - timedelta(seconds=1)).replace(tzinfo=ZoneInfo(zone))
    there = before.astimezone(UTC).astimezone(before.tzinfo)
    skipped = there.replace(tzinfo=None) != before.replace(tzinfo=None)
    return start - ahead if skipped and ahead > timedelta() else start


def _calendar(title: str, dated: list[Doing], zone: bytes, desk: Desk) -> bytes:
    entries = Entries(desk)
    frame = (
        line("BEGIN", "VCALENDAR"),
        line("PRODID", "-//groupplan//groupplan//EN"),
        line("VERSION", "2.0"),
        line("CALSCALE", "GREGORIAN"),
        line("METHOD", "PUBLISH"),
        line("X-GROUPPLAN", BLANK.decode()),
        line("X-WR-CALNAME", words(title)),
        line("X-WR-TIMEZONE", words(desk.plan.settled.timezone)),
        line("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
        zone,
    )
    return b"".join((*frame, *(entries.entry(one) for one in dated), line("END", "VCALENDAR")))
