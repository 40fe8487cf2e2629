"""A plan as Markdown: twenty sections, full tables, words ready to paste, notes that stay."""

import re
from functools import cache
from pathlib import Path

import pytest

from groupplan import papers, pipeline
from groupplan.model.plan import Plan
from groupplan.render import render
from tests.briefs import alone, make
from tests.render.markdown import headings, parsed, read, tables

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NAMES = ("study-camp", "open-source")
SECTIONS = ["summary", "positioning", "goals", "audience", "platform", "team", "rules"]
SECTIONS += ["recruit", "activate", "retain", "convert", "refer"]
SECTIONS += ["scripts", "calendar", "budget", "metrics", "risks", "review", "assumptions", "trace"]
_ANCHOR = re.compile(r'<a id="([a-z]+)"></a>\n\n## (\d+)\. ')
_NOTES = re.compile(r"^<!-- notes:([a-z]+) -->\n<!-- /notes -->$", re.MULTILINE)
NOTE = "Asked Kim: **fine**.\n\n```\n<!-- /nothing -->\n```"


@cache
def example(name: str) -> Plan:
    folder = EXAMPLES / name
    return pipeline.make(pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder))


@cache
def body(name: str) -> str:
    return render(example(name) if name in NAMES else make(name), "md").body


ALL = pytest.mark.parametrize(
    "name", [*NAMES, "", "platform: wecom\nname: 读书群", "horizon: 30d\nmembers_now: 80"]
)


@ALL
def test_twenty_sections_stand_in_order_each_with_its_anchor_and_place_for_notes(name: str) -> None:
    text = body(name)
    assert _ANCHOR.findall(text) == [(section, str(number)) for number, section in enumerate(SECTIONS, 1)]
    assert _NOTES.findall(text) == SECTIONS


@ALL
def test_contents_lead_to_every_section(name: str) -> None:
    text = body(name)
    assert re.findall(r"^\d+\. \[.+\]\(#([a-z]+)\)$", text, re.MULTILINE) == SECTIONS


@ALL
def test_every_section_says_something(name: str) -> None:
    for part in re.split(r"^## \d+\. .+$", body(name), flags=re.MULTILINE)[1:]:
        assert part.partition("<!-- notes:")[0].strip()


@ALL
def test_no_table_is_empty_and_no_heading_is(name: str) -> None:
    blocks = parsed(body(name))
    found = tables(blocks)
    assert found and all(len(table) > 1 for table in found)
    assert all(any(cell.strip() for cell in row) for table in found for row in table)
    assert all(title for _, title in headings(blocks))


@ALL
def test_no_slot_is_left_over(name: str) -> None:
    assert "{{" not in body(name) and "}}" not in body(name)


def test_notes_survive_another_brief_and_lost_ones_move_to_the_end() -> None:
    plan = make("name: Camp\nlanguage: en")
    before = papers.document(plan, "md", "brief.yaml", "0" * 64, None).text
    for place in ("goals", "trace"):
        before = before.replace(f"<!-- notes:{place} -->", f"<!-- notes:{place} -->\n{NOTE} {place}")
    before = before.replace(
        "<!-- notes:team -->", "<!-- notes:gone -->\nNobody's\n<!-- /notes -->\n<!-- notes:team -->"
    )
    after = papers.document(
        make("name: Other\nlanguage: en"), "md", "brief.yaml", "0" * 64, before.encode()
    ).text
    for place in ("goals", "trace"):
        note = after.partition(f"<!-- notes:{place} -->")[2].partition("\n<!-- /notes -->\n")[0]
        assert note.strip() == f"{NOTE} {place}"
    assert "Nobody's" in after.partition("<!-- lost-notes -->")[2]


def test_the_brief_is_read_in_the_plan() -> None:
    text = read(parsed(render(make("name: Kite club\nlanguage: en\npositioning: {topic: Kites}"), "md").body))
    assert "Kite club" in text and "Kites" in text


def test_a_post_that_gave_way_to_a_task_left_out_later_still_names_it_in_words() -> None:
    ten = "at: {from: opens, time: '10:00'}, stage: activate, duty: host"
    talk = f"{{id: talk_x, name: Open talk, kind: event, minutes: 90, priority: could, {ten}}}"
    post = f"{{id: post_x, name: Morning post, kind: post, minutes: 5, priority: must, {ten}}}"
    plan = alone("roles: [{id: ann, name: Ann, duties: [host], hours_week: 1}]", f"tasks: [{post}, {talk}]")
    text = read(parsed(render(plan, "md").body))
    assert [one.piece.key for one in plan.fitted.dropped] == ["talk_x"]
    assert "10:00 is taken by “Open talk”" in text
