"""Scenarios: the bold one is never worse, the base is the plan itself, what is written wins, same bytes."""

import pytest

from groupplan import papers, pipeline, scenarios
from groupplan.model.brief import Brief
from groupplan.model.estimate import Estimate, exactly
from groupplan.model.plan import Plan
from groupplan.model.scenarios import Outcome
from groupplan.settle import settle
from tests.briefs import load, make

HISTORY = "history: {reach: 15000, scanned: 1200, joined: 430, paid: 52, referred: 26}\n"
REACH = "channels: [{id: account, reach: 15000..18000}, {id: alumni, reach: 900}]\n"
GOAL = (
    "goals: [{id: paying, metric: paying_members, target: 60, guardrail: {metric: leave_rate, max: 12%}}]\n"
)
TEAM = "roles: [{id: lin, name: Lin, duties: [owner, host], hours_week: 30}]\n"
ALL = "scenarios: [{id: low, like: cautious}, {id: same, like: base}, {id: high, like: bold}]\n"
BRIEFS = {
    "history": HISTORY + REACH + GOAL,
    "benchmarks": REACH + "goals: [{id: g, metric: active_weekly, target: 40}]\n",
    "referral": HISTORY + REACH + GOAL + "referral: {reward_for: attendance, value: 3}\n",
    "invited": REACH + GOAL + "referral: {}\nassumptions: {invites: 0.2..0.9, accept_rate: 10%..30%}\n",
    "channels": "channels: [{id: a, reach: 9000, scan_rate: 5%..9%, join_rate: 30%..50%}]\n" + GOAL,
    "three points": REACH + GOAL + "assumptions: {pay_rate: {low: 0, likely: 3%, high: 20%}}\n",
    "ends": REACH + GOAL + "assumptions: {scan_rate: 0..9%, join_rate: 60%..100%, pay_rate: 10%}\n",
    "far above": REACH + "goals: [{id: g, metric: joined, target: 9000}]\n",
    "segments": "audience: {segments: [{id: s, who: x, reach: 9000}]}\n" + GOAL,
}


def _three(text: str) -> tuple[Plan, Outcome, Outcome, Outcome]:
    plan = make(text + TEAM + ALL)
    low, same, high = plan.scenarios
    return plan, low, same, high


def _variant(text: str, scenario: str) -> tuple[Brief, Brief]:
    """The brief and what its one scenario makes of it."""
    loaded = load(f"{text}scenarios: [{scenario}]\n")
    assert loaded.brief and loaded.knowledge, loaded.findings
    settled = settle(loaded.brief, "brief.yaml", loaded.books, loaded.knowledge)
    return loaded.brief, scenarios.variant(loaded.brief, loaded.brief.scenarios[0], settled)


def _ends(value: Estimate | None) -> tuple[float, float, float]:
    assert value is not None
    return value.low, value.likely, value.high


@pytest.mark.parametrize("name", BRIEFS)
def test_bold_is_never_worse_than_base_nor_cautious_better(name: str) -> None:
    _, low, same, high = _three(BRIEFS[name])
    for worse, better in ((low, same), (same, high)):
        assert all(a <= b for a, b in zip(_ends(worse.joined), _ends(better.joined), strict=True))
        assert all(a <= b for a, b in zip(_ends(worse.members), _ends(better.members), strict=True))
        assert worse.chance is not None and better.chance is not None
        assert worse.chance <= better.chance
    assert _ends(low.joined) < _ends(high.joined)


@pytest.mark.parametrize("name", BRIEFS)
def test_base_is_the_plan_itself(name: str) -> None:
    plan, _, same, _ = _three(BRIEFS[name])
    odds = plan.forecast.odds
    assert odds is not None
    verdict = odds.verdicts[same.goal]
    assert same.chance == verdict.probability
    assert _ends(same.joined) == odds.curves["joined"][-1][1:]
    assert _ends(same.members) == odds.curves["members"][-1][1:]
    assert same.peak in plan.measures.loads
    assert same.cash.amount == sum(c.amount.amount for c in plan.measures.costs if c.id != "labour")
    assert same.dropped == len(plan.fitted.dropped)


def test_without_a_reach_there_are_hours_and_money_but_no_chance() -> None:
    (one,) = make(GOAL + TEAM + "scenarios: [{id: low, like: cautious}]").scenarios
    assert (one.goal, one.chance, one.members) == ("", None, None)
    assert one.joined.likely > 0 and one.peak is not None


def test_more_people_than_hands_is_said() -> None:
    text = REACH + GOAL + "roles: [{id: lin, name: Lin, duties: [owner, host], hours_week: 1}]\n"
    (one,) = make(text + "scenarios: [{id: many, reach: 5}]\n").scenarios
    assert one.overload


def test_an_assumption_of_the_scenario_wins() -> None:
    _, found = _variant(HISTORY + REACH, "{id: a, like: bold, assumptions: {pay_rate: 1%, refer_delay: 3d}}")
    assert found.assumptions is not None
    assert found.assumptions.pay_rate == exactly(0.01)
    assert found.assumptions.refer_delay is not None and found.assumptions.refer_delay.days == 3
    assert found.assumptions.scan_rate is not None and found.assumptions.scan_rate.low > 0.076
    plan = make(HISTORY + REACH + GOAL + "scenarios: [{id: a, like: bold, assumptions: {pay_rate: 0}}]")
    assert plan.scenarios[0].chance == 0.0


def test_it_wins_over_what_a_channel_says_of_itself() -> None:
    text = "channels: [{id: a, reach: 9000, scan_rate: 5%..9%, join_rate: 30%}]\n"
    _, found = _variant(text, "{id: a, assumptions: {scan_rate: 1%}}")
    assert (found.channels[0].scan_rate, found.channels[0].join_rate) == (None, exactly(0.3))
    _, moved = _variant(text, "{id: a, like: cautious}")
    assert moved.channels[0].scan_rate is not None
    assert 0.04 < moved.channels[0].scan_rate.low < 0.05 and moved.channels[0].join_rate == exactly(0.3)


def test_half_of_what_is_known_of_guests_leaves_the_rest_as_it_is() -> None:
    _, found = _variant(HISTORY + REACH, "{id: a, like: bold, assumptions: {accept_rate: 20%}}")
    assert found.assumptions is not None
    assert (found.assumptions.invites, found.assumptions.accept_rate) == (None, exactly(0.2))
    _, moved = _variant(HISTORY + REACH, "{id: a, like: bold}")
    assert moved.assumptions is not None and moved.assumptions.invites is not None
    assert moved.assumptions.accept_rate == exactly(1.0)
    assert moved.assumptions.invites.likely == pytest.approx(26 / 430, rel=0.2)


def test_leaving_moves_the_other_way_and_a_known_rate_not_at_all() -> None:
    text = REACH + "assumptions: {leave_rate: 5%..15%, pay_rate: 4%, scan_rate: 0..8%}\n"
    _, bold = _variant(text, "{id: a, like: bold}")
    given = bold.assumptions
    assert given is not None and given.leave_rate is not None and given.scan_rate is not None
    assert given.leave_rate.low < 0.05 and given.leave_rate.high < 0.15
    assert given.pay_rate == exactly(0.04)
    assert given.scan_rate.low == 0.0 and 0.08 < given.scan_rate.high < 0.2


def test_the_reach_of_the_channels_is_multiplied_and_of_the_segments_where_no_channel_has_any() -> None:
    _, found = _variant(REACH, "{id: a, reach: 0.5}")
    assert [one.reach for one in found.channels] == [Estimate(7500, 8250, 9000), exactly(450)]
    segments = "audience: {segments: [{id: s, who: x, reach: 400}, {id: t, who: y}]}\n"
    _, found = _variant(segments + "channels: [{id: c}]\n", "{id: a, reach: 2}")
    assert found.audience is not None and found.channels[0].reach is None
    assert [one.reach for one in found.audience.segments] == [exactly(800), None]
    before, found = _variant(segments + REACH, "{id: a, reach: 2}")
    assert found.audience == before.audience


def test_a_scenario_that_changes_nothing_changes_nothing() -> None:
    before, found = _variant(HISTORY + REACH + GOAL, "{id: a}")
    assert found == before


def test_a_check_does_not_count_scenarios() -> None:
    assert pipeline.make(load(REACH + GOAL + ALL), fine=False).scenarios == ()
    assert pipeline.scenarios(load(REACH + GOAL)) == ()


@pytest.mark.parametrize(("language", "said"), [("zh-CN", "换一套假设"), ("en", "What if")])
def test_the_plan_shows_them_side_by_side_in_the_same_bytes(language: str, said: str) -> None:
    own = "{id: own, name: 'Two | posts', reach: 1.5, assumptions: {invites: 0.3..1, refer_delay: 36h}}"
    text = f"language: {language}\n{REACH}{GOAL}{TEAM}{ALL.replace(']', f', {own}]')}"
    for form in ("md", "html"):
        once, again = (papers.document(make(text), form, "b", "0" * 64, None).text for _ in range(2))
        assert once == again
        assert said in once
    once = papers.document(make(text), "md", "b", "0" * 64, None).text
    assert r"Two \| posts" in once
    plain = papers.document(make(REACH + GOAL + TEAM), "md", "b", "0" * 64, None).text
    assert said not in plain
