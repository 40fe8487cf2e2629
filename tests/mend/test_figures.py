"""Dates, hours, figures in another notation: what comes out is what was meant, at its place only."""

import pytest

from groupplan.mend.figures import iso, narrow
from tests.briefs import brief
from tests.mend.made import fixed, form

SAFE = {
    "opens: 2027/3/1": "opens: 2027-03-01",
    "opens: 2027.3.1  # Monday": "opens: 2027-03-01  # Monday",
    "opens: 2027-3-1": "opens: 2027-03-01",
    "opens: 2027年3月1号": "opens: 2027-03-01",
    'opens: "2027/3/1"': 'opens: "2027-03-01"',
    "opens: “2027-03-01”": "opens: 2027-03-01",
    "closes: 2027—03—21": "closes: 2027-03-21",
    "closes: ２０２７／３／２１": "closes: 2027-03-21",
    "lessons: [{id: l1, title: a, at: 2027/3/2 20:00}]": (
        "lessons: [{id: l1, title: a, at: 2027-03-02 20:00}]"
    ),
    "lessons: [{id: l1, title: a, at: 2027-03-02T20:00:00}]": (
        "lessons: [{id: l1, title: a, at: 2027-03-02 20:00}]"
    ),
    "roles: [{id: lin, name: a, away: [2027/3/8..2027/3/12]}]": (
        "roles: [{id: lin, name: a, away: [2027-03-08..2027-03-12]}]"
    ),
    "rules: {quiet: [22：30—07：30]}": "rules: {quiet: [22:30-07:30]}",
    "rules: {quiet: [22:30至07:30]}": "rules: {quiet: [22:30-07:30]}",
    "members_now: 1_000": "members_now: 1000",
    "members_now: “３”": "members_now: 3",
    "budget: {total: 1_000元}": "budget: {total: 1000元}",
    "assumptions: {join_rate: 3%－8%}": "assumptions: {join_rate: 3%..8%}",
    "audience: {minors: 否。}": "audience: {minors: 否}",
}
LEFT = [
    "opens: 2027年3月",
    "opens: 3/1/2027",
    "opens: 2027/2/30",
    "opens: 2027-3/1",
    "members_now: 1_00",
    "members_now: many",
    "members_now: 1,00，0_000",
]


@pytest.mark.parametrize("typed", SAFE)
def test_is_written_as_the_reader_has_it(typed: str) -> None:
    after = fixed(brief(typed) + "\n")
    assert after.file.source.text == brief(typed).replace(typed, SAFE[typed]) + "\n"
    assert form(after.file) == []


@pytest.mark.parametrize("typed", LEFT)
def test_what_could_mean_two_things_is_left(typed: str) -> None:
    after = fixed(brief(typed), unsafe=True)
    assert after.fixed == () and form(after.file) != []


def test_what_the_reader_accepts_is_not_touched() -> None:
    text = brief("opens: 2027年3月1日\nmembers_now: ３\nbudget: {total: ６０００元}\n")
    assert fixed(text, unsafe=True).file.raw == text.encode()


@pytest.mark.parametrize(
    ("text", "said"), [("“a，b。”", "a,b"), ("７：３０", "7:30"), ("２０％", "20%"), ("a——b", "a--b")]
)
def test_narrow(text: str, said: str) -> None:
    assert narrow(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("12027/3/1", "12027/3/1"),
        ("2027/3/12日", "2027-03-12"),
        ("2027/3/1号", "2027-03-01"),
        ("2027/3/123", "2027/3/123"),
        ("2027/3/1 08:00:00", "2027-03-01 08:00"),
        ("2027-03-01T8:00", "2027-03-01 8:00"),
    ],
)
def test_iso(text: str, said: str) -> None:
    assert iso(text) == said
