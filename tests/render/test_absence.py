"""The calendar says in which week who is away, and who stands in."""

from datetime import date

import pytest

from groupplan.render.absence import absences
from groupplan.render.words import Dictionary
from tests.briefs import alone

TEAM = """language: en
roles:
  - {id: ann, name: Ann, duties: [host], hours_week: 40, backup: ben, away: [2027-03-06..2027-03-09]}
  - {id: ben, name: Ben, duties: [admin], hours_week: 40, away: [2027-03-17]}
"""


@pytest.mark.parametrize(
    ("monday", "said"),
    [
        (date(2027, 3, 1), ["Ann is away: Sat 6 March – Sun 7 March. Ben does their work"]),
        (date(2027, 3, 8), ["Ann is away: Mon 8 March – Tue 9 March. Ben does their work"]),
        (date(2027, 3, 15), ["Ben is away: Wed 17 March. Nobody is named to stand in"]),
        (date(2027, 3, 22), []),
    ],
)
def test_each_week_names_its_own_days(monday: date, said: list[str]) -> None:
    found = [one.text for one in absences(monday, alone(TEAM), Dictionary("en"))]
    assert len(found) == len(said)
    assert all(text.startswith(start) for text, start in zip(found, said, strict=True))
