"""The closed form against other closed forms, against enumeration and against the simulation."""

import math

import pytest
from msgspec.structs import replace

from groupplan.forecast.growth import daily, moments, thinned
from groupplan.forecast.simulate import simulate
from groupplan.model.distribution import Fixed
from groupplan.model.growth import Inputs, Stream

ALWAYS = Inputs(horizon=60, seeds=1, invites=Fixed(0.5), delay_days=1, refer_last=60)
PLAN = Inputs(
    horizon=60,
    channels=(Stream("a", Fixed(150.0), 0, 20), Stream("b", Fixed(60.0), 15, 44)),
    seeds=12,
    invites=Fixed(2.0),
    accept=Fixed(0.2),
    delay_days=4,
    refer_first=9,
    refer_last=38,
    leave=Fixed(0.2),
    rates={"active": Fixed(0.3), "paying": Fixed(0.05)},
)
OTHERS = [
    PLAN,
    replace(PLAN, members_now=80, seeds=0, refer_first=20),
    replace(PLAN, invites=Fixed(6.0), refer_first=0, refer_last=33, dispersion=2.0),
    replace(PLAN, delay_days=1, invites=Fixed(3.0), refer_first=0, leave=Fixed(0.6), refer_last=60),
]


@pytest.mark.parametrize("brings", [0.1, 0.5, 0.8])
def test_total_progeny(brings: float) -> None:
    plan = replace(ALWAYS, horizon=400, refer_last=400)
    ((mean, variance),) = moments(plan, [400], [], brings, 0.0, {})["joined"]
    uneven = brings + brings**2 / plan.dispersion
    assert mean == pytest.approx(1 / (1 - brings), rel=1e-9)
    assert variance == pytest.approx(uneven / (1 - brings) ** 3, rel=1e-9)


def test_generations_one_by_one() -> None:
    found = moments(replace(ALWAYS, delay_days=7), [6, 7, 13, 14, 60], [], 0.5, 0.0, {})["joined"]
    assert [mean for mean, _ in found] == pytest.approx([1, 1.5, 1.5, 1.75, sum(0.5**i for i in range(9))])


def test_channels_alone_are_poisson() -> None:
    plan = replace(PLAN, seeds=0, refer_last=-1)
    found = moments(plan, [0, 20, 60], [84.0, 30.0], 0.0, 0.0, {"paying": 0.25})
    assert [variance for _, variance in found["joined"]] == pytest.approx([4.0, 90.0, 114.0])
    assert [mean for mean, _ in found["joined"]] == pytest.approx([4.0, 90.0, 114.0])
    assert found["paying"][2] == pytest.approx((28.5, 28.5))


def test_seeds_leave_as_a_binomial() -> None:
    plan = replace(PLAN, channels=(), seeds=30, members_now=10, refer_last=-1, leave_days=60)
    ((mean, variance),) = moments(plan, [60], [], 0.0, 0.2, {})["members"]
    assert (mean, variance) == pytest.approx((32.0, 40 * 0.8 * 0.2))


def test_a_chain_of_binomials_is_one_binomial() -> None:
    found = thinned(thinned((100.0, 0.0), 0.4), 0.5)
    assert found == pytest.approx((20.0, 100 * 0.2 * 0.8))


def test_leaving_and_guests_by_enumeration() -> None:
    """One seed, two days, guests after one day: every case by hand."""
    plan = replace(ALWAYS, seeds=1, horizon=1, refer_last=1)
    stay = daily(0.3, 1)
    ((mean, variance),) = moments(replace(plan, leave_days=1), [1], [], 0.5, 0.3, {})["members"]
    uneven = 0.5 + 0.25 / plan.dispersion
    assert (mean, variance) == pytest.approx((stay + 0.5, stay * (1 - stay) + uneven))


def test_affine_in_the_inflow() -> None:
    def at(x: float) -> tuple[float, float]:
        return moments(PLAN, [50], [x, 2 * x], 0.4, 0.2, {})["members"][0]

    nothing, one, ten = at(0.0), at(1.0), at(10.0)
    assert ten == pytest.approx([a + 10 * (b - a) for a, b in zip(nothing, one, strict=True)])


@pytest.mark.parametrize("number", range(len(OTHERS)))
def test_mean_and_variance_of_the_simulation(number: int) -> None:
    plan, runs, days = OTHERS[number], 2500, (12, 40, 60)
    brings = plan.invites.mean * plan.accept.mean
    inflow = [channel.reach.mean for channel in plan.channels]
    rates = {name: law.mean for name, law in plan.rates.items()}
    exact = moments(plan, days, inflow, brings, plan.leave.mean, rates)
    drawn = simulate(plan, days, runs, 1)
    for metric, line in exact.items():
        for day, (mean, variance) in zip(days, line, strict=True):
            numbers = drawn.samples[metric][day]
            middle = sum(numbers) / runs
            square = sum((x - middle) ** 2 for x in numbers) / (runs - 1)
            fourth = sum((x - middle) ** 4 for x in numbers) / runs
            assert abs(middle - mean) < 3 * math.sqrt(variance / runs) + 1e-9, (metric, day)
            assert abs(square - variance) < 3 * math.sqrt((fourth - square**2) / runs) + 1e-9, (metric, day)


def test_a_window_outside_the_days_asked_gives_nobody() -> None:
    plan = replace(
        PLAN, channels=(Stream("late", Fixed(9.0), 70, 80), Stream("none", Fixed(9.0), 5, 4)), seeds=0
    )
    assert moments(plan, [60], [9.0, 9.0], 0.4, 0.2, {})["joined"] == [(0.0, 0.0)]
