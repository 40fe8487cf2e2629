"""The agenda of a day: what is on it, in which order, who does it when somebody is away, what comes next."""

from datetime import date, time

import pytest

from groupplan.model.agenda import Agenda
from groupplan.model.plan import Plan
from groupplan.render.agenda import agenda, duties, people
from tests.briefs import make

TEAM = """
country: CN
roles:
  - {id: lin, name: Lin, duties: [owner, host], hours_week: 20, backup: chen, away: [2027-03-08..2027-03-09]}
  - {id: chen, name: Chen, duties: [content, admin], hours_week: 20, away: [2027-03-09..2027-03-09]}
playbooks: [house]
"""
HOUSE = """tasks:
  - {id: late, stage: retain, name: Late post, kind: post, duty: host, minutes: 3, per: group,
     at: {every: day, time: "21:00"}, script: hello}
  - {id: loose, stage: retain, name: Loose work, kind: work, duty: content, minutes: 10,
     at: {every: day}, output: a list}
  - {id: early, stage: retain, name: Early post, kind: post, duty: content, minutes: 5,
     at: {every: day, time: "07:40"}}
  - {id: soon, stage: activate, name: Soon after, kind: touch, duty: host, minutes: 1,
     at: {after_join: 5min}, script: hello}
  - {id: week, stage: activate, name: A week later, kind: touch, duty: host, minutes: 1, at: {after_join: 7d}}
scripts:
  - {id: hello, name: Hello, text: "Hello,\\n【who】 and [who]"}
"""
DAY = date(2027, 3, 10)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return make(f"language: en{TEAM}", tmp_path_factory.mktemp("plan"), house=HOUSE)


def own(found: Agenda) -> list[str]:
    return [one.piece.key for one in found.entries if one.piece.book.playbook.name == "house"]


def test_the_day_goes_by_the_hour_and_what_has_none_comes_last(plan: Plan) -> None:
    found = agenda(plan, DAY)
    hours = [one.at for one in found.entries]
    timed = [at for at in hours if at is not None]
    assert timed == sorted(timed) and hours[: len(timed)] == timed
    assert own(found) == ["early", "late", "loose"]
    assert [one.at for one in found.entries if one.piece.key == "early"] == [time(7, 40)]


def test_it_holds_exactly_what_the_schedule_has_for_the_day(plan: Plan) -> None:
    found = agenda(plan, DAY)
    assert {one.one for one in found.entries} == set(plan.schedule.of_day(DAY))
    assert {one.one for one in found.tomorrow} == set(plan.schedule.of_day(date(2027, 3, 11)))
    assert found.following == ()


def test_words_are_those_of_the_occurrence(plan: Plan) -> None:
    late = next(one for one in agenda(plan, DAY).entries if one.piece.key == "late")
    assert late.one is not None and late.message == plan.worded.messages["late", late.one.number]
    assert late.message.text == "Hello,\n【who】 and [who]" and late.message.blanks == ("who",)
    assert [(one.id, one.count) for one in late.destinations] == [("main", plan.forecast.groups[0].count)]


def test_the_stand_in_takes_over_while_somebody_is_away(plan: Plan) -> None:
    for day, doer, missing in (
        (date(2027, 3, 7), "lin", ""),
        (date(2027, 3, 8), "chen", "lin"),
        (date(2027, 3, 9), "", "lin"),
    ):
        late = next(one for one in agenda(plan, day).entries if one.piece.key == "late")
        assert (late.doer.id if late.doer else "") == doer
        assert (late.missing.id if late.missing else "") == missing


def test_a_persons_day_has_what_they_do_for_somebody_away(plan: Plan) -> None:
    chen = frozenset({"chen"})
    assert "late" in own(agenda(plan, date(2027, 3, 8), people=chen))
    assert "late" not in own(agenda(plan, date(2027, 3, 7), people=chen))
    assert "late" in own(agenda(plan, date(2027, 3, 9), people=frozenset({"lin"}))), "nobody else sees it"


def test_everybodys_days_together_are_the_whole_day(plan: Plan) -> None:
    for number in range((plan.schedule.last - plan.schedule.first).days + 1):
        day = date.fromordinal(plan.schedule.first.toordinal() + number)
        whole = agenda(plan, day).entries
        each = [one for role in people(plan) for one in agenda(plan, day, people=frozenset({role})).entries]
        assert len(each) == len(whole) and {one.one for one in each} == {one.one for one in whole}


def test_a_duty_alone(plan: Plan) -> None:
    found = agenda(plan, DAY, duties=frozenset({"host"}))
    assert {one.piece.item.duty for one in (*found.entries, *found.joining, *found.tomorrow)} == {"host"}


def test_before_the_plan_its_first_day_is_next(plan: Plan) -> None:
    found = agenda(plan, date(2026, 12, 24))
    assert found.place == "before" and found.entries == () and found.stages == ()
    first = found.following[0].one
    assert first is not None and first.day == plan.schedule.occurrences[0].day


def test_after_the_plan_nothing_is_next(plan: Plan) -> None:
    found = agenda(plan, date(2027, 12, 24))
    assert (found.place, found.entries, found.following, found.joining) == ("after", (), (), ())


def test_an_empty_day_looks_ahead_for_the_same_person(plan: Plan) -> None:
    found = agenda(plan, date(2027, 2, 22), duties=frozenset({"host"}), people=frozenset({"chen"}))
    first = found.following[0].one
    assert found.entries == () and first is not None and first.day == date(2027, 3, 8)
    assert all(one.doer and one.doer.id == "chen" for one in found.following)


def test_numbers_and_stages(plan: Plan) -> None:
    found = agenda(plan, date(2027, 3, 1))
    assert (found.number, found.open_day, found.open_days) == (15, 1, 21)
    assert found.stages == ("recruit", "activate")
    assert agenda(plan, date(2027, 2, 28)).open_day == 0


def test_a_step_is_due_where_somebody_can_have_joined_so_long_ago(plan: Plan) -> None:
    came = [day for day, people in plan.forecast.arrivals.items() if people.high > 0]
    first, last = min(came), max(came)
    seen = {day: {one.piece.key for one in agenda(plan, day).joining} for day in (first, last)}
    assert "soon" in seen[first] and "week" not in seen[first]
    assert "soon" in seen[last]
    later = date.fromordinal(last.toordinal() + 7)
    assert {"week"} == {
        one.piece.key for one in agenda(plan, later).joining if one.piece.book.playbook.name == "house"
    }


def test_public_holidays_and_the_briefs_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (
        "language: en\ncountry: CN\nopens: 2026-05-01\ncloses: 2026-05-30\n"
        "calendar: {days_off: [2026-05-20], work_days: [2026-05-23]}"
    )
    plan = make(text, tmp_path_factory.mktemp("holidays"))

    def told(day: str) -> tuple[str, str] | None:
        found = agenda(plan, date.fromisoformat(day)).holiday
        return (found.sort, found.name) if found else None

    assert told("2026-05-01") == ("off", "Labor Day")
    assert told("2026-05-09") == ("work", "make-up working day for Labor Day")
    assert told("2026-05-20") == ("off", "") and told("2026-05-23") == ("work", "")
    assert told("2026-05-12") is None


def test_who_and_what_there_is_to_ask_for(plan: Plan) -> None:
    assert people(plan) == {"lin": "Lin", "chen": "Chen"}
    assert duties(plan)["host"] == "Host" and "" not in duties(plan)
