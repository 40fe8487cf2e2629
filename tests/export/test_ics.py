from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from groupplan.export.forms import Request
from groupplan.export.ics import as_ics
from groupplan.export.lines import line, words
from groupplan.model.plan import Plan
from tests.briefs import make
from tests.export.plans import FOLDERS, example, hostile


def one_file(plan: Plan) -> bytes:
    raw = as_ics(plan)
    assert isinstance(raw, bytes)
    return raw


def read(plan: Plan) -> Any:
    return Calendar.from_ical(one_file(plan))


def by_duty(plan: Plan) -> Mapping[str, bytes]:
    found = as_ics(plan, Request(split="duty"))
    assert not isinstance(found, bytes)
    return found


@pytest.mark.parametrize("name", FOLDERS)
def test_entries_are_the_dated_tasks_at_their_own_hours(name: str) -> None:
    plan = example(name)
    zone = ZoneInfo(plan.settled.timezone)
    events = read(plan).walk("VEVENT")
    found = [(str(one["SUMMARY"]), one.decoded("DTSTART")) for one in events]
    wanted = [
        (
            plan.worded.text("tasks", one.task, "name"),
            datetime.combine(one.day, one.at, zone) if one.at else one.day,
        )
        for one in plan.schedule.occurrences
    ]
    assert found == wanted
    assert len({str(one["UID"]) for one in events}) == len(events)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_reader_that_expands_calendars_finds_each_on_its_day(name: str) -> None:
    plan = example(name)
    after = plan.schedule.last + timedelta(days=2)
    found = recurring_ical_events.of(read(plan)).between(plan.schedule.first, after)
    days = sorted(str(one.start)[:10] for one in found)
    assert days == sorted(one.day.isoformat() for one in plan.schedule.occurrences)


@pytest.mark.parametrize("name", FOLDERS)
def test_the_words_to_paste_stand_in_the_entry(name: str) -> None:
    plan = example(name)
    events = read(plan).walk("VEVENT")
    for one, event in zip(plan.schedule.occurrences, events, strict=True):
        message = plan.worded.messages.get((one.task, one.number))
        if message:
            assert str(event["DESCRIPTION"]).endswith(message.text)


def test_a_slot_ends_after_it_begins_and_a_whole_day_on_the_next() -> None:
    events = read(example("study-camp")).walk("VEVENT")
    for one in events:
        start, end = one.decoded("DTSTART"), one.decoded("DTEND")
        assert start < end
        if not isinstance(start, datetime):
            assert end - start == timedelta(days=1)
    assert any(not isinstance(one.decoded("DTSTART"), datetime) for one in events)


def test_an_event_is_as_long_as_it_lasts_also_past_midnight() -> None:
    (night,) = [one for one in read(hostile()).walk("VEVENT") if one["SUMMARY"] == "@night"]
    assert night.decoded("DTEND") - night.decoded("DTSTART") == timedelta(minutes=90)
    assert night.decoded("DTEND").date() == night.decoded("DTSTART").date() + timedelta(days=1)


def test_every_entry_reminds_before_it_begins() -> None:
    for event in read(example("study-camp")).walk("VEVENT"):
        (alarm,) = event.walk("VALARM")
        timed = isinstance(event.decoded("DTSTART"), datetime)
        assert (alarm.decoded("TRIGGER") < timedelta()) == timed
        assert str(alarm["ACTION"]) == "DISPLAY"


def test_the_zone_is_told_once_and_for_the_years_of_the_plan_alone() -> None:
    plan = hostile()
    (zone,) = read(plan).walk("VTIMEZONE")
    assert str(zone["TZID"]) == "America/New_York"
    assert "COMMENT" not in zone
    starts = [part.decoded("DTSTART") for part in zone.subcomponents]
    assert {one.year for one in starts} <= {plan.schedule.first.year, plan.schedule.last.year}
    assert starts[1:] == [datetime(2027, 3, 14, 2)], "summer begins at two by the clock of winter"


def test_every_change_of_the_clock_within_two_years_is_told_at_its_hour() -> None:
    (zone,) = read(make("timezone: America/New_York\nhorizon: 700d\n")).walk("VTIMEZONE")
    told = [part.decoded("DTSTART") for part in zone.subcomponents]
    told += [one.dt for part in zone.subcomponents if "RDATE" in part for one in part["RDATE"].dts]
    changes = [(2027, 3, 14, 2), (2027, 11, 7, 2), (2028, 3, 12, 2), (2028, 11, 5, 2)]
    assert sorted(told) == [datetime(2027, 1, 1), *(datetime(*one) for one in changes)]


def test_the_hours_of_a_zone_with_summer_time_stay_those_of_the_clock() -> None:
    found = [one.decoded("DTSTART") for one in read(hostile()).walk("VEVENT") if "+1" in one["SUMMARY"]]
    hours = {one.astimezone(ZoneInfo("UTC")).hour for one in found}
    assert {one.hour for one in found} == {10}
    assert hours == {14, 15}


def test_utc_needs_no_zone() -> None:
    plan = make("timezone: UTC\nlessons: [{id: l1, title: One, at: 2027-03-02 20:00, minutes: 90}]\n")
    raw = one_file(plan)
    assert b"VTIMEZONE" not in raw
    assert b"DTSTART:2027" in raw
    assert b"TZID" not in raw


def test_a_later_revision_keeps_the_ids_and_counts_up() -> None:
    plan = example("study-camp")
    later = replace(plan, settled=replace(plan.settled, revision=plan.settled.revision + 1))
    first, second = read(plan).walk("VEVENT"), read(later).walk("VEVENT")
    assert [one["UID"] for one in first] == [one["UID"] for one in second]
    assert {one["SEQUENCE"] for one in first} == {plan.settled.revision}
    assert {one["SEQUENCE"] for one in second} == {plan.settled.revision + 1}


def test_plans_of_another_name_share_no_id() -> None:
    plan = example("study-camp")
    other = replace(plan, settled=replace(plan.settled, name="第二期"))
    ids = [{str(one["UID"]) for one in read(which).walk("VEVENT")} for which in (plan, other)]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize("plan", [example("study-camp"), hostile()], ids=("camp", "hostile"))
def test_one_calendar_a_duty_holds_the_same_entries(plan: Plan) -> None:
    files = by_duty(plan)
    ids = [str(one["UID"]) for raw in files.values() for one in Calendar.from_ical(raw).walk("VEVENT")]
    whole = [str(one["UID"]) for one in read(plan).walk("VEVENT")]
    assert sorted(ids) == sorted(whole)
    assert len(files) == len({name.casefold() for name in files}) > 1
    assert all(name.endswith(".ics") and "/" not in name for name in files)


def test_hostile_words_add_no_property_and_come_back_as_they_are() -> None:
    plain, odd = example("study-camp"), hostile()
    names = [{key for one in read(plan).walk() for key in one} for plan in (plain, odd)]
    assert names[1] <= names[0]
    (first, *_) = [one for one in read(odd).walk("VEVENT") if "+1" in one["SUMMARY"]]
    assert "\\u202e" in first["SUMMARY"]
    assert str(first["DESCRIPTION"]).endswith("=1\nSUM;, \\N \\n _x0041_ line\\u2028sep\u200b end")


@pytest.mark.parametrize("plan", [example("study-camp"), hostile()], ids=("camp", "hostile"))
def test_lines_are_short_end_as_they_should_and_cut_no_character(plan: Plan) -> None:
    raw = one_file(plan)
    lines = raw.split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(one) for one in lines) <= 75
    assert not any(b"\n" in one or b"\r" in one for one in lines)
    for one in lines:
        one.decode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=300))
def test_any_words_are_read_back_by_another_program(text: str) -> None:
    raw = b"BEGIN:VEVENT\r\n" + line("SUMMARY", words(text)) + b"END:VEVENT\r\n"
    assert all(len(one) <= 75 for one in raw.split(b"\r\n"))
    assert str(Calendar.from_ical(raw)["SUMMARY"]) == text


def test_the_date_stamp_is_that_of_the_plan() -> None:
    stamps = {one.decoded("DTSTAMP").date() for one in read(example("study-camp")).walk("VEVENT")}
    assert stamps == {date(2027, 3, 1)}
