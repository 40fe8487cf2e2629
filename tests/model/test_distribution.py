"""The range somebody writes is the range that is used; functions against values known otherwise."""

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from groupplan.model.distribution import Beta, Distribution, Fixed, LogNormal, Pert
from groupplan.model.fits import (
    beta_of,
    beta_posterior,
    lognormal_of,
)
from groupplan.model.special import beta_cdf, beta_quantile, normal_cdf, normal_quantile, polygamma

SHARES = st.floats(1e-4, 1 - 1e-4)
SIZES = st.floats(1e-2, 1e7)
LAWS = [Beta(2.0, 30.0), Beta(0.5, 0.5), LogNormal(6.0, 0.8), Pert(10.0, 20.0, 90.0), Pert(0.0, 0.0, 5.0)]


@given(SHARES, SHARES)
@settings(max_examples=120, deadline=None)
def test_a_share_has_its_ends_where_they_are_written(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assume(high - low > 0.01 * low * (1 - high))
    law = beta_of(low, high)
    assert (law.cdf(low), law.cdf(high)) == pytest.approx((0.05, 0.95), abs=2e-3)
    assert (law.quantile(0.05), law.quantile(0.95)) == pytest.approx((low, high), rel=1e-3)
    assert low < law.mean < high or law.variance > 0.01


@given(SHARES, st.floats(1.2, 50.0))
@settings(max_examples=80, deadline=None)
def test_a_share_of_ordinary_width_to_ten_digits(low: float, wide: float) -> None:
    high = low * wide
    assume(high < 0.99)
    law = beta_of(low, high)
    assert (law.quantile(0.05), law.quantile(0.95)) == pytest.approx((low, high), rel=1e-8)


@given(SIZES, SIZES)
def test_a_size_has_its_ends_where_they_are_written(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assume(high > low * (1 + 1e-9))
    law = lognormal_of(low, high)
    assert (law.quantile(0.05), law.quantile(0.95)) == pytest.approx((low, high), rel=1e-9)


@pytest.mark.parametrize("fit", [beta_of, lognormal_of])
def test_what_is_known_stays_known(fit: object) -> None:
    assert callable(fit)
    for value in (0.0, 0.3, 1.0):
        assert fit(value, value) == Fixed(value)


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.05), (0.0, 0.999), (0.7, 1.0), (0.001, 1.0)])
def test_an_end_that_is_no_point_leaves_the_other_met(low: float, high: float) -> None:
    law = beta_of(low, high)
    met, share = (high, 0.95) if low == 0 else (low, 0.05)
    assert law.cdf(met) == pytest.approx(share, rel=1e-9)


def test_all_is_possible() -> None:
    assert beta_of(0.0, 1.0) == Beta(1.0, 1.0)
    assert lognormal_of(0.0, 500.0).quantile(0.95) == pytest.approx(500.0)


@pytest.mark.parametrize("law", LAWS)
def test_quantile_and_cdf_undo_each_other(law: Distribution) -> None:
    for share in (0.001, 0.05, 0.37, 0.5, 0.9, 0.999):
        assert law.cdf(law.quantile(share)) == pytest.approx(share, abs=1e-10)


@pytest.mark.parametrize("law", LAWS)
def test_mean_and_variance_are_those_of_the_quantiles(law: Distribution) -> None:
    many = 20_000
    values = [law.quantile((i + 0.5) / many) for i in range(0, many, 10)]
    mean = sum(values) / len(values)
    assert law.mean == pytest.approx(mean, rel=5e-3)
    assert law.variance == pytest.approx(sum((x - mean) ** 2 for x in values) / len(values), rel=0.06)


@pytest.mark.parametrize("law", [Beta(2.5, 30.0), Beta(40.0, 3.0), LogNormal(2.0, 0.5)])
def test_cumulants_of_the_logarithm(law: Beta | LogNormal) -> None:
    many = 4000
    logs = [math.log(law.quantile((i + 0.5) / many)) for i in range(many)]
    mean = sum(logs) / many
    variance = sum((x - mean) ** 2 for x in logs) / many
    assert law.log_mean == pytest.approx(mean, abs=2e-3)
    assert law.log_variance == pytest.approx(variance, rel=0.01)
    assert law.log_skew == pytest.approx(sum((x - mean) ** 3 for x in logs) / many / variance**1.5, abs=0.04)


def test_known_values() -> None:
    assert beta_cdf(2.0, 3.0, 0.4) == pytest.approx(1 - 0.6**4 - 4 * 0.4 * 0.6**3, rel=1e-13)
    assert beta_cdf(0.5, 0.5, 0.3) == pytest.approx(2 / math.pi * math.asin(math.sqrt(0.3)), rel=1e-12)
    assert beta_quantile(1.0, 5.0, 0.95) == pytest.approx(1 - 0.05**0.2, rel=1e-12)
    assert normal_quantile(0.975) == pytest.approx(1.959963984540054, rel=1e-14)
    assert normal_quantile(1e-9) == pytest.approx(-5.997807015007686, rel=1e-13)
    assert polygamma(1.0) == pytest.approx(
        (-0.5772156649015329, math.pi**2 / 6, -2.4041138063191885), rel=1e-12
    )


@given(st.floats(1e-12, 1 - 1e-12))
def test_normal_there_and_back(share: float) -> None:
    assert normal_cdf(normal_quantile(share)) == pytest.approx(share, rel=1e-12)


@given(st.integers(0, 200), st.integers(0, 200))
def test_posterior_in_closed_form(hits: int, misses: int) -> None:
    law = beta_posterior(hits, hits + misses, (2.0, 3.0))
    assert law.mean == pytest.approx((2 + hits) / (5 + hits + misses))
    total = 5 + hits + misses
    assert law.variance == pytest.approx((2 + hits) * (3 + misses) / (total**2 * (total + 1)))
    assert beta_posterior(hits, hits + misses) == Beta(0.5 + hits, 0.5 + misses)
