"""The funnel by hand: reach, scans, joins, and what comes of them."""

import pytest

from groupplan.forecast.funnel import entering, funnel
from groupplan.model.estimate import Estimate, exactly
from groupplan.model.forecast import Forecast
from tests.briefs import alone

RATES = """assumptions: {scan_rate: 10%, join_rate: 50%, active_rate: 40%, retained_d30: 30%,
  completion_rate: 25%, pay_rate: 20%, invites: 0.2, accept_rate: 25%, leave_rate: 10%}
seeds: {count: 20}
"""
REACH = "channels: [{id: mail, reach: 3000}, {id: shop, reach: 1000}]\n"


def bounds(found: Estimate) -> tuple[float, float, float]:
    return found.low, found.likely, found.high


def forecast(text: str) -> Forecast:
    return alone(text).forecast


def test_every_step_by_hand() -> None:
    found = forecast(RATES + REACH)
    settled = alone(RATES + REACH).settled
    steps = {step.id: step.people for step in funnel(settled, entering(settled), known=True)}
    assert {name: steps[name] for name in steps if not name.startswith(("back", "kept"))} == {
        "reach": exactly(4000),
        "scanned": exactly(400),
        "joined": exactly(220),
        "active": exactly(88),
        "completed": exactly(55),
        "paying": exactly(44),
        "referred": exactly(11),
    }
    assert (found.joins, found.joins_from) == (exactly(220), "reach")


def test_a_product_of_ranges_is_narrower_than_bound_by_bound() -> None:
    rates = "assumptions: {scan_rate: 10%..20%, join_rate: 50%..60%}\nseeds: {count: 0}\n"
    low, likely, high = bounds(forecast(f"{rates}channels: [{{id: a, reach: 100..200}}]").joins)
    assert likely == pytest.approx(150 * 0.15 * 0.55)
    assert 100 * 0.1 * 0.5 < low < likely < high < 200 * 0.2 * 0.6


def test_channels_are_counted_instead_of_segments() -> None:
    people = "audience: {segments: [{id: a, who: A, reach: 50000}]}\n"
    assert forecast(RATES + REACH + people).people("reach") == exactly(4000)
    assert forecast(RATES + people).people("reach") == exactly(50000)


def test_members_who_are_there_count_in_later_steps_but_did_not_join() -> None:
    settled = alone(RATES + REACH + "members_now: 80").settled
    steps = {step.id: step.people for step in funnel(settled, entering(settled), known=True)}
    assert steps["joined"] == exactly(220)
    assert steps["active"] == exactly(120)
    assert steps["paying"] == exactly(60)


def test_where_odds_are_counted_the_funnel_shows_the_same_numbers() -> None:
    goals = "goals: [{id: pay, metric: paying_members, target: 40, deadline: 2027-03-14, primary: true}]\n"
    found = forecast(RATES.replace("pay_rate: 20%", "pay_rate: 15%..25%") + REACH + goals)
    assert found.odds is not None
    steps = {step.id: step for step in found.steps}
    for step, mark in (
        ("joined", found.odds.curves["joined"][-1]),
        ("active", found.odds.curves["active"][-1]),
        ("paying", found.odds.verdicts["pay"].mark),
    ):
        people = steps[step].people
        assert people is not None and steps[step].counted and bounds(people) == mark[1:]


def test_what_the_odds_do_not_count_follows_those_who_join() -> None:
    found = forecast(RATES + REACH + "referral: {reward: A book}\n")
    done = found.people("completed")
    assert found.odds is not None and done is not None
    assert done.likely == pytest.approx(0.25 * found.odds.curves["joined"][-1][2])


def test_without_reach_the_joins_are_those_the_primary_goal_takes() -> None:
    goals = """goals:
  - {id: many, metric: joined, target: 999}
  - {id: pay, metric: paying_members, target: 60, primary: true}"""
    found = forecast(RATES + goals)
    assert (found.joins, found.joins_from) == (exactly(300), "goal")
    assert (found.people("reach"), found.people("scanned")) == (None, None)
    assert found.people("paying") == exactly(60)


def test_a_goal_that_cannot_be_counted_is_passed_over() -> None:
    goals = """goals:
  - {id: odd, metric: custom, name: Odd, target: 5, primary: true}
  - {id: many, metric: joined, target: 70}"""
    assert (forecast(RATES + goals).joins, forecast(RATES + goals).joins_from) == (exactly(70), "goal")


def test_without_reach_and_goal_one_full_group_is_assumed() -> None:
    found = forecast(RATES + "groups: [{id: team, kind: staff, size: 9}, {id: main, size: 90}]")
    assert (found.joins, found.joins_from) == (exactly(88), "size")  # 90 seats less two for staff
    assert found.groups[1].needed == 1


def test_a_reach_of_nobody_is_an_unknown_reach() -> None:
    assert forecast(RATES + "channels: [{id: mail, reach: 0}]").joins_from == "size"
