"""Bars on the basis of the chance that is named."""

from hypothesis import given
from hypothesis import strategies as st

from groupplan.forecast.basis import anchored, moved
from groupplan.model.growth import Bar

CHANCES = st.floats(0.0, 1.0)


@given(CHANCES, CHANCES, CHANCES)
def test_a_moved_chance_is_a_chance_and_keeps_its_order(share: float, before: float, after: float) -> None:
    found = moved(share, before, after)
    assert 0.0 <= found <= 1.0
    assert moved(share, before, before) == share
    assert moved(min(1.0, share + 0.01), before, after) >= found


@given(CHANCES, CHANCES, CHANCES, CHANCES)
def test_the_chance_lies_within_every_bar(low: float, high: float, before: float, after: float) -> None:
    for name in ("join", "leave"):
        (bar,) = anchored([Bar(name, low, high)], before, after)
        assert min(bar.low, bar.high) <= after <= max(bar.low, bar.high)


def test_the_formula_s_chance_is_moved_onto_the_one_named() -> None:
    assert abs(moved(0.7, 0.7, 0.9) - 0.9) < 1e-9


def test_what_hurts_further_out_than_the_end_hurts_on_the_right_side() -> None:
    (leave,) = anchored([Bar("leave", 0.94, 0.94)], 0.9, 0.9)
    assert (leave.low, leave.high) == (0.94, 0.9)
    (join,) = anchored([Bar("join", 0.94, 0.94)], 0.9, 0.9)
    assert (join.low, join.high) == (0.9, 0.94)
