"""Odds: against long simulations, honest about what it does not know, monotone, and the same everywhere."""

import math
import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from groupplan.forecast.closed import linear
from groupplan.forecast.grid import COARSE, FINE, Grade, lay
from groupplan.forecast.odds import chance, curve, needed, tornado
from groupplan.forecast.simulate import Runs, simulate
from groupplan.model.distribution import Fixed
from groupplan.model.fits import beta_of, beta_posterior, lognormal_of
from groupplan.model.growth import Inputs, Stream

PLAN = Inputs(
    horizon=60,
    channels=(
        Stream("post", lognormal_of(2000, 5000), 0, 20),
        Stream("shop", lognormal_of(500, 3000), 0, 20),
    ),
    scan=beta_of(0.03, 0.08),
    join=beta_of(0.4, 0.7),
    seeds=20,
    invites=lognormal_of(0.5, 3),
    accept=beta_of(0.05, 0.25),
    delay_days=5,
    refer_first=10,
    refer_last=45,
    leave=beta_of(0.03, 0.12),
    rates={"active": beta_of(0.1, 0.3), "paying": beta_of(0.01, 0.05)},
)
RUNS = 4000
PLANS = {
    "several unknowns": PLAN,
    "members before": replace(PLAN, members_now=600, seeds=0),
    "windows apart": replace(
        PLAN, channels=(PLAN.channels[0], Stream("late", lognormal_of(900, 4000), 15, 50))
    ),
    "nothing unknown": replace(
        PLAN,
        channels=(Stream("post", Fixed(3000.0), 0, 20),),
        scan=Fixed(0.05),
        join=Fixed(0.5),
        invites=Fixed(1.5),
        accept=Fixed(0.2),
        leave=Fixed(0.1),
        rates={"active": Fixed(0.2), "paying": Fixed(0.06)},
    ),
}


@cache
def drawn_from(name: str) -> Runs:
    return simulate(PLANS[name], (30, 60), RUNS, 11)


@pytest.mark.parametrize("grade", [FINE, COARSE])
@pytest.mark.parametrize("name", PLANS)
def test_chances_are_those_of_the_simulation(name: str, grade: Grade) -> None:
    drawn, grid = drawn_from(name), lay(PLANS[name], (60,), grade)
    for metric, days in drawn.samples.items():
        for share in (0.05, 0.2, 0.5, 0.8, 0.95):
            target = days[60][int(share * RUNS)]
            seen, found = drawn.chance(metric, 60, target), chance(grid, metric, 60, target)
            assert abs(seen.probability - found.probability) < found.error + 3 * seen.error, (metric, target)
            assert (seen.method, found.method) == ("simulated", "closed")


@pytest.mark.parametrize("name", PLANS)
def test_the_curve_is_that_of_the_simulation(name: str) -> None:
    drawn = drawn_from(name).curve().metrics
    for metric, points in curve(lay(PLANS[name], (30, 60))).metrics.items():
        for point, seen in zip(points, drawn[metric], strict=True):
            assert point == pytest.approx(seen, rel=0.06, abs=1.0), metric


def test_the_range_covers_as_often_as_it_says() -> None:
    """300 groups whose true rates are known: nine in ten must end within the forecast's 90 %."""
    rng, inside, truths = random.Random(5), 0, 300
    for number in range(truths):
        scan, join = rng.betavariate(3, 40), rng.betavariate(6, 5)
        reached, scanned = 400, sum(rng.random() < scan for _ in range(400))
        joined = sum(rng.random() < join for _ in range(scanned))
        known = Inputs(
            horizon=27,
            channels=(Stream("all", lognormal_of(1500, 6000), 0, 27),),
            scan=beta_posterior(scanned, reached),
            join=beta_posterior(joined, scanned),
            seeds=10,
        )
        truth = replace(known, scan=Fixed(scan), join=Fixed(join))
        (came,) = simulate(truth, (27,), 1, number).samples["joined"][27]
        grid = lay(known, (27,), COARSE)
        least, more = (chance(grid, "joined", 27, came + extra).probability for extra in (0, 1))
        inside += 0.05 < (least + more) / 2 < 0.95
    error = math.sqrt(0.9 * 0.1 / truths)
    assert abs(inside / truths - 0.9) < 2.6 * error


def test_uncertainty_is_not_halved_by_counting_a_common_rate_twice() -> None:
    shared = replace(PLAN, invites=Fixed(0.0), seeds=0)
    alone = replace(
        shared,
        scan=Fixed(1.0),
        channels=tuple(replace(channel, scan=PLAN.scan) for channel in PLAN.channels),
    )
    wide, narrow = (curve(lay(plan, (60,))).metrics["joined"][0] for plan in (shared, alone))
    assert wide[3] / wide[1] > narrow[3] / narrow[1]


@given(st.floats(1.0, 4.0), st.sampled_from(["joined", "members", "active", "paying"]), st.floats(0.3, 2.0))
@settings(max_examples=40, deadline=None)
def test_more_reach_never_lowers_a_chance(factor: float, metric: str, of: float) -> None:
    more = tuple(
        replace(one, reach=lognormal_of(one.reach.quantile(0.05) * factor, one.reach.quantile(0.95) * factor))
        for one in PLAN.channels
    )
    today, grown = lay(PLAN, (60,), COARSE), lay(replace(PLAN, channels=more), (60,), COARSE)
    target = of * curve(today).metrics[metric][0][2]
    assert (
        chance(grown, metric, 60, target).probability >= chance(today, metric, 60, target).probability - 1e-3
    )


def test_a_higher_target_is_never_likelier() -> None:
    grid = lay(PLAN, (60,))
    for metric in ("joined", "active", "paying"):
        chances = [
            chance(grid, metric, 60, target).probability for target in (0, 1, 5, 29, 31, 80, 200, 500, 3000)
        ]
        assert chances == sorted(chances, reverse=True)
        assert chances[0] == 1.0 and chances[-1] < 1e-3


def test_what_is_needed_gives_the_chance() -> None:
    grid = lay(PLAN, (60,))
    need = needed(grid, "joined", 60, 400)
    assert need.factor > 1 and need.binding == ""
    assert need.reach == pytest.approx(need.factor * sum(one.reach.mean for one in PLAN.channels), rel=1e-3)
    more = tuple(
        replace(
            one,
            reach=lognormal_of(*(one.reach.quantile(p) * need.factor for p in (0.05, 0.95))),
        )
        for one in PLAN.channels
    )
    assert chance(lay(replace(PLAN, channels=more), (60,)), "joined", 60, 400).probability == pytest.approx(
        0.8, abs=5e-3
    )
    assert needed(grid, "joined", 60, 30).factor == 1.0
    assert needed(grid, "joined", 60, 400, 0.95).factor > need.factor


def test_what_stands_in_the_way() -> None:
    assert needed(lay(replace(PLAN, audience=300), (60,)), "joined", 60, 400).binding == "audience"
    assert needed(lay(replace(PLAN, seats=200), (60,)), "joined", 60, 400).binding == "seats"
    nobody = replace(PLAN, channels=())
    assert needed(lay(nobody, (60,)), "joined", 60, 400).binding == "inflow"
    assert needed(lay(replace(PLAN, rates={"paying": Fixed(0.0)}), (60,)), "paying", 60, 1).factor == math.inf


def test_the_tornado_names_every_unknown_once() -> None:
    bars = tornado(PLAN, "paying", 60, 9)
    names = {"paying", "scan", "join", "invites", "accept", "post.reach", "shop.reach", "leave"}
    assert {bar.name for bar in bars} == names
    assert [abs(bar.high - bar.low) for bar in bars] == sorted(
        (abs(b.high - b.low) for b in bars), reverse=True
    )
    assert bars[0].name == "paying"
    assert all(bar.low <= bar.high for bar in bars if bar.name != "leave")
    assert tornado(PLANS["nothing unknown"], "joined", 60, 90) == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"audience": 1_000_000}, ""),
        ({"audience": 900}, "audience"),
        ({"seats": 5000}, ""),
        ({"seats": 150}, "seats"),
        ({"cap": 50}, ""),
        ({"cap": 1}, "cap"),
        ({"invites": lognormal_of(4, 12)}, "runaway"),
        ({"channels": (), "invites": Fixed(0.0), "seeds": 5}, "few"),
    ],
)
def test_where_the_closed_form_does_not_hold_it_says_so(change: dict[str, object], reason: str) -> None:
    found = linear(replace(PLAN, **change))
    assert (found.holds, found.reason) == (not reason, reason)


ZEROS: list[dict[str, object]] = [
    {"channels": ()},
    {"seeds": 0},
    {"channels": (), "seeds": 0},
    {"scan": Fixed(0.0)},
    {"invites": Fixed(0.0)},
    {"accept": Fixed(0.0)},
    {"leave": Fixed(1.0)},
    {"leave": beta_of(0.0, 1.0)},
    {"horizon": 0},
    {"invites": lognormal_of(40, 300), "accept": Fixed(1.0), "delay_days": 1, "refer_first": 0},
    {"delay_days": 0},
    {"refer_last": -1},
    {"refer_first": 99, "refer_last": 120},
    {"rates": {"paying": Fixed(0.0), "active": Fixed(1.0)}},
    {"channels": (Stream("a", lognormal_of(0, 900), 0, 20, beta_of(0.0, 0.2)),)},
    {"channels": (Stream("a", Fixed(0.0), 0, 20), Stream("b", lognormal_of(5, 9), 30, 20))},
]


@pytest.mark.parametrize("change", ZEROS)
def test_nothing_breaks_on_nothing(change: dict[str, object]) -> None:
    plan = replace(PLAN, **change)
    for grade in (FINE, COARSE):
        grid = lay(plan, plan.weekly, grade)
        for points in curve(grid).metrics.values():
            assert all(0 <= low <= middle <= high < math.inf for _, low, middle, high in points)
        for metric in ("joined", "members", *plan.rates):
            assert 0 <= chance(grid, metric, plan.horizon, 10).probability <= 1
            assert needed(grid, metric, plan.horizon, 10).factor >= 1
    tornado(plan, "joined", plan.horizon, 10)
    linear(plan)
    simulate(plan, plan.weekly, 3, 1).curve()


@pytest.mark.parametrize("delay", [1, 7, 60, 400])
@pytest.mark.parametrize("day", [0, 1, 6])
def test_a_few_days_do_not_leave_the_range_of_numbers(day: int, delay: int) -> None:
    plan = replace(PLAN, delay_days=delay, invites=lognormal_of(40, 300))
    assert 0 <= chance(lay(plan, (day,), COARSE), "joined", day, 10).probability <= 1
    tornado(plan, "joined", day, 10)


def test_points_never_turn_back_however_skewed() -> None:
    wide = Stream("a", lognormal_of(1, 900_000_000), 0, 7, beta_of(0.0, 1.0), beta_of(0.0, 1.0))
    for there in (0, 100_000):
        plan = replace(PLAN, channels=(wide,), members_now=there, horizon=7)
        for grade in (FINE, COARSE):
            for points in curve(lay(plan, (7,), grade)).metrics.values():
                assert all(low <= middle <= high for _, low, middle, high in points)


def test_a_guardrail_is_in_every_bar() -> None:
    free = {bar.name: bar for bar in tornado(PLAN, "joined", 60, 200)}
    kept = PLAN.leave.cdf(0.08 * 1.001)
    for bar in tornado(PLAN, "joined", 60, 200, COARSE, 0.08):
        if bar.name == "leave":
            assert (bar.low, bar.high) == (free["leave"].low, 0.0)
        else:
            assert bar.low == pytest.approx(free[bar.name].low * kept, abs=2e-4)


def test_weeks_end_with_the_plan() -> None:
    assert replace(PLAN, horizon=16).weekly == (6, 13, 16)
    assert replace(PLAN, horizon=13).weekly == (6, 13)
    assert replace(PLAN, horizon=0).weekly == (0,)


def test_the_same_numbers_on_every_machine() -> None:
    found = curve(lay(PLAN, (13, 34, 60))).metrics
    assert found == GOLDEN
    grid = lay(PLAN, (60,))
    assert chance(grid, "joined", 60, 300).probability == GOLDEN_CHANCE
    assert needed(grid, "paying", 60, 9).factor == GOLDEN_FACTOR


GOLDEN = {
    "joined": ((13, 66.0, 104.0, 166.0), (34, 106.0, 181.0, 318.0), (60, 106.0, 181.0, 322.0)),
    "members": ((13, 64.0, 102.0, 163.0), (34, 100.0, 171.0, 303.0), (60, 94.0, 161.0, 288.0)),
    "active": ((13, 9.0, 19.0, 36.0), (34, 15.0, 31.0, 64.0), (60, 14.0, 29.0, 61.0)),
    "paying": ((13, 1.0, 2.0, 7.0), (34, 1.0, 4.0, 11.0), (60, 1.0, 4.0, 11.0)),
}
GOLDEN_CHANCE = 0.1291
GOLDEN_FACTOR = 4.091
