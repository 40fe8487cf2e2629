"""Figures of the summary and the budget are those of the main group and of one currency."""

from groupplan.render import render
from tests.briefs import make
from tests.render.markdown import parsed, read, tables

GROUPS = "groups: [{id: team, kind: staff, size: 10}, {id: main, size: 100}]\n"


def body(text: str) -> str:
    return render(make(f"{text}\nlanguage: en"), "md").body


def budget(text: str) -> dict[str, str]:
    rows = [row for table in tables(parsed(body(text))) for row in table]
    return {row[0]: row[-1] for row in rows}


def test_the_summary_counts_the_groups_members_join_not_the_team_s() -> None:
    assert "of 98 usable seats each" in read(parsed(body(f"{GROUPS}channels: [{{id: mail, reach: 100000}}]")))


def test_what_is_left_is_the_total_less_what_is_spent() -> None:
    assert budget("budget: {total: EUR 100, tools: 30}")["Left"] == "€70"


def test_what_is_left_is_not_computed_across_currencies() -> None:
    found = budget("budget: {currency: CNY, total: USD 100, tools: 30元}")
    assert found["Budget"] == "$100"
    assert "Left" not in found
