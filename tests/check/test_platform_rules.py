"""Levels that depend on the platform, and quotas by month."""

from pathlib import Path

import pytest

from groupplan.model.finding import Finding, Severity
from tests.briefs import alone, make

TWICE = """tasks:
  - id: one
    stage: activate
    name: One
    kind: post
    needs: [mass_send]
    at: {from: opens, until: closes, every: day, time: "10:10"}
  - id: two
    stage: activate
    name: Two
    kind: post
    needs: [mass_send]
    at: {from: opens, until: closes, every: day, time: "19:20"}
"""
READY = """tasks:
  - {id: one, stage: activate, name: One, kind: work, needs: [mass_send], at: {from: opens}}
  - {id: two, stage: activate, name: Two, kind: work, needs: [mass_send], at: {from: opens}}
"""


def found(text: str, code: str) -> list[Finding]:
    return [finding for finding in make(text).findings if finding.code == code]


@pytest.mark.parametrize(
    ("platform", "level"),
    [("wechat", Severity.ERROR), ("wecom", Severity.ERROR), ("discord", Severity.WARNING)],
)
def test_a_third_level_is_an_error_where_the_platform_closes_accounts(platform: str, level: Severity) -> None:
    (finding,) = found(f"platform: {platform}\nreferral: {{levels: 3}}", "GP706")
    assert (finding.severity, finding.slug) == (level, "too-many-reward-levels")


def test_words_about_levels_are_a_warning() -> None:
    (finding,) = found("platform: wechat\nreferral: {reward: 三级分销佣金}", "GP706")
    assert finding.severity == Severity.WARNING


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("platform: wechat", Severity.ERROR),
        ("platform: wechat\nstages: {recruit: {from: 2027-02-25, to: 2027-03-01}}", Severity.WARNING),
        ("platform: wecom", Severity.WARNING),
    ],
)
def test_a_plain_code_is_an_error_where_it_dies_before_recruiting_ends(text: str, level: Severity) -> None:
    (finding,) = found(f"{text}\nposter: {{code: plain}}", "GP804")
    assert finding.severity == level


def test_mass_messages_are_counted_by_day_and_by_month() -> None:
    findings = [f for f in alone("platform: wecom\ncloses: 2027-04-30", TWICE).findings if f.code == "GP805"]
    said = [(f.words.key, dict(f.words.gaps)) for f in findings]
    assert ("mass-message-day", {"day": "2027-03-01", "count": "2", "quota": "1"}) in said
    months = [gaps["month"] for key, gaps in said if key == "mass-message-month"]
    assert "2027-03" in months
    assert sum(key == "mass-message-day" for key, _ in said) == 1


def test_getting_a_mass_message_ready_is_not_sending_it() -> None:
    assert [f for f in alone("platform: wecom", READY).findings if f.code == "GP805"] == []


def test_a_poster_is_filled_up_by_the_playbooks(tmp_path: Path) -> None:
    own = """posters:
  - id: street
    name: Street
    title: Three weeks of reading
    subtitle: A quarter of an hour
    points: [One text a day]
    endorsement: 260 finished last time
    call: Scan to join
"""
    text = "playbooks: [house]\nposter: {code: live}"
    codes = [finding.code for finding in make(text, tmp_path, house=own).findings]
    assert "GP807" not in codes
