"""Two plans beside each other: nothing is invented, nothing is left out, both ways alike."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan.compare import compare
from tests.compare.plans import between, kinds, plan

FIELDS = {
    "opens": "2027-03-03",
    "closes": "2027-03-28",
    "name": "Evening camp",
    "country": "CN",
    "members_now": "40",
    "seeds.count": "35",
    "channels.moments.reach": "9000",
    "channels.account.owner": "lin",
    "goals.paying.target": "45",
    "goals.paying.guardrail.max": "10%",
    "history.paid": "40",
    "assumptions.join_rate": "20%..30%",
    "roles.lin.hours_week": "9",
    "roles.chen.away": "",
    "lessons.l1.title": "Reading slowly",
    "lessons.l1.at": "2027-03-10 20:00",
    "offers.course.price": "899元",
    "offers.course.limit": "40",
    "budget.total": "7200元",
    "rules.invite": "open",
    "revision": "3",
}
USED = {
    name: value
    for name, value in FIELDS.items()
    if name not in ("roles.chen.away", "goals.paying.guardrail.max")
}
PAIRS = {
    "tasks-added": "tasks-removed",
    "dropped": "undropped",
    "scripts-added": "scripts-removed",
    "risks-added": "risks-removed",
    "metrics-added": "metrics-removed",
    "new-error": "gone-error",
    "new-warning": "gone-warning",
    "opens-later": "opens-earlier",
    "over-week": "fits-week",
    "over-day": "fits-day",
    "goal-added": "goal-removed",
    "chance-up": "chance-down",
}
changed = st.lists(st.sampled_from(sorted(USED)), unique=True, max_size=3).map(
    lambda names: tuple(f"{name}={USED[name]}" for name in sorted(names))
)


@given(changed)
@settings(max_examples=12)
def test_a_plan_does_not_differ_from_itself(values: tuple[str, ...]) -> None:
    found = compare(plan(*values), plan(*values))
    assert found.same


@given(changed)
@settings(max_examples=25)
def test_every_changed_field_is_named_and_no_other(values: tuple[str, ...]) -> None:
    named = {cause.field for cause in between(*values).causes}
    assert named == {value.partition("=")[0] for value in values}


@given(changed, changed)
@settings(max_examples=25)
def test_what_comes_one_way_goes_the_other(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    there, back = compare(plan(*one), plan(*other)), compare(plan(*other), plan(*one))
    assert len(there.causes) == len(back.causes)
    come, go = (Counter(change.kind for change in found.changes) for found in (there, back))
    for kind, opposite in PAIRS.items():
        assert come[kind] == go[opposite], kind
        assert come[opposite] == go[kind], kind


def test_a_comment_changes_nothing_although_it_seeds_other_draws() -> None:
    assert compare(plan(), plan(after="# told the team\n")).same


@pytest.mark.parametrize("field", ["name", "revision", "lessons.l1.title"])
def test_other_draws_are_no_change_of_the_chance(field: str) -> None:
    found = compare(plan(), plan(f"{field}={FIELDS[field]}", after="# seeds other draws\n"))
    assert not [kind for kind in kinds(found) if kind.startswith("chance")]
    assert found.causes


def test_causes_are_named_as_set_takes_them_with_both_values() -> None:
    (cause,) = between("goals.paying.target=45").causes
    assert (cause.field, cause.kind) == ("goals.paying.target", "changed")
    assert cause.before != cause.after


def test_the_heaviest_of_each_group_stands_first() -> None:
    found = between("opens=2027-03-03", "roles.lin.hours_week=9", "budget.total=7200元")
    for group in ("team", "members", "money", "risk", "words"):
        weights = [change.weight for change in found.of(group)]
        assert weights == sorted(weights, reverse=True)
