"""Figures that are drawn: what may be an accident of the draws is no change."""

import pytest
from msgspec.structs import replace

from groupplan.compare import compare
from groupplan.compare.drawn import accidental, drawn_from
from groupplan.model.estimate import Estimate
from groupplan.model.plan import Plan
from tests.compare.plans import kinds, plan

CAP = "groups: [{id: main, kind: community, size: 150, count: 2}]\n"
"""Seats that do not suffice have no closed form, so that the odds are drawn."""


def _drawn(*settings: str, comment: str = "") -> Plan:
    found = plan(*settings, after=CAP + comment)
    assert found.forecast.odds is not None and found.forecast.odds.runs, "the odds are not drawn"
    return found


def test_the_text_that_seeds_the_draws_is_no_input() -> None:
    assert drawn_from(_drawn()) == drawn_from(_drawn(comment="# other\n"))
    assert drawn_from(_drawn()) != drawn_from(_drawn("channels.moments.reach=9000"))


@pytest.mark.parametrize("comment", [f"# {number}\n" for number in range(4)])
def test_other_draws_are_no_other_figures(comment: str) -> None:
    found = compare(_drawn(), _drawn("revision=4", comment=comment))
    told = {"step", "head-kept", "head-paying", "goal-expected", "chance-up", "chance-down", "new-warning"}
    assert not kinds(found) & told


def test_a_figure_far_off_is_no_accident() -> None:
    old, new = _drawn(), _drawn("channels.moments.reach=4000..5001")
    near, far = Estimate(90.0, 100.0, 110.0), Estimate(140.0, 150.0, 160.0)
    assert accidental(near, replace(near, likely=100.1), old, new)
    assert not accidental(near, far, old, new)


def test_figures_of_a_formula_are_never_accidents() -> None:
    one = Estimate(90.0, 100.0, 110.0)
    assert not accidental(one, replace(one, likely=101.0), plan(), plan("channels.moments.reach=9000"))
