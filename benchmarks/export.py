"""A year's plan as a workbook and as a calendar, beside other libraries, all in one run.

Run by hand: python -m benchmarks.export [RUNS]

Each library gets the rows or the entries ready-made; ours also takes them from the plan, folds and marks.
openpyxl writes the same sheets cell by cell, as plain as it goes; icalendar and ics the same entries.
"""

import io
import re
import sys
import warnings
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.stages import median
from groupplan import pipeline
from groupplan.export.csv import as_csv
from groupplan.export.desk import Desk
from groupplan.export.doings import Doing, doings
from groupplan.export.entry import minutes
from groupplan.export.ics import as_ics
from groupplan.export.json import as_json
from groupplan.export.notes import notes
from groupplan.export.tables import tables
from groupplan.export.xlsx import as_xlsx
from groupplan.model.plan import Plan
from groupplan.model.tables import Table

EXAMPLE = Path(__file__).parent.parent / "examples" / "study-camp"


def year() -> Plan:
    """The study camp, running for 365 days."""
    text = (EXAMPLE / "brief.yaml").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^(closes|horizon):.*$", "horizon: 365d", text)
    return pipeline.make(pipeline.load(text.encode(), "brief.yaml", EXAMPLE, EXAMPLE))


def openpyxl(found: tuple[Table, ...]) -> bytes:
    """The rows through openpyxl, in the mode it has for many."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for table in found:
        sheet = book.create_sheet(table.title)
        sheet.append([column.head for column in table.columns])
        for row in table.rows:
            sheet.append([",".join(cell) if isinstance(cell, tuple) else cell for cell in row])
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


Entry = tuple[str, str, str, date | datetime, date | datetime]


def entries(desk: Desk) -> list[Entry]:
    """Id, name, description, start and end of every dated task."""
    zone = ZoneInfo(desk.plan.settled.timezone)
    found = []
    for one in (one for one in doings(desk.plan) if one.day):
        start, end = slot(one, zone, desk)
        found.append((f"{one.key}-{one.number}", desk.tasks[one.key], notes(one, desk), start, end))
    return found


def slot(one: Doing, zone: ZoneInfo, desk: Desk) -> tuple[date | datetime, date | datetime]:
    """From when to when."""
    day = one.day or desk.plan.settled.opens
    if one.at is None:
        return day, day + timedelta(days=1)
    start = datetime.combine(day, one.at or time(), zone)
    return start, start + timedelta(minutes=minutes(one, desk))


def icalendar(found: list[Entry]) -> bytes:
    """The entries through icalendar."""
    from icalendar import Alarm, Calendar, Event

    book = Calendar()
    for uid, name, said, start, end in found:
        event = Event()
        for key, value in (("uid", uid), ("summary", name), ("description", said)):
            event.add(key, value)
        event.add("dtstart", start)
        event.add("dtend", end)
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", timedelta(minutes=-10))
        event.add_component(alarm)
        book.add_component(event)
    return bytes(book.to_ical())


def ics(found: list[Entry]) -> bytes:
    """The entries through ics."""
    from ics import Calendar, DisplayAlarm, Event

    book = Calendar()
    for uid, name, said, start, end in found:
        alarm = DisplayAlarm(trigger=timedelta(minutes=-10))
        book.events.add(Event(name, start, end, uid=uid, description=said, alarms=[alarm]))
    return str(book.serialize()).encode()


def main(runs: int) -> None:
    """Process time in milliseconds, one line a job."""
    warnings.simplefilter("ignore")
    plan = year()
    desk, found = Desk(plan), tables(plan)
    made = entries(desk)
    print(f"{len(plan.schedule.occurrences)} dated tasks, {sum(len(table.rows) for table in found)} rows")
    jobs: dict[str, tuple[str, Callable[[], object]]] = {
        "json": ("", lambda: as_json(plan)),
        "csv": ("", lambda: as_csv(plan)),
        "xlsx": ("", lambda: as_xlsx(plan)),
        "  by openpyxl": ("openpyxl", lambda: openpyxl(found)),
        "ics": ("", lambda: as_ics(plan)),
        "  by icalendar": ("icalendar", lambda: icalendar(made)),
        "  by ics": ("ics", lambda: ics(made)),
    }
    for name, (needed, job) in jobs.items():
        if needed and find_spec(needed) is None:
            print(f"{name:16} not installed")
        else:
            print(f"{name:16} {median(job, runs):7.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
