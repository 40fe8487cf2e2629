"""No brief that is valid, however odd its dates and figures, ends in anything but numbers."""

import math
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan.model.outlook import Odds
from groupplan.render import render
from tests.briefs import alone

OPENS = date(2027, 3, 1)
SHARES = st.sampled_from(["0%", "100%", "0%..100%", "0.001%..0.002%", "99.9%..100%", "1%..80%", "7%"])
SIZES = st.sampled_from(["0", "1", "1..900000000", "900000000", "0..1", "899999999..900000000", "300..400"])
METRICS = ("joined", "members", "active_weekly", "retained_d30", "completed", "paying_members", "revenue")
DAYS = st.integers(-40, 40)


@st.composite
def briefs(draw: st.DrawFn) -> str:
    """Spans of one day, reach without bounds, rates of nothing and all, deadlines anywhere."""
    length = draw(st.sampled_from([0, 1, 6, 20, 400]))
    opens = {"opens": OPENS, "closes": OPENS + timedelta(days=length)}
    rates = {
        name: draw(SHARES) for name in ("scan_rate", "join_rate", "pay_rate", "active_rate", "leave_rate")
    }
    most = draw(st.sampled_from(["0%", "5%", "100%"]))
    guard = f", guardrail: {{metric: leave_rate, max: {most}}}"
    goals = [
        f"{{id: g{number}, metric: {metric}, target: {draw(st.sampled_from([0, 1, 30, 900000000]))}, "
        f"deadline: {OPENS + timedelta(days=draw(DAYS))}{draw(st.sampled_from(['', guard]))}}}"
        for number, metric in enumerate(draw(st.lists(st.sampled_from(METRICS), min_size=1, max_size=3)))
    ]
    own = draw(st.sampled_from(["", f", join_rate: {draw(SHARES)}"]))
    channels = [f"{{id: c{n}, reach: {draw(SIZES)}{own}}}" for n in range(draw(st.integers(1, 2)))]
    offer = draw(st.sampled_from(["", "offers: [{id: o, name: O, price: USD 0.01}]\n"]))
    refer = draw(st.sampled_from(["", "referral: {reward: A book}\n"]))
    people = draw(st.sampled_from(["", "audience: {segments: [{id: s, who: S, reach: 40}]}\n"]))
    return (
        "".join(f"{name}: {day}\n" for name, day in opens.items())
        + f"members_now: {draw(st.sampled_from([0, 1, 100000]))}\n"
        + f"assumptions: {{{', '.join(f'{name}: {one}' for name, one in rates.items())}}}\n"
        + f"goals: [{', '.join(goals)}]\nchannels: [{', '.join(channels)}]\n{offer}{refer}{people}"
    )


def sound(found: Odds) -> None:
    """Chances are chances, and everything counted is a number of people."""
    for line in (*found.curves.values(), *((one.mark,) for one in found.verdicts.values())):
        for _, low, middle, high in line:
            assert 0 <= low <= middle <= high < math.inf
    for one in found.verdicts.values():
        assert 0 <= one.probability <= 1 and one.need is not None and one.need.factor >= 1
        for bar in one.swings:
            assert min(bar.low, bar.high) <= one.probability <= max(bar.low, bar.high)


@given(briefs())
@settings(max_examples=60, deadline=None)
def test_every_valid_brief_has_odds_or_says_why_not(text: str) -> None:
    plan = alone(text)
    found = plan.forecast.odds
    if found is not None:
        sound(found)
        assert {*found.verdicts, *found.left_out} == {goal.id for goal in plan.settled.goals}
    render(plan, "md")
