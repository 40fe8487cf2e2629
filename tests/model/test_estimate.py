"""Wilson's interval against figures found by bisecting the score test to 40 digits; sums and products."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.estimate import Z90, Estimate, exactly, observed


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (0, 20, 0.0, 0.119158),
        (1, 10, 0.022635, 0.347719),
        (50, 100, 0.418848, 0.581152),
        (10, 10, 0.787058, 1.0),
        (260, 430, 0.565330, 0.642663),
        (15, 148, 0.067443, 0.149573),
    ],
)
def test_wilson_at_ninety_per_cent(hits: int, of: int, low: float, high: float) -> None:
    found = observed(hits, of)
    assert (found.low, found.likely, found.high) == pytest.approx((low, hits / of, high), abs=5e-7)


@given(st.integers(1, 100_000), st.data())
def test_both_bounds_solve_the_score_equation(of: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, of))
    found = observed(hits, of)
    assert 0 <= found.low <= found.likely <= found.high <= 1
    for bound in (found.low, found.high):
        if 0 < bound < 1 and not math.isclose(bound, found.likely):
            spread = Z90 * math.sqrt(bound * (1 - bound) / of)
            assert abs(found.likely - bound) == pytest.approx(spread, rel=1e-6)


@given(st.integers(0, 50), st.integers(0, 50))
def test_more_trials_narrow_the_interval(hits: int, misses: int) -> None:
    few, many = observed(hits + 1, hits + misses + 2), observed(9 * (hits + 1), 9 * (hits + misses + 2))
    assert many.high - many.low < few.high - few.low


def test_estimates_add_bound_by_bound() -> None:
    one, two = Estimate(1, 2, 4), Estimate(10, 20, 30)
    assert one + two == Estimate(11, 22, 34)
    assert exactly(5).exact and not one.exact


def test_a_product_of_two_unknowns_is_that_of_two_log_normals() -> None:
    found = Estimate(1, 2, 4) * Estimate(10, 20, 40)
    middle, wide = math.sqrt(1 * 4 * 10 * 40), math.exp(math.hypot(math.log(4), math.log(4)) / 2)
    assert (found.low, found.likely, found.high) == pytest.approx((middle / wide, 40, middle * wide))
    assert Estimate(1, 2, 4) * exactly(3) == Estimate(3, 6, 12)
    assert Estimate(0, 2, 4) * Estimate(1, 2, 3) == Estimate(0, 4, 12)
