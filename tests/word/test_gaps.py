"""What cannot be filled is a gap with its origin, never a fallback; and brief text is never a template."""

import pytest

from groupplan.model.source import Origin
from tests.briefs import alone
from tests.word.said import OPENING, gaps, plan, text

GUIDE = "guides: [{id: craft, section: team, title: T, text: 'Ask {{ fee }}'}]"


def test_a_slot_without_a_value_is_a_gap_and_no_message() -> None:
    found = plan("text: 'Costs {{ fee }} today'")
    assert gaps(found) == [("fee", "it")]
    assert found.worded.messages == {}


def test_a_gap_names_the_line_of_its_words() -> None:
    (gap,) = plan("text: 'Costs {{ fee }} today'").worded.gaps
    assert gap.origin == Origin("house.yaml", ("scripts", 0, "text"))


def test_a_gap_of_a_variant_names_the_variant() -> None:
    (gap,) = plan("text: Hi, variants: [{when: days > 1, text: '{{ fee }}'}]").worded.gaps
    assert gap.origin.route == ("scripts", 0, "variants", 0, "text")


def test_a_gap_of_a_turn_names_the_turn_and_leaves_no_hole() -> None:
    found = plan("text: 'Q: {{ turn }}', turns: ['{{ fee }}']")
    (gap,) = found.worded.gaps
    assert gap.origin.route == ("scripts", 0, "turns", 0)
    assert found.worded.messages == {}


def test_a_day_before_the_opening_has_no_number() -> None:
    found = plan("text: 'Day {{ day_number }}'", "{from: opens, offset: -1d, time: '10:00'}")
    assert gaps(found) == [("day_number", "it")]


def test_a_language_that_is_missing_is_a_gap() -> None:
    found = plan("text: {zh-CN: 你好}")
    assert (gaps(found), found.worded.messages) == ([("", "it")], {})


def test_plain_words_count_as_the_playbooks_own_language_only() -> None:
    found = plan("text: Hi", OPENING, "language: zh-CN")
    assert ("", "it") in gaps(found) and found.worded.messages == {}


def test_one_gap_in_a_series_is_told_once() -> None:
    assert gaps(plan("text: '{{ fee }}'", "{every: day}")) == [("fee", "it")]


def test_a_text_with_a_gap_is_empty_and_told() -> None:
    found = alone("", GUIDE)
    assert found.worded.text("guides", "craft", "text") == ""
    assert [(gap.slot, gap.origin.route) for gap in found.worded.gaps] == [("fee", ("guides", 0, "text"))]


def test_a_value_fills_the_same_text() -> None:
    assert alone("entry: {fee: USD 12}", GUIDE).worded.text("guides", "craft", "text") == "Ask $12"


@pytest.mark.parametrize(
    "name", ["{{ opens }}", "{{ nothing }}", "{% if %}", "}} {{", "{{", "{0}", "%s", "{name}"]
)
def test_what_looks_like_a_slot_in_the_brief_stays_text(name: str) -> None:
    assert text("Hello {{ name }}!", f"name: '{name}'\nlanguage: en") == f"Hello {name}!"


@pytest.mark.parametrize(
    ("words", "brief", "found"),
    [
        ("欢迎来到{{ name }}的群", "name: Reading 晨读", "欢迎来到 Reading 晨读的群"),
        ("欢迎来到 {{ name }} 的群", "name: 晨读营", "欢迎来到晨读营的群"),
        ("来{{ name }}吧", "name: 晨读 A", "来晨读 A 吧"),
        ("共{{ days }}天", "name: 晨读营", "共 21 天"),
        ("《{{ name }}》", "name: Camp 营", "《Camp 营》"),
    ],
)
def test_a_space_stands_between_han_and_latin_at_the_seams_and_none_within_han(
    words: str, brief: str, found: str
) -> None:
    script = f"text: {{zh-CN: '{words}'}}, recipient: {{zh-CN: 群}}"
    (message,) = plan(script, OPENING, f"{brief}\nlanguage: zh-CN").worded.messages.values()
    assert message.text == found


def test_what_people_wrote_stays_as_they_wrote_it() -> None:
    script = "text: {zh-CN: '今天：{{ name }}。'}"
    brief = "name: 读ABC，  再读  一遍\nlanguage: zh-CN"
    (message,) = plan(script, OPENING, brief).worded.messages.values()
    assert message.text == "今天：读ABC，  再读  一遍。"


def test_english_seams_are_left_alone() -> None:
    assert text("Join {{ name }}now", "name: 晨读营\nlanguage: en") == "Join 晨读营now"
