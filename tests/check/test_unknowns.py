"""The assumption that a goal hangs on most is named as the brief writes it, coarsely and finely counted."""

import pytest

from groupplan import pipeline
from groupplan.check.unknowns import hangs_on
from tests.briefs import load

PAYING = "goals: [{id: g, metric: paying_members, target: 60}]\n"
MEMBERS = "goals: [{id: g, metric: members, target: 900}]\nmembers_now: 900\n"
JOINED = "goals: [{id: g, metric: joined, target: 500}]\nreferral: {}\n"
ONE = "channels: [{id: a, reach: 9000}]\n"
TWO = "channels: [{id: a, reach: 9000}, {id: b, reach: 3000..9000}]\n"
OWN = "channels: [{id: a, reach: 9000, join_rate: 20%..60%}, {id: b, reach: 900..1300}]\n"


def _rates(**own: str) -> str:
    """Assumptions in which everything is known but these."""
    known = {
        "scan_rate": "8%",
        "join_rate": "36%",
        "pay_rate": "12%",
        "leave_rate": "10%",
        "accept_rate": "20%",
    }
    return "assumptions: {" + ", ".join(f"{name}: {value}" for name, value in {**known, **own}.items()) + "}"


CASES = {
    "the last rate": (PAYING + ONE + _rates(pay_rate="4%..20%"), "pay_rate"),
    "a common rate": (PAYING + ONE + _rates(join_rate="20%..50%"), "join_rate"),
    "a reach": (PAYING + TWO + _rates(), "b.reach"),
    "a channel's own": (PAYING + OWN + _rates(), "a.join_rate"),
    "leaving": (MEMBERS + ONE + _rates(leave_rate="2%..30%"), "leave_rate"),
    "guests": (JOINED + ONE + _rates(invites="0.5..3"), "invites"),
    "from nothing": (PAYING + ONE + _rates(pay_rate="0..20%", join_rate="20%..50%"), "pay_rate"),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("fine", [False, True])
def test_the_widest_is_named(name: str, fine: bool) -> None:
    text, wanted = CASES[name]
    plan = pipeline.make(load(text), fine=fine)
    assert plan.forecast.odds is not None
    assert hangs_on(plan.forecast.odds.verdicts["g"], plan) == wanted
