"""Brief, then history, then the user's own knowledge, then playbooks, then what ships."""

from pathlib import Path

import pytest

from groupplan.model.estimate import Estimate, exactly, observed
from groupplan.model.settled import Setting
from tests.briefs import make

OWN = """knowledge: 1
rates:
  - {id: pay_rate, range: "7%", kinds: [study-camp], say: Camps only., date: "2025", trust: low}
  - {id: pay_rate, range: "11%..13%", say: {en: Seen with us.}, fact: F114, date: "2026-05", trust: high}
defaults:
  - {id: group_size, value: "77", say: {en: Our rooms are small.}, date: "2026-05", trust: high}
"""
HOUSE = """rates:
  - {id: pay_rate, range: "21%", say: {en: The house says so.}, basis: M049, trust: low}
defaults:
  - {id: group_size, value: "88", say: {en: The house has large rooms.}, basis: M049, trust: low}
"""
HISTORY = "history: {joined: 100, paid: 20}"


def own(folder: Path) -> None:
    place = folder / "knowledge" / "benchmarks.yaml"
    place.parent.mkdir()
    place.write_text(OWN, encoding="utf-8")


def pay_rate(text: str, folder: Path) -> Setting[Estimate]:
    house = make(f"playbooks: [house]\n{text}", folder, house=HOUSE)
    return house.settled.rates["pay_rate"]


def test_the_brief_comes_before_everything(tmp_path: Path) -> None:
    own(tmp_path)
    found = pay_rate(f"assumptions: {{pay_rate: 3%}}\n{HISTORY}", tmp_path)
    assert (found.value, found.origin, found.route) == (exactly(0.03), "brief", ("assumptions", "pay_rate"))


def test_history_comes_before_all_knowledge(tmp_path: Path) -> None:
    own(tmp_path)
    found = pay_rate(HISTORY, tmp_path)
    assert (found.value, found.origin, found.route) == (observed(20, 100), "history", ("history", "paid"))


def test_half_a_history_says_nothing(tmp_path: Path) -> None:
    own(tmp_path)
    assert pay_rate("history: {paid: 20}", tmp_path).origin == "own"


def test_a_history_of_nobody_says_nothing(tmp_path: Path) -> None:
    own(tmp_path)
    assert pay_rate("history: {joined: 0, paid: 0}", tmp_path).origin == "own"


def test_own_knowledge_comes_before_playbooks(tmp_path: Path) -> None:
    own(tmp_path)
    found = pay_rate("", tmp_path)
    assert (found.value, found.origin) == (Estimate(0.11, 0.12, 0.13), "own")
    assert (found.row, found.date, found.trust) == ("F114", "2026-05", "high")


def test_a_row_for_this_kind_comes_before_the_one_for_all(tmp_path: Path) -> None:
    own(tmp_path)
    assert pay_rate("kind: study-camp", tmp_path).value == exactly(0.07)


def test_a_playbook_comes_before_what_ships(tmp_path: Path) -> None:
    found = pay_rate("", tmp_path)
    assert (found.value, found.origin, found.row, found.trust) == (exactly(0.21), "playbook", "M049", "low")


def test_a_later_playbook_comes_before_an_earlier_one(tmp_path: Path) -> None:
    rate = 'rates: [{id: pay_rate, range: "5%", say: Later.}]'
    plan = make("playbooks: [house, later]", tmp_path, house=HOUSE, later=rate)
    assert plan.settled.rates["pay_rate"].value == exactly(0.05)


def test_what_ships_comes_last_and_says_of_which_day_it_is() -> None:
    found = make("").settled.rates["pay_rate"]
    assert found.origin == "shipped"
    assert found.row.startswith("F") and found.date and found.trust


@pytest.mark.parametrize(
    ("folder_has", "size", "origin"),
    [("own", 77, "own"), ("house", 88, "playbook"), ("nothing", 150, "shipped")],
)
def test_defaults_follow_the_same_order(tmp_path: Path, folder_has: str, size: int, origin: str) -> None:
    if folder_has == "own":
        own(tmp_path)
    named = "" if folder_has == "nothing" else "playbooks: [house]"
    plan = make(named, tmp_path, house=HOUSE)
    note = next(note for note in plan.settled.assumptions if note.name == "group_size")
    assert (plan.settled.groups[0].size, note.value, note.origin) == (size, size, origin)


def test_a_note_tells_the_sentence_of_its_row(tmp_path: Path) -> None:
    own(tmp_path)
    notes = {note.name: note for note in make("", tmp_path).settled.assumptions}
    assert notes["group_size"].say == "Our rooms are small."
    assert (notes["group_size"].date, notes["group_size"].trust) == ("2026-05", "high")
    assert notes["pay_rate"].say == "Seen with us."


def test_knowledge_is_looked_for_at_the_root_not_beside_the_brief(tmp_path: Path) -> None:
    own(tmp_path)
    beside = tmp_path / "briefs"
    beside.mkdir()
    assert make("", beside, root=tmp_path).settled.rates["pay_rate"].origin == "own"
    assert make("", beside).settled.rates["pay_rate"].origin == "shipped"
