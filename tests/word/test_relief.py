"""On days somebody is away, the words of a post name whoever stands in, and nobody else's name."""

from datetime import date

from tests.word.said import WEEKLY, gaps, plan, texts

TEAM = """roles:
  - {id: ann, name: Ann, duties: [host], hours_week: 40, backup: ben, away: [2027-03-08..2027-03-09]}
  - {id: ben, name: Ben, duties: [admin], hours_week: 40}
"""
ALSO_AWAY = TEAM.replace(
    "duties: [admin], hours_week: 40", "duties: [admin], hours_week: 40, away: [2027-03-08]"
)
WORDS = "text: '{{ sender }} here, ask {{ who.host }} or {{ who.admin }}'"


def test_the_stand_in_speaks_while_somebody_is_away() -> None:
    assert texts(WORDS, WEEKLY, TEAM) == [
        "Ann here, ask Ann or Ben",
        "Ben here, ask Ben or Ben",
        "Ann here, ask Ann or Ben",
    ]


def test_words_that_name_nobody_are_one_text() -> None:
    assert texts("text: Good morning", WEEKLY, TEAM) == ["Good morning"] * 3


def test_where_nobody_stands_in_the_usual_name_stays() -> None:
    assert texts(WORDS, WEEKLY, ALSO_AWAY) == ["Ann here, ask Ann or Ben"] * 3


def test_no_text_is_longer_than_its_bound_also_with_a_longer_name() -> None:
    found = plan(WORDS, WEEKLY, TEAM.replace("name: Ben", "name: " + "Ben " * 40)).worded
    assert all(len(found.messages[key].text) <= found.bounds[key] for key in found.messages)


def test_a_text_that_only_the_stand_in_s_name_makes_too_long_takes_its_short_form_or_is_a_gap() -> None:
    team = TEAM.replace("name: Ben", "name: Benjamin the Third")
    long, short = "x" * 1990, "{{ portrait }}"
    given = f"platform: discord\n{team}"
    found = plan(f"text: '{long}{{{{ sender }}}}', short: 'short {short}'", WEEKLY, given)
    assert [len(one.text) for one in found.worded.messages.values()] == [1993, 1993]
    assert gaps(found) == [("portrait", "it")]


def test_a_step_after_joining_is_said_by_whoever_is_there_that_day() -> None:
    found = plan(WORDS, "{after_join: 5min}", TEAM).worded
    assert found.touched("it", date(2027, 3, 8)).text == "Ben here, ask Ben or Ben"  # type: ignore[union-attr]
    assert found.touched("it", date(2027, 3, 10)).text == "Ann here, ask Ann or Ben"  # type: ignore[union-attr]
    assert found.messages["it", 0].text == "Ann here, ask Ann or Ben"
