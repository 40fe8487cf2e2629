"""Flows, checklists, cards, posters, ledger, prize notice: what a playbook lays out is in the document."""

from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.document import Block, Lanes, Mock, Part, Ticks
from groupplan.model.plan import Plan
from groupplan.render import render
from groupplan.render.escape import mermaid
from groupplan.render.page import wrapped
from groupplan.render.structures import cards, laid_out, posters
from groupplan.render.words import Dictionary
from tests.briefs import alone

HOUSE = """duties:
  - {id: host, name: Host, does: Hosts, per_members: 100, merged: Fewer sessions, stands_in: owner}
  - {id: owner, name: Owner, does: Owns}
tasks:
  - {id: daily, stage: retain, name: Question, kind: post, content: value, duty: host, minutes: 5,
     metric: answers,
     at: {every: day, time: "12:30", from: opens, until: closes}}
metrics:
  - {id: answers, stage: retain, name: Answers, formula: count, source: log, cycle: daily, target: ten a day}
flows:
  - {id: m, lane: member, section: recruit, title: What members do, steps: [See it, Scan it, Join]}
  - {id: t, lane: team, section: recruit, title: What we do, steps: [Plan it, Post it]}
checklists: [{id: c, section: recruit, title: Before, due: by Friday, duty: host, points: [Try it, Print it]}]
cards: [{id: k, name: Host ill, sign: No answer, steps: [Call, Decide], say: We move it, duty: host}]
posters:
  - {id: p, name: Poster, title: Read aloud, subtitle: Three weeks, points: [Every day, With others],
     endorsement: 260 finished, call: Scan, code: live}
"""
TEAM = "language: en\nroles: [{id: ann, name: Ann, duties: [owner], hours_week: 10}]"


def plan(brief: str = "", house: str = HOUSE) -> Plan:
    return alone(f"{TEAM}\n{brief}", house)


def inner(blocks: tuple[Block, ...]) -> list[Block]:
    """Every block, also those inside parts."""
    found: list[Block] = []
    for block in blocks:
        found += [block, *(inner(block.blocks) if isinstance(block, Part) else ())]
    return found


def sketch(brief: str = "") -> Mock:
    (mock,) = [one for one in inner(posters(plan(brief), Dictionary("en"))) if isinstance(one, Mock)]
    return mock


def test_flows_of_a_section_stand_numbered_and_in_one_diagram() -> None:
    found = inner(laid_out(plan(), "recruit"))
    (lanes,) = [one for one in found if isinstance(one, Lanes)]
    assert [(lane.lane, len(lane.steps)) for lane in lanes.lanes] == [("member", 3), ("team", 2)]
    assert laid_out(plan(), "refer") == ()


def test_one_flow_alone_needs_no_diagram() -> None:
    alone_ = plan(
        house=HOUSE.replace(
            "  - {id: t, lane: team, section: recruit", "  - {id: t, lane: team, section: refer"
        )
    )
    assert [one for one in inner(laid_out(alone_, "recruit")) if isinstance(one, Lanes)] == []


def test_a_checklist_names_who_ticks_it_and_by_when() -> None:
    found = inner(laid_out(plan(), "recruit"))
    assert Ticks(("Try it", "Print it"), "c") in found
    body = render(plan(), "md").body
    assert "- [ ] Try it" in body and "by Friday" in body


def test_a_card_gives_the_first_hour_and_the_words() -> None:
    body = render(plan(), "md").body
    part = body[body.index("#### Host ill") :]
    assert (
        part.index("No answer") < part.index("1. Call") < part.index("2. Decide") < part.index("We move it")
    )
    assert cards(plan(house="tasks: []"), Dictionary("en")) == ()


def test_a_poster_has_its_six_elements_and_room_for_code_and_avatar() -> None:
    mock = sketch()
    assert (mock.title, mock.subtitle, mock.points) == (
        "Read aloud",
        "Three weeks",
        ("Every day", "With others"),
    )
    assert (mock.endorsement, mock.call, mock.code) == ("260 finished", "Scan", "live code")
    page = render(plan(), "html").body
    assert page.count('class="free"') == 2


def test_the_brief_has_the_last_word_on_its_poster() -> None:
    given = "poster: {title: Our own, selling_points: [Only this], endorsement: 52 stayed, proof: order list}"
    mock = sketch(given)
    assert (mock.title, mock.points, mock.subtitle) == ("Our own", ("Only this",), "Three weeks")
    assert mock.endorsement == "52 stayed"


def test_the_proof_stands_beside_the_poster_and_not_on_it() -> None:
    given = "poster: {endorsement: 52 stayed, proof: order list}"
    assert "order list" not in str(sketch(given))
    assert "**Proof (not printed)**: order list" in render(plan(given), "md").body


def test_a_missing_element_is_asked_for() -> None:
    body = render(plan(house=HOUSE.replace("endorsement: 260 finished, ", "")), "md").body
    assert "**Endorsement**: missing" in body


def test_a_promise_is_shown_with_its_delivery_and_its_metric() -> None:
    brief = "positioning: {reasons_to_stay: [{promise: A question a day, by: daily}]}"
    rows = [
        line for line in render(plan(brief), "md").body.split("\n") if line.startswith("| A question a day")
    ]
    assert "Question" in rows[0] and "Answers<br>ten a day" in rows[0]


def test_a_duty_says_how_many_it_takes_and_what_standing_in_costs() -> None:
    body = render(plan("members_now: 240"), "md").body
    assert "3 (one per 100 members)" in body and "The price of standing in: Fewer sessions" in body


def test_the_notice_of_prizes_tells_what_how_many_and_how_to_claim() -> None:
    brief = (
        "rewards: [{id: book, name: A book, kind: goods, value: USD 9, quantity: 3, claim: send an address}]"
    )
    body = render(plan(brief), "md").body
    assert "1. A book (goods, 3 in all)\nTo claim: send an address" in body


@given(st.text(max_size=60))
def test_no_text_leaves_its_node_in_a_diagram(text: str) -> None:
    found = mermaid(text)
    assert not set('"[]{}<>|`\\\n\r') & set(found)


@given(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=80), st.integers(4, 20)
)
def test_wrapping_loses_no_sign(text: str, most: int) -> None:
    assert "".join("".join(wrapped(text, most)).split()) == "".join(text.split())


def test_a_checklist_says_what_is_held_back() -> None:
    assert "with one left open, it stops here." in render(plan(), "md").body
    closing = HOUSE.replace("checklists: [{id: c,", "checklists: [{id: closing_checklist,")
    assert "with one left open, the group does not close." in render(plan(house=closing), "md").body
