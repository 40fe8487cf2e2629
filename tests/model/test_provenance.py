"""What made a document: then beside now, and the one word it comes to."""

import pytest

from groupplan.model.provenance import Provenance, Used, compared
from groupplan.model.seal import Seal

SEAL = Seal(2, "brief.yaml", "a" * 64, "b" * 64, "0.1.0")


def told(**said: object) -> Provenance:
    usual = {"seal": SEAL, "place": "there", "inputs": "a" * 64, "stale": False}
    return Provenance(**{**usual, **said})  # type: ignore[arg-type]


def test_each_thing_is_compared_by_name() -> None:
    then = (("brief", "1"), ("playbooks/a.yaml", "2"), ("playbooks/old.yaml", "3"))
    now = (("brief", "1"), ("playbooks/a.yaml", "9"), ("playbooks/new.yaml", "4"))
    found = {one.name: one.state for one in compared(then, now)}
    assert found == {
        "brief": "same",
        "playbooks/a.yaml": "changed",
        "playbooks/new.yaml": "added",
        "playbooks/old.yaml": "gone",
    }
    assert told(used=compared(then, now)).changed == tuple(sorted(set(found) - {"brief"}))


def test_things_are_sorted_by_kind() -> None:
    names = ("brief", "playbooks/a.yaml", "../playbooks/b.yaml", "../knowledge/benchmarks.yaml")
    found = told(used=tuple(Used(name, "1", "1") for name in names))
    kinds = {kind: [one.name for one in found.of(kind)] for kind in ("brief", "playbooks", "knowledge")}
    assert kinds == {
        "brief": ["brief"],
        "playbooks": ["playbooks/a.yaml", "../playbooks/b.yaml"],
        "knowledge": ["../knowledge/benchmarks.yaml"],
    }


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ({}, "fresh"),
        ({"inputs": "c" * 64}, "unmoved"),
        ({"stale": True}, "stale"),
        ({"edited": True}, "edited"),
        ({"edited": True, "stale": True}, "edited_stale"),
        ({"edited": True, "fault": "not-text"}, "edited"),
        ({"broken": True, "edited": True, "stale": None}, "broken"),
        ({"place": "gone", "edited": True, "stale": None}, "gone"),
        ({"place": "outside", "stale": None}, "outside"),
        ({"place": "nowhere", "stale": None}, "nowhere"),
        ({"fault": "bare", "seal": None, "place": "nowhere"}, "bare"),
        ({"fault": "export", "seal": None, "place": "nowhere"}, "export"),
        ({"fault": "export-changed", "seal": None, "place": "nowhere"}, "export_changed"),
        ({"fault": "cut", "seal": None, "place": "nowhere"}, "cut"),
        ({"fault": "large", "seal": None, "place": "nowhere"}, "large"),
    ],
)
def test_the_worst_is_the_verdict_and_only_two_of_them_hold(said: dict[str, object], verdict: str) -> None:
    found = told(**said)
    assert found.verdict == verdict
    assert found.holds == (verdict in ("fresh", "unmoved"))
