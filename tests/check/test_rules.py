"""Every rule fires at the very line its case says, and is silent on the near-identical brief."""

from pathlib import Path

import pytest

from groupplan.check import ALL
from groupplan.check.rule import Rule
from tests.check.found import judged, places

CASES = Path(__file__).parent / "cases"


def _briefs(pattern: str) -> list[tuple[Rule, Path]]:
    return [(rule, path) for rule in ALL for path in sorted((CASES / rule.slug).glob(pattern))]


def _name(value: object) -> str:
    return value.code if isinstance(value, Rule) else "/".join(str(value).split("/")[-2:])


@pytest.mark.parametrize(("rule", "brief"), _briefs("fires*.yaml"), ids=_name)
def test_rule_fires_where_the_case_says(rule: Rule, brief: Path) -> None:
    expected, found = places(brief)
    codes = {rule.code} | {code for _, _, code in expected}
    assert rule.code in {code for _, _, code in expected}
    assert {one for one in found if one[2] in codes} == expected


@pytest.mark.parametrize(("rule", "brief"), _briefs("silent*.yaml"), ids=_name)
def test_rule_is_silent_where_nothing_is_wrong(rule: Rule, brief: Path) -> None:
    assert [finding for finding in judged(brief)[1] if finding.code == rule.code] == []


def test_every_rule_has_a_case_that_fires_and_one_that_is_silent() -> None:
    assert {path.parent.name for path in CASES.glob("*/fires.yaml")} == {rule.slug for rule in ALL}
    assert {path.parent.name for path in CASES.glob("*/silent.yaml")} == {rule.slug for rule in ALL}
