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
    given = inputs(plan.settled, plan.schedule.windows)
    assert given is not None
    assert isinstance(given.scan, Beta) and isinstance(given.channels[0].reach, LogNormal)
    assert given.scan.cdf(0.08) == pytest.approx(0.05, abs=1e-3)
    assert given.scan.cdf(0.12) == pytest.approx(0.95, abs=1e-3)


def test_three_points_become_a_pert_and_one_number_is_known() -> None:
    rates = "assumptions: {scan_rate: 10%, join_rate: {low: 20%, likely: 30%, high: 60%}}\n"
    plan = made(rates + CHANNELS)
    given = inputs(plan.settled, plan.schedule.windows)
    assert given is not None and given.scan == Fixed(0.1) and given.join == Pert(0.2, 0.3, 0.6)


def test_ones_own_history_gives_the_posterior() -> None:
    plan = made(CHANNELS + "history: {scanned: 1200, joined: 430}\n")
    given = inputs(plan.settled, plan.schedule.windows)
    assert given is not None and given.join == Beta(430.5, 770.5)


def test_a_channel_may_have_rates_of_its_own() -> None:
    plan = made("channels: [{id: a, reach: 100, join_rate: 50%}, {id: b, reach: 100}]\n" + RATES)
    given = inputs(plan.settled, plan.schedule.windows)
    assert given is not None and given.join == Fixed(1.0)
    assert given.channels[0].join == Fixed(0.5) and isinstance(given.channels[1].join, Beta)


def test_nobody_brings_anyone_where_nobody_is_asked() -> None:
    plan = made(RATES + CHANNELS)
    given = inputs(plan.settled, plan.schedule.windows)
    assert given is not None and given.invites.mean == 0 and given.refer_last == -1
    assert odds(RATES + CHANNELS).growth is None
    asked = odds(RATES + CHANNELS + "referral: {reward: A book}\n").growth
    assert asked is not None and 0 < asked.low < asked.likely < asked.high


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


def test_a_small_audience_is_drawn_and_says_why() -> None:
    people = "audience: {segments: [{id: a, who: A, reach: 900}]}\nchannels: [{id: mail, reach: 800}]\n"
    found = odds(RATES + people + "referral: {reward: A book}\n")
    assert not found.closed.holds and found.closed.reason == "audience" and found.runs >= 200


def test_the_same_brief_gives_the_same_odds() -> None:
    people = "audience: {segments: [{id: a, who: A, reach: 900}]}\nchannels: [{id: mail, reach: 800}]\n"
    assert odds(RATES + people + GOAL) == odds(RATES + people + GOAL)
