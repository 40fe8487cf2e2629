"""`require:` lines are ordinary checks: at their own line, with their own words and level."""

import re
from pathlib import Path

from groupplan.messages import sentence
from groupplan.model.finding import Finding, Severity
from tests.check.found import judged, places

HOUSE = Path(__file__).parent / "house"


def _own(brief: str) -> dict[str, Finding]:
    findings = judged(HOUSE / brief)[1]
    return {finding.code: finding for finding in findings if finding.code.startswith("our_house")}


def test_house_rules_fire_at_the_line_of_their_condition() -> None:
    expected, found = places(HOUSE / "brief.yaml")
    assert {one for one in found if one[2].startswith("our_house/")} == expected


def test_house_rules_that_hold_say_nothing() -> None:
    assert _own("silent.yaml") == {}


def test_level_is_the_rule_s_own_and_a_warning_by_default() -> None:
    levels = {code.partition("/")[2]: finding.severity for code, finding in _own("brief.yaml").items()}
    assert levels == {
        "seeds": Severity.ERROR,
        "owner-hours": Severity.WARNING,
        "promotion": Severity.NOTE,
        "reward": Severity.WARNING,
    }


def test_words_show_values_of_brief_and_result() -> None:
    said = {code: sentence(finding.words, "zh-CN") for code, finding in _own("brief.yaml").items()}
    assert said["our_house/seeds"] == "「21天晨读营」的种子用户只有 12 位，至少要 20 位"
    assert re.fullmatch(r"群主最忙的一周要 [\d.]+ 小时", said["our_house/owner-hours"])
    assert said["our_house/promotion"].endswith("%")


def test_a_missing_value_makes_the_condition_false_and_shows_as_a_dash() -> None:
    reward = _own("brief.yaml")["our_house/reward"]
    assert sentence(reward.words, "zh-CN") == "老带新只奖励出勤，现在的奖励是：—"


def test_words_follow_the_language_of_the_plan() -> None:
    seeds = _own("english.yaml")["our_house/seeds"]
    assert sentence(seeds.words, "en") == "Twenty-one mornings has 12 seed members and needs 20"


def test_a_house_rule_may_ask_for_the_chance_of_a_goal() -> None:
    expected, found = places(HOUSE / "odds.yaml")
    assert {one for one in found if one[2].startswith("our_house")} == expected
    rule = _own("odds.yaml")["our_house_odds/sure-enough"]
    said = sentence(rule.words, "zh-CN")
    assert re.fullmatch(r"付费目标的把握只有 \d+(\.\d+)?%，要有八成才开营", said)
    assert rule.severity is Severity.ERROR
    assert _own("odds-silent.yaml") == {}


def test_a_chance_nobody_can_count_holds_nothing_back_silently() -> None:
    said = sentence(_own("odds-unknown.yaml")["our_house_odds/sure-enough"].words, "zh-CN")
    assert said == "付费目标的把握只有 —，要有八成才开营"
