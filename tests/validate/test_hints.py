"""A value that cannot be read comes with the value as it should be written."""

import pytest

from groupplan.messages import hint, sentence
from tests.validate.found import BRIEF, brief


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("roles: [{id: a, name: b, hours_week: 18h}]", "只写数字，例如 18"),
        ("roles: [{id: a, name: b, hours_week: ８个小时}]", "只写数字，例如 8"),
        ("goals: [{id: g, metric: joined, guardrail: {metric: leave_rate, max: 15}}]", "写成 15%"),
        ("assumptions: {pay_rate: 12.5}", "写成 12.5%"),
        ("closes: 2027/3/5", "写成 2027-03-05"),
        ("closes: 2027.3.5", "写成 2027-03-05"),
        ("pay_rate: 12%", "是不是想写「assumptions.pay_rate」？"),
    ],
)
def test_the_mended_value_is_shown(line: str, said: str) -> None:
    (finding,) = brief(f"{BRIEF}{line}\n")
    assert finding.hint is not None and sentence(finding.hint, "zh-CN") == said


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("assumptions: {pay_rate: abc}", "3%..8%"),
        ("closes: 9999-12-31", "1900 到 2999"),
        ("closes: 1899-12-31", "1900 到 2999"),
        ("closes: 2027-02-30", "2 月"),
        ("seeds: {count: 1_000}", "1_000"),
    ],
)
def test_the_hint_of_the_sentence_stands(line: str, part: str) -> None:
    (finding,) = brief(f"{BRIEF}{line}\n")
    assert finding.hint is None and part in hint(finding.words, "zh-CN")
