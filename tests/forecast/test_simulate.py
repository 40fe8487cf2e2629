"""The simulation: each law drawn as it should be, what has no closed form, and a seed that means the same."""

import math
import random
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from groupplan.forecast.draws import Uniform, binomial, brought, draw, gamma, normal, poisson
from groupplan.forecast.simulate import simulate
from groupplan.model.distribution import Beta, Distribution, Fixed, LogNormal, Pert
from groupplan.model.fits import beta_of, lognormal_of
from groupplan.model.growth import Inputs, Stream

MANY = 6000
PLAN = Inputs(
    horizon=40,
    channels=(Stream("a", lognormal_of(1000, 3000), 0, 20),),
    scan=beta_of(0.03, 0.08),
    seeds=10,
    invites=Fixed(2.0),
    accept=beta_of(0.05, 0.2),
    delay_days=5,
    refer_last=40,
    leave=beta_of(0.05, 0.2),
    rates={"active": Fixed(0.3), "paying": beta_of(0.02, 0.08)},
)


def agrees(numbers: list[float], mean: float, variance: float) -> None:
    """Mean and variance within three and a half standard errors."""
    size = len(numbers)
    middle = sum(numbers) / size
    square = sum((x - middle) ** 2 for x in numbers) / size
    fourth = sum((x - middle) ** 4 for x in numbers) / size
    assert abs(middle - mean) < 3.5 * math.sqrt(variance / size) + 1e-12
    assert abs(square - variance) < 3.5 * math.sqrt((fourth - square**2) / size) + 1e-12


COUNTS: list[tuple[Callable[[Uniform], float], float, float]] = [
    (normal, 0.0, 1.0),
    (lambda rng: gamma(rng, 0.3), 0.3, 0.3),
    (lambda rng: gamma(rng, 7.0), 7.0, 7.0),
    (lambda rng: poisson(rng, 2.5), 2.5, 2.5),
    (lambda rng: poisson(rng, 11.0), 11.0, 11.0),
    (lambda rng: poisson(rng, 900.0), 900.0, 900.0),
    (lambda rng: binomial(rng, 30, 0.07), 2.1, 2.1 * 0.93),
    (lambda rng: binomial(rng, 30, 0.93), 27.9, 2.1 * 0.93),
    (lambda rng: binomial(rng, 40, 0.5), 20.0, 10.0),
    (lambda rng: binomial(rng, 5000, 0.31), 1550.0, 1550.0 * 0.69),
    (lambda rng: brought(rng, 5, 0.6, 0.4), 3.0, 5 * (0.6 + 0.9)),
]


@pytest.mark.parametrize("number", range(len(COUNTS)))
def test_counts_have_their_mean_and_variance(number: int) -> None:
    one, mean, variance = COUNTS[number]
    rng = random.Random(number).random
    agrees([one(rng) for _ in range(MANY)], mean, variance)


def test_counts_have_their_very_distribution() -> None:
    """Chi-square over the cells of Poisson(11) and Binomial(40, 0.3), by the rejection methods."""
    rng = random.Random(3).random
    poissons = [math.exp(-11) * 11**k / math.factorial(k) for k in range(26)]
    binomials = [math.comb(40, k) * 0.3**k * 0.7 ** (40 - k) for k in range(41)]
    ways: list[tuple[Callable[[], int], list[float]]] = [
        (lambda: poisson(rng, 11.0), poissons),
        (lambda: binomial(rng, 40, 0.3), binomials),
    ]
    for one, chances in ways:
        seen = [0] * 200
        for _ in range(20_000):
            seen[one()] += 1
        cells = [(seen[k], 20_000 * p) for k, p in enumerate(chances) if 20_000 * p > 8]
        square = sum((found - wanted) ** 2 / wanted for found, wanted in cells)
        assert square < len(cells) + 3.5 * math.sqrt(2 * len(cells))


@pytest.mark.parametrize(
    "law", [Fixed(3.0), Beta(0.6, 4.0), Beta(30.0, 2.0), LogNormal(1.0, 0.4), Pert(1.0, 2.0, 7.0)]
)
def test_unknowns_are_drawn_from_their_law(law: Distribution) -> None:
    rng = random.Random(8).random
    numbers = [draw(rng, law) for _ in range(MANY)]
    agrees(numbers, law.mean, law.variance)
    for share in (0.1, 0.5, 0.9):
        below = sum(one <= law.quantile(share) for one in numbers) / MANY
        assert law.variance == 0 or abs(below - share) < 3.5 * math.sqrt(share * (1 - share) / MANY)


def test_nobody_and_everybody() -> None:
    rng = random.Random(1).random
    assert (poisson(rng, 0.0), binomial(rng, 0, 0.5), binomial(rng, 9, 0.0), binomial(rng, 9, 1.0)) == (
        0,
        0,
        0,
        9,
    )
    assert (brought(rng, 0, 1.0, 0.4), brought(rng, 3, 0.0, 0.4)) == (0, 0)


def test_extinction_is_the_fixed_point() -> None:
    """A line that one person starts dies out with the least root of the generating function."""
    runs, brings, k = 3000, 1.5, 0.4
    plan = Inputs(horizon=15, seeds=1, invites=Fixed(brings), delay_days=1, refer_last=15)
    root = 0.0
    for _ in range(500):
        root = (1 + brings / k * (1 - root)) ** -k
    drawn = simulate(plan, (15,), runs, 4).samples["joined"][15]
    died = sum(one < 100 for one in drawn) / runs
    assert abs(died - root) < 3 * math.sqrt(root * (1 - root) / runs) + 0.005


@pytest.mark.parametrize("brings", [1.4, 2.0, 3.0])
def test_a_finite_audience_ends_at_the_root(brings: float) -> None:
    audience, seeds = 40_000, 400
    plan = Inputs(
        horizon=45,
        seeds=seeds,
        invites=Fixed(brings),
        delay_days=1,
        refer_last=45,
        audience=audience,
        dispersion=50.0,
    )
    z = 1.0
    for _ in range(500):
        z = 1 - (1 - seeds / audience) * math.exp(-brings * z)
    drawn = simulate(plan, (45,), 12, 2).samples["joined"][45]
    assert sum(drawn) / len(drawn) / audience == pytest.approx(z, abs=0.006)
    assert max(drawn) <= audience


def test_a_large_audience_is_no_audience() -> None:
    free, large = (simulate(replace(PLAN, audience=one), (40,), 1500, 6) for one in (None, 10**7))
    means = [sum(one.samples["joined"][40]) / 1500 for one in (free, large)]
    assert means[1] == pytest.approx(means[0], rel=0.06)


def test_seats_are_never_passed() -> None:
    days = tuple(range(41))
    drawn = simulate(replace(PLAN, seats=60), days, 100, 1).samples["members"]
    assert max(drawn[day][-1] for day in days) == 60


def test_nobody_brings_more_than_the_cap() -> None:
    plan = Inputs(horizon=5, seeds=40, invites=Fixed(3.0), delay_days=5, refer_last=5, cap=2)
    drawn = simulate(plan, (5,), 800, 1).samples["joined"][5]
    share = 3.0 / 3.4
    nothing = math.exp(0.4 * math.log(1 - share))
    mean = (1 - nothing) + (1 - nothing - nothing * share * 0.4)
    assert sum(drawn) / 800 - 40 == pytest.approx(40 * mean, rel=0.02)
    assert max(drawn) <= 120
    assert simulate(replace(plan, cap=0), (5,), 5, 1).samples["joined"][5] == [40] * 5


def test_totals_only_grow_and_hold_together() -> None:
    drawn = simulate(PLAN, PLAN.weekly, 1, 5).samples
    joined, paying = ([drawn[name][day][0] for day in PLAN.weekly] for name in ("joined", "paying"))
    assert (joined, paying) == (sorted(joined), sorted(paying))
    assert all(drawn["active"][day][0] <= drawn["members"][day][0] for day in PLAN.weekly)
    assert all(few <= many for few, many in zip(paying, joined, strict=True))


def test_the_order_of_the_days_does_not_matter() -> None:
    assert simulate(PLAN, (40, 10, 20), 20, 3) == simulate(PLAN, (10, 20, 40), 20, 3)


def test_the_standard_error_is_that_of_a_share() -> None:
    drawn = simulate(PLAN, (40,), 400, 5)
    found = drawn.chance("joined", 40, 120)
    assert found.error == pytest.approx(
        math.sqrt(found.probability * (1 - found.probability) / 400), abs=1e-3
    )
    assert drawn.chance("joined", 40, 0).probability == 1.0
    assert drawn.chance("joined", 40, 0).error > 0


def test_a_seed_means_the_same_everywhere() -> None:
    first, again = (simulate(PLAN, (20, 40), 50, 9) for _ in range(2))
    assert first == again != simulate(PLAN, (20, 40), 50, 10)
    assert first.curve().metrics == GOLDEN


GOLDEN = {
    "joined": ((20, 80.0, 125.0, 236.0), (40, 80.0, 135.0, 263.0)),
    "members": ((20, 74.0, 120.0, 230.0), (40, 64.0, 120.0, 244.0)),
    "active": ((20, 21.0, 39.0, 66.0), (40, 21.0, 36.0, 79.0)),
    "paying": ((20, 2.0, 6.0, 15.0), (40, 2.0, 6.0, 15.0)),
}
