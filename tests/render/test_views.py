"""Views: sections that stand alone, and nothing of the team's in what members read."""

import re
from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.model.choices import GUIDE_SECTIONS
from groupplan.model.document import Block, Part, Words
from groupplan.model.plan import Plan
from groupplan.model.views import VIEWS as NAMES
from groupplan.render import render
from groupplan.render.paper import paper
from groupplan.render.views import ORDER, VIEWS
from groupplan.render.words import Dictionary
from groupplan.resources import shipped
from tests.briefs import make

FORMS = ["md", "html"]
EXAMPLES = sorted((*shipped("examples").glob("*/brief.yaml"), *shipped("examples").glob("*/*/brief.yaml")))
SECRET = re.compile(r"zqx\w*|7654321|7,654,321|765\.4|87654|87,654|4321")
"""Words and numbers that the brief below has in every place meant for the team."""
BRIEF = """
name: Reading camp
language: {language}
country: CN
members_now: 0
positioning:
  type: knowledge
  motives: [growth]
  topic: Reading aloud
  purpose: {{why: zqx-why, pain: zqx-pain, value: A page a day, reasonable: zqx-reasonable}}
  operator_gain: zqx-gain
  reasons_to_stay: [{{promise: Somebody listens, by: zqx_task}}]
  not_for: zqx-not-for
audience:
  portrait: zqx-portrait
  segments:
    - {{id: zqx_segment, who: zqx-who, pains: [{{id: zqx_hurt, text: zqx-hurt}}], gathers_at: [zqx-place],
       active_hours: ["20:00-22:00"], reach: 7654321}}
seeds: {{count: 31, from: zqx-seeds, consent: true}}
entry: {{mode: fee, fee: 99元}}
channels: [{{id: zqx_channel, kind: moments, name: zqx-channel, reach: 4321, cost: 7654321元,
  owner: zqx_data}}]
poster: {{title: zqx-poster, subtitle: zqx-sub, selling_points: [zqx-point], endorsement: zqx-endorsed,
  proof: zqx-proof, call_to_action: zqx-call}}
groups:
  - {{id: main, kind: community, name: Reading camp, size: 150, count: 3}}
  - {{id: zqx_staff, kind: staff, name: zqx-staff-room, size: 11, count: 1}}
  - {{id: zqx_vip, kind: vip, name: Round table, size: 20, count: 1, criteria: zqx-criteria}}
goals:
  - {{id: zqx_goal, metric: paying_members, name: zqx-goal, baseline: 41, target: 4321, deadline: 2027-03-21,
     source: zqx-source, owner: zqx_data, reason: zqx-reason, relieves: zqx_hurt, primary: true,
     guardrail: {{metric: leave_rate, max: 15%}}}}
history: {{reach: 7654321, scanned: 87654, joined: 4321, paid: 55}}
scenarios: [{{id: zqx_scenario, name: zqx-scenario, like: cautious, reach: 0.5}}]
roles:
  - {{id: lin, name: Lin, duties: [owner, host, admin, service, leader], hours_week: 20, backup: zqx_data}}
  - {{id: zqx_data, name: zqx-data, duties: [content, designer, sales, teacher, zqx_duty], hours_week: 30,
     away: [2027-03-10]}}
lessons: [{{id: l1, title: Vowels, at: "2027-03-02 20:00", minutes: 45}}]
events: [{{id: e1, title: Reading day, at: "2027-03-06 15:00", minutes: 50, place: Library,
  aim: zqx-aim, seats: 4321}}]
offers: [{{id: zqx_offer, name: zqx-offer, price: 87654元, from: 2027-03-15, to: 2027-03-20, limit: 4321,
  cost: 4321元}}]
referral: {{reward_for: attendance, reward: zqx-reward, cap: 4321, value: 87654元}}
rewards: [{{id: book, name: A signed book, kind: goods, value: 87654元, quantity: 4321,
  claim: Come on the last day}}]
rules: {{invite: approval, ads: none, quiet: ["22:30-07:30"]}}
cadence: {{daily_posts: [{{at: "08:00", what: task}}]}}
budget: {{currency: CNY, total: 7654321元, tools: 4321元, labour_hour: 87654元}}
tools: [{{name: zqx-tool, class: unofficial, cost: 4321元, approved_by: zqx_data}}]
claims: [{{words: zqx-claim, reason: zqx-claimed}}]
playbooks: [zqx_house]
"""
LISTED = "title: zqx-title, text: zqx-text"
HOUSE = "\n".join(
    (
        "duties: [{id: zqx_duty, name: zqx-duty, does: zqx-does, merged: zqx-merged}]",
        "tasks:",
        *(
            f"  - {{id: {key}, stage: retain, name: zqx-name, kind: {kind}, duty: zqx_duty, minutes: 17,"
            f" priority: must, script: zqx_script, output: zqx-output, because: zqx-because, {rest}}}"
            for key, kind, rest in (
                ("zqx_task", "work", "at: {every: day}"),
                ("zqx_post", "post", 'at: {every: day, time: "09:00"}'),
                ("zqx_vip", "event", 'audience: vip, at: {every: week, on: [wed], time: "19:00"}'),
                ("zqx_staff", "event", 'audience: staff, at: {every: week, on: [thu], time: "19:00"}'),
                ("zqx_touch", "touch", "at: {after_join: 10min}"),
            )
        ),
        "scripts: [{id: zqx_script, name: zqx-script, text: zqx-words, recipient: zqx-recipient}]",
        "metrics: [{id: zqx_m, stage: retain, name: zqx-m, formula: zqx-f, source: zqx-s, cycle: zqx-c,"
        " target: zqx-t, alarm: zqx-alarm, reaction: zqx-react}]",
        "risks: [{id: zqx_r, stage: retain, name: zqx-risk, trigger: zqx-sign, response: zqx-do, weight: 9}]",
        "rewards: [{id: star, name: Star of the week, rule: Most answers, claim: On Sunday,"
        " value: 4321元, quantity: 4321}]",
        "rules: [{id: kind, text: Be kind, element: zqx-element}]",
        "tiers: [{id: zqx_tier, name: zqx-tier, criteria: zqx-crit, care: zqx-care, share: zqx-share}]",
        "guides:",
        *(f"  - {{id: zqx_{section}, section: {section}, {LISTED}}}" for section in GUIDE_SECTIONS),
        "posters: [{id: zqx_poster, name: zqx-poster, title: zqx-t, points: [zqx-p]}]",
        "flows:",
        *(
            f"  - {{id: zqx_flow_{section}, section: {section}, lane: team, title: zqx-flow,"
            " steps: [zqx-step, zqx-b]}"
            for section in GUIDE_SECTIONS
        ),
        "checklists:",
        *(
            f"  - {{id: zqx_list_{section}, section: {section}, title: zqx-list, due: zqx-due,"
            " points: [zqx-point]}"
            for section in GUIDE_SECTIONS
        ),
        "cards: [{id: zqx_card, name: zqx-card, sign: zqx-sign, steps: [zqx-step], say: zqx-say}]",
        "dialogues: [{id: zqx_talk, after: zqx_touch, wait: 1h, says: zqx-says, reply: zqx-reply,"
        " reply_wait: 1h}]",
    )
)


@pytest.fixture(scope="module", params=["zh-CN", "en"])
def secretive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    """A plan with a marker in every slot that is not meant for members."""
    text, house = BRIEF.format(language=request.param), f"language: {request.param}\n{HOUSE}"
    return make(text, tmp_path_factory.mktemp("secret"), zqx_house=f"\n{house}")


def _plan(path: Path) -> Plan:
    return pipeline.make(pipeline.load(path.read_bytes(), path.name, path.parent, path.parent))


@pytest.mark.parametrize("form", FORMS)
def test_members_read_nothing_that_is_meant_for_the_team(secretive: Plan, form: str) -> None:
    assert sorted(set(SECRET.findall(render(secretive, f"member.{form}").body))) == []


@pytest.mark.parametrize("form", FORMS)
def test_the_markers_stand_in_the_whole_plan(secretive: Plan, form: str) -> None:
    """Else the test above would hold of a plan that has none."""
    whole = render(secretive, form).body
    found = set(SECRET.findall(whole))
    assert {"7,654,321", "4321"} <= found or "4,321" in whole
    words = set(re.findall(r"zqx[\w-]*", whole))
    meant = set(re.findall(r"zqx-[\w-]+", BRIEF + HOUSE))
    unseen = {"zqx-claim", "zqx-claimed", "zqx-element", "zqx-merged", "zqx-aim", "zqx-tool"}
    assert {one for one in meant - words if not any(other.startswith(one) for other in words)} <= unseen


@pytest.mark.parametrize("form", FORMS)
def test_members_read_what_is_meant_for_them(secretive: Plan, form: str) -> None:
    body = render(secretive, f"member.{form}").body
    for text in (
        "Be kind",
        "Vowels",
        "Library",
        "A page a day",
        "Somebody listens",
        "A signed book",
        "08:00",
    ):
        assert text in body, text
    assert "Come on the last day" in body and "Star of the week" in body and "99" in body


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: "-".join(path.parts[-3:-1]))
def test_examples_tell_members_no_duty_no_sum_and_no_odds(path: Path) -> None:
    plan = _plan(path)
    body = render(plan, "member.md").body
    settled = plan.settled
    sums = [f"{one.amount.amount:,.0f}" for one in plan.measures.costs if one.amount.amount >= 100]
    inside = [
        *(group.name for group in settled.groups if group.kind == "staff"),
        *(goal.reason for goal in settled.goals),
        *(goal.source for goal in settled.goals),
        *(channel.name for channel in settled.channels if channel.name),
        settled.position.gain,
        settled.position.why,
        settled.seeds_from,
        *(offer.name for offer in settled.offers),
    ]
    assert [text for text in (*sums, *inside) if text and text in body] == []
    assert {one.name for one in settled.roles if one.name in body} <= _named(plan)


def _named(plan: Plan) -> set[str]:
    """Whom the rules, the welcome and the notice of prizes name: that is whom members know anyway."""
    said = [plan.worded.text("rules", piece.key, "text") for piece in plan.outline.rules]
    rewards = [piece.key for piece in plan.outline.rewards]
    said += [plan.worded.text("rewards", key, field) for key in rewards for field in ("rule", "claim")]
    said += [one.text for key, one in plan.worded.messages.items() if key[0] in ("welcome", "intro_form")]
    return {role.name for role in plan.settled.roles if any(role.name in text for text in said)}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", EXAMPLES[::3], ids=lambda path: "-".join(path.parts[-3:-1]))
def test_sections_are_numbered_as_they_come_and_every_link_lands(path: Path, view: str) -> None:
    plan = _plan(path)
    found = paper(plan, Dictionary(plan.settled.language), view)
    assert [section.number for section in found.sections] == list(range(1, len(found.sections) + 1))
    for form in FORMS:
        body = render(plan, form if view == "all" else f"{view}.{form}").body
        ids = set(re.findall(r'\bid="([^"]+)"', body))
        links = set(re.findall(r'\]\(#([^)]+)\)|href="#([^"]+)"', body))
        assert {one or other for one, other in links} <= ids
        heads = re.findall(r"^## (\d+)\. ", body, re.MULTILINE)
        assert form == "html" or heads == [str(number) for number in range(1, len(found.sections) + 1)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: "-".join(path.parts[-3:-1]))
def test_what_members_read_names_no_other_section(path: Path) -> None:
    plan = _plan(path)
    words = Dictionary(plan.settled.language)
    body = render(plan, "member.md").body
    titles = [words.say(f"{name}.title") for name, _ in ORDER]
    assert [title for title in titles if f"「{title}」" in body or f"“{title}”" in body] == []


def _parts(blocks: tuple[Block, ...]) -> list[Block]:
    return [
        one for block in blocks for one in (block, *(_parts(block.blocks) if isinstance(block, Part) else ()))
    ]


def test_the_boss_gets_goals_money_and_risks(secretive: Plan) -> None:
    found = paper(secretive, Dictionary("en"), "boss")
    assert [section.id for section in found.sections] == ["summary", "goals", "budget", "risks"]
    assert not [one for section in found.sections for one in _parts(section.blocks) if isinstance(one, Words)]
    assert "<script" not in render(secretive, "boss.html").body.lower()


def test_hosts_get_every_text_to_paste(secretive: Plan) -> None:
    words = Dictionary("en")
    found = {section.id: section for section in paper(secretive, words, "host").sections}
    whole = {section.id: section for section in paper(secretive, words).sections}
    assert {"calendar", "scripts", "rules", "activate", "convert"} <= set(found)
    assert found["scripts"].blocks == whole["scripts"].blocks
    slugs = {one.slug for one in _parts(found["calendar"].blocks) if isinstance(one, Part)}
    assert "attention" not in slugs and "days" in slugs


def test_members_get_no_script_of_the_page(secretive: Plan) -> None:
    assert "<script" not in render(secretive, "member.html").body.lower()


def test_every_view_is_named_and_made() -> None:
    assert list(VIEWS) == list(NAMES)
    assert {name for view in ("boss", "host") for name, _ in VIEWS[view].sections} <= {
        name for name, _ in ORDER
    }


def test_the_whole_plan_is_not_changed_by_views(secretive: Plan) -> None:
    assert [section.id for section in paper(secretive, Dictionary("en")).sections] == [
        name for name, _ in ORDER
    ]
    assert len(ORDER) == 20
