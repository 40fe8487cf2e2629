"""On days somebody is away, the words of a post name whoever stands in, and nobody else's name."""

from tests.word.said import WEEKLY, plan, texts

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
