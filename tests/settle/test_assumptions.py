"""Whatever did not come from the brief is listed as an assumption, and nothing that did."""

from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.settle.rates import RATES
from tests.briefs import alone, make

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
ASKED = {
    "language": "language: zh-CN",
    "timezone": "timezone: Europe/Berlin",
    "kind": "kind: study-camp",
    "topic": "positioning: {topic: Reading aloud}",
    "horizon": "closes: 2027-03-21",
    "seeds_count": "seeds: {count: 12}",
    "group_size": "groups: [{id: main, size: 90}]",
    "vip_size": "groups: [{id: gold, kind: vip, size: 9}]",
    "lesson_minutes": 'lessons: [{id: one, title: One, at: "2027-03-02 20:00", minutes: 30}]',
    "event_minutes": 'events: [{id: one, title: One, at: "2027-03-02 20:00", minutes: 30}]',
    "hours_week": "roles: [{id: ann, name: Ann, hours_week: 3}]",
    "quiet": 'rules: {quiet: ["23:00-06:00"]}',
    "daily_posts": 'cadence: {daily_posts: [{at: "09:00", what: news}]}',
    "question_time": 'cadence: {daily_posts: [{at: "09:00", what: question}]}',
}
"""Each assumption with the line of a brief that makes it needless."""
SILENT = {
    "horizon": "closes: ~",
    "vip_size": "groups: [{id: gold, kind: vip}]",
    "lesson_minutes": 'lessons: [{id: one, title: One, at: "2027-03-02 20:00"}]',
    "event_minutes": 'events: [{id: one, title: One, at: "2027-03-02 20:00"}]',
    "hours_week": "roles: [{id: ann, name: Ann}]",
}
"""What a brief must say for the question to come up at all."""


def assumed(text: str) -> set[str]:
    return {note.name for note in make(text).settled.assumptions}


@pytest.mark.parametrize("name", ASKED)
def test_what_the_brief_leaves_open_is_listed(name: str) -> None:
    assert name in assumed(SILENT.get(name, ""))


@pytest.mark.parametrize("name", ASKED)
def test_what_the_brief_says_is_not_listed(name: str) -> None:
    assert name not in assumed(ASKED[name])


@pytest.mark.parametrize("rate", RATES)
def test_a_rate_is_listed_unless_the_brief_assumes_it(rate: str) -> None:
    assert rate in assumed("")
    assert rate not in assumed(f"assumptions: {{{rate}: {'0.5' if rate == 'invites' else '5%'}}}")


def test_rates_seen_in_history_are_not_listed() -> None:
    text = (
        "history: {reach: 900, scanned: 300, joined: 100, active: 50, completed: 40, paid: 20, referred: 5}"
    )
    assert assumed(text) & set(RATES) == {"retained_d1", "retained_d7", "retained_d30", "leave_rate"}


def test_the_country_is_derived_from_a_chinese_platform_and_said_so() -> None:
    notes = {note.name: (note.value, note.origin) for note in make("platform: wecom").settled.assumptions}
    assert notes["country"] == ("CN", "computed")
    assert notes["timezone"] == ("Asia/Shanghai", "computed")
    assert "country" not in assumed("platform: wecom\ncountry: CN")


def test_hours_are_listed_for_each_person_who_names_none() -> None:
    roles = "roles: [{id: ann, name: Ann}, {id: bob, name: Bob, hours_week: 3}, {id: cat, name: Cat}]"
    routes = [note.route for note in make(roles).settled.assumptions if note.name == "hours_week"]
    assert routes == [("roles", 0, "hours_week"), ("roles", 2, "hours_week")]


def test_one_default_used_twice_is_listed_once() -> None:
    lessons = (
        'lessons: [{id: a, title: A, at: "2027-03-02 20:00"}, {id: b, title: B, at: "2027-03-03 20:00"}]'
    )
    names = [note.name for note in make(lessons).settled.assumptions]
    assert names.count("lesson_minutes") == 1


@pytest.mark.parametrize("name", ["study-camp", "open-source"])
def test_every_assumption_of_an_example_says_where_it_is_from(name: str) -> None:
    folder = EXAMPLES / name
    loaded = pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder)
    for note in pipeline.make(loaded).settled.assumptions:
        assert note.origin in ("own", "playbook", "shipped", "computed")
        assert note.origin == "computed" or (note.row and note.trust and note.say)


def test_a_full_example_assumes_no_more_than_its_brief_leaves_open() -> None:
    folder = EXAMPLES / "study-camp"
    loaded = pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder)
    names = {note.name for note in pipeline.make(loaded).settled.assumptions}
    figures = {"refer_delay", "post_gap", "official_posts_day", "promotion_share", "staff_per_group"}
    assert names == {"retained_d1", "retained_d7", "retained_d30", "leave_rate", *figures}


def test_what_nothing_ships_for_is_still_settled() -> None:
    assert alone("").settled.groups[0].name == "Reading camp"
