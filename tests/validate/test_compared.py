"""A comparison that can never hold is an error at its line, whatever its direction."""

import json

import pytest

from groupplan import validate
from groupplan.model.finding import Finding
from tests.validate.found import source

HEAD = "playbook: 1\nname: own\nlanguage: en\n"


def found(lines: str) -> tuple[Finding, ...]:
    return validate.playbook(source(HEAD + lines, "p.yaml")).findings


def required(line: str) -> tuple[Finding, ...]:
    return found(f"require:\n  - {{name: a, that: {json.dumps(line)}, say: x}}\n")


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('seeds_count >= "a"', "number-with-text"),
        ('"20" <= seeds_count', "number-with-text"),
        ("cost_total > 'much'", "number-with-text"),
        ("kind > 3", "text-with-number"),
        ("platform in ['qq', 3]", "text-with-number"),
        ("motives == 'growth'", "set-compared"),
        ("minors == 'yes'", "truth-with-other"),
        ("days > 1 and (opened or topic == -1)", "text-with-number"),
    ],
)
def test_a_name_compared_with_another_kind_is_an_error(line: str, key: str) -> None:
    (finding,) = required(line)
    assert (finding.code, finding.words.key) == ("GP016", key)
    assert finding.origin.route == ("require", 0, "that")


def test_fields_of_elements_are_compared_too() -> None:
    line = "- {id: a, each: lessons, when: item.minutes > 'x', stage: review, name: 甲, at: {from: opens}}"
    (finding,) = found(f"tasks:\n  {line}\n")
    assert (finding.words.key, finding.origin.route) == ("number-with-text", ("tasks", 0, "when"))


@pytest.mark.parametrize(
    "line",
    ["'x' in motives and 'y' not in motives", "days >= -1", "0 < days < 30", "minors == True", "opens == 'x'",
     "kind in ['a', 'b']", "'a' in topic", "cost_total > 5", "days > weeks", "not opened"],
)  # fmt: skip
def test_what_can_hold_is_left_alone(line: str) -> None:
    assert [one.words.key for one in required(line) if one.code == "GP016"] == []
