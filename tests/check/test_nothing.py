"""Nothing divides by nothing: briefs full of zeros, and briefs without any number, give a plan."""

import math
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan import papers, pipeline
from groupplan.model.choices import METRICS
from groupplan.model.plan import Plan
from tests.briefs import load, make

ZERO = st.sampled_from(["0", "0..0", "0..3", "1", "{low: 0, likely: 0, high: 9}"])
SHARE = st.sampled_from(["0", "0%", "0..5%", "100%", "0..100%", "{low: 0, likely: 0, high: 20%}", "0.001%"])
GUESTS = st.sampled_from(["0", "0..0.1", "0..2", "3..9", "{low: 0, likely: 1, high: 2}"])
WHOLE = st.sampled_from(["0", "1", "2"])
MONEY = st.sampled_from(["0元", "0.01元", "999元"])
RATES = ("scan_rate", "join_rate", "active_rate", "retained_d30", "completion_rate", "pay_rate", "leave_rate")
METRIC = st.sampled_from(tuple(METRICS))
NONSENSE = re.compile(r"(?<![\w-])[+-]?(?:nan|inf|None)(?:%|\b)(?= ?[|<）)])")
Texts = st.SearchStrategy[str]


def _flow(values: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items()) + "}"


def _some(fields: dict[str, Texts], **given: str) -> Texts:
    """A mapping with what is given and any of the fields."""
    return st.fixed_dictionaries({}, optional=fields).map(lambda found: _flow({**given, **found}))


def _list(*parts: Texts) -> Texts:
    """Any of the parts, in their order."""
    return st.tuples(*(st.just("") | part for part in parts)).map(
        lambda found: "[" + ", ".join(one for one in found if one) + "]"
    )


def _channel(name: str) -> Texts:
    return _some({"reach": ZERO, "scan_rate": SHARE, "join_rate": SHARE, "cost": MONEY}, id=name)


def _goal(name: str) -> Texts:
    chance, guard = st.sampled_from(["0", "50%", "100%"]), st.just("{metric: leave_rate, max: 0}")
    fields = {"target": ZERO, "baseline": ZERO, "chance": chance, "guardrail": guard}
    return METRIC.flatmap(lambda metric: _some(fields, id=name, metric=metric, name="x"))


SCENARIOS = "[{id: a, like: cautious}, {id: b, like: bold, reach: 0.0001, assumptions: {pay_rate: 0}}]"
PARTS: dict[str, Texts] = {
    "members_now": WHOLE,
    "seeds": _some({"count": WHOLE}),
    "audience": ZERO.map(lambda reach: f"{{segments: [{{id: s, who: x, reach: {reach}}}]}}"),
    "channels": _list(_channel("c"), _channel("d")),
    "groups": _list(_some({"size": WHOLE, "count": WHOLE}, id="main")),
    "goals": _list(_goal("g"), _goal("h")),
    "history": _some({name: st.just("0") for name in ("reach", "scanned", "joined", "paid", "referred")}),
    "assumptions": _some(
        {**dict.fromkeys(RATES, SHARE), "invites": GUESTS, "accept_rate": SHARE, "refer_delay": st.just("0d")}
    ),
    "roles": st.sampled_from(["[]", "[{id: a, name: x, duties: [owner], hours_week: 0.01}]"]),
    "offers": _list(
        _some({"price": MONEY, "cost": MONEY, "limit": WHOLE, "refund_rate": SHARE}, id="o", name="x")
    ),
    "referral": st.sampled_from(["{}", "{cap: 0, value: 0元}", "{cap: 1, value: 3元}"]),
    "rewards": _list(_some({"value": MONEY, "quantity": WHOLE}, id="r", name="x")),
    "budget": _some({"total": MONEY, "tools": MONEY, "labour_hour": MONEY}),
    "scenarios": st.sampled_from(["[]", SCENARIOS]),
}
BRIEFS = st.fixed_dictionaries({}, optional=PARTS).map(
    lambda found: "\n".join(f"{key}: {value}" for key, value in found.items())
)


def _made(text: str, **how: Any) -> Plan:
    loaded = load(text)
    assert loaded.ok, [(f.code, f.words, f.origin) for f in loaded.findings]
    plan = pipeline.make(loaded, **how)
    for verdict in plan.forecast.odds.verdicts.values() if plan.forecast.odds else ():
        assert 0 <= verdict.probability <= 1
        assert all(0 <= number < math.inf for number in verdict.mark[1:])
    return plan


def _text(plan: Plan, form: str) -> str:
    text = papers.document(plan, form, "brief.yaml", "0" * 64, None).text
    assert NONSENSE.search(text) is None
    return text


def test_guests_are_judged_by_invitations_and_acceptance() -> None:
    goals = "goals: [{id: g, metric: joined, target: 100}, {id: h, metric: referrals, target: 90}]"
    assert "GP209" in [finding.code for finding in make(goals).findings]


def test_nothing_is_wanted_and_nothing_holds() -> None:
    guard = "chance: 0, guardrail: {metric: leave_rate, max: 0}"
    _made(f"channels: [{{id: c, reach: 0..3}}]\ngoals: [{{id: g, metric: joined, target: 0, {guard}}}]")


@settings(max_examples=60)
@given(BRIEFS)
def test_zeros_are_checked(text: str) -> None:
    _made(text, fine=False)


@settings(max_examples=20)
@given(BRIEFS)
def test_zeros_are_planned(text: str) -> None:
    plan = _made(text)
    for form in ("md", "html"):
        _text(plan, form)


@settings(max_examples=8)
@given(BRIEFS)
def test_zeros_are_drawn(text: str) -> None:
    _made(text, runs=20)


@pytest.mark.parametrize(
    ("language", "said"), [("zh-CN", "算不出把握有多大"), ("en", "no odds can be counted")]
)
def test_a_brief_without_any_number_gives_a_plan_that_says_so(language: str, said: str) -> None:
    goal = "goals: [{id: g, metric: paying_members}]\nchannels: [{id: c}]\nroles: [{id: a, name: x}]"
    plan = make(f"language: {language}\n{goal}")
    assert plan.forecast.odds is None
    assert said in _text(plan, "md")
