"""From a brief to its odds: which numbers go in, and what comes out for each goal."""

from datetime import date

import pytest

from groupplan.forecast.inputs import inputs
from groupplan.model.distribution import Beta, Fixed, LogNormal, Pert
from groupplan.model.outlook import Odds, Verdict
from groupplan.model.plan import Plan
from tests.briefs import alone

CHANNELS = "channels: [{id: mail, reach: 3000..5000}]\n"
RATES = "assumptions: {scan_rate: 8%..12%, join_rate: 30%..50%, pay_rate: 4%..9%, leave_rate: 5%..15%}\n"
GOAL = "goals: [{id: pay, metric: paying_members, target: 10, deadline: 2027-03-21, primary: true}]\n"
SMALL = "referral: {{reward: A book}}\naudience: {{segments: [{{id: a, who: A, reach: {}}}]}}\n"
OFFER = "offers: [{id: o, name: O, price: USD 5, from: 2027-03-15, to: 2027-03-20}]\n"


def odds(text: str) -> Odds:
    found = alone(text).forecast.odds
    assert found is not None
    return found


def verdict(text: str) -> Verdict:
    return next(iter(odds(text).verdicts.values()))


def made(text: str) -> Plan:
    return alone(text)


def test_without_reach_there_are_no_odds() -> None:
    assert alone(RATES + GOAL).forecast.odds is None


def test_ranges_become_the_distributions_they_say() -> None:
    plan = made(RATES + CHANNELS)
    given = inputs(plan.settled, plan.schedule)
    assert given is not None
    assert isinstance(given.scan, Beta) and isinstance(given.channels[0].reach, LogNormal)
    assert given.scan.cdf(0.08) == pytest.approx(0.05, abs=1e-3)
    assert given.scan.cdf(0.12) == pytest.approx(0.95, abs=1e-3)


def test_three_points_become_a_pert_and_one_number_is_known() -> None:
    rates = "assumptions: {scan_rate: 10%, join_rate: {low: 20%, likely: 30%, high: 60%}}\n"
    plan = made(rates + CHANNELS)
    given = inputs(plan.settled, plan.schedule)
    assert given is not None and given.scan == Fixed(0.1) and given.join == Pert(0.2, 0.3, 0.6)


def test_ones_own_history_gives_the_posterior() -> None:
    plan = made(CHANNELS + "history: {scanned: 1200, joined: 430}\n")
    given = inputs(plan.settled, plan.schedule)
    assert given is not None and given.join == Beta(430.5, 770.5)


def test_a_channel_may_have_rates_of_its_own() -> None:
    plan = made("channels: [{id: a, reach: 100, join_rate: 50%}, {id: b, reach: 100}]\n" + RATES)
    given = inputs(plan.settled, plan.schedule)
    assert given is not None and given.join == Fixed(1.0)
    assert given.channels[0].join == Fixed(0.5) and isinstance(given.channels[1].join, Beta)


def test_nobody_brings_anyone_where_nobody_is_asked() -> None:
    plan = made(RATES + CHANNELS)
    given = inputs(plan.settled, plan.schedule)
    assert given is not None and given.invites.mean == 0 and given.refer_last == -1
    assert odds(RATES + CHANNELS).growth is None
    asked = odds(RATES + CHANNELS + "referral: {reward: A book}\n").growth
    assert asked is not None and 0 < asked.low < asked.likely < asked.high


def test_whoever_members_bring_to_a_camp_is_counted_in_its_next_round() -> None:
    asked = RATES + CHANNELS + "referral: {reward: A book}\n"
    camp = made(f"kind: study-camp\n{asked}")
    given = inputs(camp.settled, camp.schedule)
    assert given is not None and given.invites.mean == 0 and given.refer_last == -1
    alone_joined = odds(f"kind: study-camp\n{RATES}{CHANNELS}").curves["joined"][-1]
    assert odds(f"kind: study-camp\n{asked}").curves["joined"][-1] == alone_joined
    assert camp.forecast.people("referred") is not None and camp.forecast.odds is not None
    assert camp.forecast.odds.growth is not None
    assert odds(asked).curves["joined"][-1][2] > odds(RATES + CHANNELS).curves["joined"][-1][2]


def test_more_reach_never_lowers_a_chance() -> None:
    found = [
        verdict(f"{RATES}{GOAL}{OFFER}channels: [{{id: mail, reach: {reach}}}]\n").probability
        for reach in (500, 1500, 3000, 6000, 20000)
    ]
    assert found == sorted(found) and found[0] < 0.2 < 0.8 < found[-1]


def test_a_guardrail_that_may_break_lowers_the_chance() -> None:
    guarded = GOAL.replace("primary: true", "primary: true, guardrail: {metric: leave_rate, max: 10%}")
    free, bound = verdict(RATES + CHANNELS + GOAL), verdict(RATES + CHANNELS + guarded)
    assert free.guarded == 1.0 and 0.4 < bound.guarded < 0.7
    assert bound.probability == pytest.approx(free.probability * bound.guarded, abs=1e-3)


def test_the_reach_it_takes_gives_the_chance_wanted() -> None:
    small = f"{RATES}{GOAL}channels: [{{id: mail, reach: 800}}]\n"
    need = verdict(small).need
    assert need is not None and need.factor > 1
    bigger = verdict(f"{RATES}{GOAL}channels: [{{id: mail, reach: {round(need.reach)}}}]\n")
    assert bigger.probability == pytest.approx(0.8, abs=0.02)


def test_the_widest_swing_comes_first_and_a_test_of_it_is_named() -> None:
    found = verdict(RATES + CHANNELS + GOAL)
    spans = [abs(bar.high - bar.low) for bar in found.swings]
    assert spans == sorted(spans, reverse=True) and found.swings[0].name == "paying"
    assert found.trial is not None and found.trial.name == "paying" and found.trial.observations >= 30


def test_nobody_pays_before_the_offer_opens() -> None:
    line = odds(RATES + CHANNELS + GOAL + OFFER).curves["paying"]
    before = [mark for mark in line if mark[0] < date(2027, 3, 15)]
    assert before and all(mark[1:] == (0, 0, 0) for mark in before)
    assert line[-1][2] > 0


def test_revenue_is_counted_in_sales_of_the_dearest_offer() -> None:
    found = verdict(RATES + CHANNELS + OFFER + "goals: [{id: m, metric: revenue, target: 48}]\n")
    assert (found.metric, found.target) == ("paying", 10)


def test_a_metric_of_ones_own_has_no_odds() -> None:
    assert odds(RATES + CHANNELS + "goals: [{id: m, metric: custom, name: Own, target: 5}]\n").verdicts == {}


EARLY = GOAL.replace("2027-03-21", "2026-01-01")


@pytest.mark.parametrize("day", ["2026-01-01", "2027-02-22", "2027-02-28"])
def test_a_goal_that_is_due_before_the_opening_has_no_odds_and_says_why(day: str) -> None:
    plan = alone(RATES + CHANNELS + GOAL.replace("2027-03-21", day) + "referral: {reward: A book}\n")
    found = plan.forecast.odds
    assert found is not None and found.verdicts == {} and found.left_out == {"pay": "early"}
    codes = {finding.code for finding in plan.findings}
    assert "GP608" in codes and "GP213" not in codes


@pytest.mark.parametrize(
    ("goal", "reason"),
    [
        ("metric: revenue, target: 1000", "price"),
        ("metric: custom, name: Own, target: 5", "own"),
        ("metric: referrals, target: 5", "referrals"),
        ("metric: joined", "target"),
    ],
)
def test_every_goal_without_odds_says_why(goal: str, reason: str) -> None:
    found = odds(f"{RATES}{CHANNELS}goals: [{{id: g, {goal}}}]\n")
    assert (found.verdicts, found.left_out) == ({}, {"g": reason})


def test_nobody_has_paid_before_the_first_offer_and_some_of_them_halfway() -> None:
    before = odds(RATES + CHANNELS + OFFER + GOAL.replace("2027-03-21", "2027-03-14"))
    assert before.left_out == {"pay": "unsold"}
    half, whole = (
        verdict(RATES + CHANNELS + OFFER + GOAL.replace("2027-03-21", day))
        for day in ("2027-03-17", "2027-03-20")
    )
    assert half.mark[2] == pytest.approx(whole.mark[2] / 2, abs=1)
    assert half.probability < whole.probability


def test_a_goal_s_number_is_that_of_its_week() -> None:
    found = odds(RATES + CHANNELS + OFFER + GOAL)
    assert found.verdicts["pay"].mark == found.curves["paying"][-1]
    halfway = odds(
        RATES
        + CHANNELS
        + OFFER
        + "goals: [{id: pay, metric: paying_members, target: 9, deadline: 2027-03-19}]\n"
    )
    assert all(value.is_integer() for mark in halfway.curves["paying"] for value in mark[1:])


def test_a_first_goal_without_odds_leaves_the_tornado_to_the_next() -> None:
    goals = """goals:
  - {id: own, metric: custom, name: Own, target: 5, primary: true}
  - {id: pay, metric: paying_members, target: 10, deadline: 2027-03-21}
"""
    assert verdict(RATES + CHANNELS + goals).swings != ()


@pytest.mark.parametrize("people", ["", SMALL.format(5200)])
def test_the_bars_stand_on_the_chance_that_is_named(people: str) -> None:
    guarded = GOAL.replace("primary: true", "primary: true, guardrail: {metric: leave_rate, max: 10%}")
    found = verdict(RATES + CHANNELS + people + guarded)
    assert found.chance.method == ("simulated" if people else "closed") and found.guarded < 0.9
    for bar in found.swings:
        assert min(bar.low, bar.high) <= found.probability <= max(bar.low, bar.high), bar
    assert found.swings[0].name == "leave" and found.swings[0].high < 0.01


def test_the_reach_it_takes_is_so_many_times_the_reach_of_the_brief() -> None:
    wide = f"{RATES}channels: [{{id: mail, reach: 1..900000000}}]\n{GOAL.replace('10,', '400000000,')}"
    need = verdict(wide).need
    assert need is not None and need.factor > 1
    assert need.reach == pytest.approx(need.factor * 450_000_000, rel=1e-3)


def test_drawn_and_computed_chances_agree_on_whether_today_s_reach_is_enough() -> None:
    people = SMALL.format(4200)
    for target in (6, 7, 8, 9, 10, 11, 12):
        found = verdict(RATES + CHANNELS + people + GOAL.replace("10,", f"{target},"))
        assert found.need is not None and found.chance.method == "simulated"
        assert (found.need.factor <= 1.0) == (found.probability >= 0.8), target


def test_a_small_audience_is_drawn_and_says_why() -> None:
    people = "audience: {segments: [{id: a, who: A, reach: 900}]}\nchannels: [{id: mail, reach: 800}]\n"
    found = odds(RATES + people + "referral: {reward: A book}\n")
    assert not found.closed.holds and found.closed.reason == "audience" and found.runs >= 200


def test_the_same_brief_gives_the_same_odds() -> None:
    people = "audience: {segments: [{id: a, who: A, reach: 900}]}\nchannels: [{id: mail, reach: 800}]\n"
    assert odds(RATES + people + GOAL) == odds(RATES + people + GOAL)
