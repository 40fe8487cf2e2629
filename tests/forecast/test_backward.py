"""What a goal takes is the funnel read backwards; and nothing ever divides by nothing."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan.model.estimate import Estimate, exactly
from groupplan.model.forecast import GoalOutlook
from tests.briefs import alone

RATE_OF = {
    "joined": None,
    "members": None,
    "active_weekly": "active_rate",
    "retained_d30": "retained_d30",
    "completed": "completion_rate",
    "paying_members": "pay_rate",
    "referrals": "accept_rate",
}
SHARES = st.integers(1, 100)
COUNTS = st.one_of(st.just(0), st.integers(0, 10**6))
RANGES = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(lambda pair: f"{min(pair)}%..{max(pair)}%")


def bounds(found: Estimate) -> tuple[float, float, float]:
    return found.low, found.likely, found.high


def outlook(goal: str, more: str) -> GoalOutlook:
    return alone(f"goals: [{{id: it, {goal}}}]\n{more}").forecast.goals["it"]


@given(st.sampled_from(sorted(RATE_OF)), st.integers(1, 10**5), SHARES, SHARES, SHARES, st.integers(0, 50))
@settings(max_examples=60, deadline=None)
def test_the_reach_a_goal_takes_gives_the_goal_forwards(
    metric: str, target: int, scan: int, join: int, share: int, there: int
) -> None:
    rate = RATE_OF[metric]
    rates = f"invites: 1, scan_rate: {scan}%, join_rate: {join}%{f', {rate}: {share}%' if rate else ''}"
    text = f"assumptions: {{{rates}}}\nseeds: {{count: 0}}\nmembers_now: {there}"
    back = outlook(f"metric: {metric}, target: {target}", text)
    assert back.joins_needed is not None and back.reach_needed is not None
    reach = back.reach_needed.likely
    members = reach * scan * join / 10_000 + (0 if metric == "joined" else there)
    gives = members * (share / 100 if rate else 1)
    assert gives == pytest.approx(target) or (reach == 0 and gives >= target)


def test_seeds_need_no_reach() -> None:
    text = "assumptions: {scan_rate: 10%, join_rate: 50%}\nseeds: {count: 20}"
    found = outlook("metric: joined, target: 100", text)
    assert (found.joins_needed, found.reach_needed) == (exactly(100), exactly(1600))


def test_revenue_counts_the_dearest_offer() -> None:
    offers = "offers: [{id: a, name: A, price: USD 5}, {id: b, name: B, price: USD 50}]"
    found = outlook("metric: revenue, target: 1000", f"assumptions: {{pay_rate: 10%}}\n{offers}")
    assert found.joins_needed == exactly(200)


def test_revenue_without_a_price_cannot_be_counted() -> None:
    found = outlook("metric: revenue, target: 1000", "channels: [{id: a, reach: 1000}]")
    assert (found.expected, found.joins_needed, found.reach_needed) == (None, None, None)


def test_a_metric_of_ones_own_is_never_forecast() -> None:
    found = outlook("metric: custom, name: Own, target: 5", "channels: [{id: a, reach: 1000}]")
    assert (found.expected, found.joins_needed, found.reach_needed) == (None, None, None)


def test_uncertain_rates_widen_what_a_goal_takes() -> None:
    found = outlook("metric: paying_members, target: 60", "assumptions: {pay_rate: 10%..30%}")
    assert found.joins_needed is not None
    assert bounds(found.joins_needed) == pytest.approx((200, 300, 600))


def test_what_todays_reach_gives_is_told_only_when_it_is_known() -> None:
    rates = "assumptions: {scan_rate: 10%, join_rate: 50%, pay_rate: 20%}\nseeds: {count: 0}\n"
    goal = "metric: paying_members, target: 60"
    assert outlook(goal, f"{rates}channels: [{{id: a, reach: 2000}}]").expected == exactly(20)
    assert outlook(goal, rates).expected is None
    assert outlook(goal, f"{rates}members_now: 50").expected == exactly(10)


@given(
    st.fixed_dictionaries(
        {"scan_rate": RANGES, "join_rate": RANGES, "pay_rate": RANGES, "active_rate": RANGES}
    ),
    COUNTS,
    COUNTS,
    COUNTS,
    st.sampled_from([*RATE_OF, "revenue", "custom"]),
    COUNTS,
)
@settings(max_examples=100, deadline=None)
def test_nothing_is_divided_by_nothing(
    rates: dict[str, str], reach: int, seeds: int, there: int, metric: str, target: int
) -> None:
    assumed = ", ".join(f"{name}: {value}" for name, value in rates.items())
    goal = f"goals: [{{id: it, metric: {metric}, name: It, target: {target}}}]"
    text = f"channels: [{{id: a, reach: {reach}}}]\nseeds: {{count: {seeds}}}\nmembers_now: {there}"
    found = alone(
        f"assumptions: {{{assumed}}}\n{goal}\n{text}\noffers: [{{id: o, name: O, price: 5}}]"
    ).forecast
    for people in (*(step.people for step in found.steps), found.joins, found.goals["it"].reach_needed):
        assert people is None or (0 <= people.low <= people.high and math.isfinite(people.high))
    assert all(need.needed >= 1 and need.usable >= 1 for need in found.groups)


@given(st.lists(st.integers(0, 2000), min_size=6, max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_history_gives_shares_between_nothing_and_all(figures: list[int]) -> None:
    reach, scanned, joined = sorted(figures[:3], reverse=True)
    active, paid = (min(joined, figure) for figure in figures[3:5])
    history = f"reach: {reach}, scanned: {scanned}, joined: {joined}, active: {active}, paid: {paid}"
    rates = alone(f"history: {{{history}, referred: {figures[5]}}}").settled.rates
    assert all(0 <= rate.value.low <= rate.value.likely <= rate.value.high <= 1 for rate in rates.values())
