"""At least forty of the craft's checks are rules, and each rule names the check it realises."""

from pathlib import Path

import pytest
import yaml

from groupplan.check import ALL

CLAIMED: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "checks.yaml").read_text(encoding="utf-8")
)
RULES = {rule.code: rule for rule in ALL}
LEAST = 40


def test_at_least_forty_checks_are_rules() -> None:
    assert len(CLAIMED) >= LEAST


@pytest.mark.parametrize("check", CLAIMED)
def test_every_rule_named_exists_and_rests_on_the_check(check: str) -> None:
    assert [code for code in CLAIMED[check] if check not in RULES[code].basis] == []


def test_no_rule_rests_on_a_check_that_is_not_listed() -> None:
    named = {(name, rule.code) for rule in ALL for name in rule.basis if name.startswith("K")}
    listed = {(name, code) for name, codes in CLAIMED.items() for code in codes}
    assert named - listed == set()
