"""Scripts filled for each occurrence: slots, variants, turns, blanks, spare scripts."""

import pytest

from tests.word.said import OPENING, WEEKLY, gaps, plan, text, texts

LESSONS = """lessons:
  - {id: one, title: First steps, at: "2027-03-02 20:00", guest: Kim}
  - {id: two, title: Next steps, at: "2027-03-09 20:00", guest: Lou}
"""
TEAM = "roles: [{id: ann, name: Ann, duties: [host], hours_week: 40}]"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("{{ name }} on {{ platform_name }}", "Reading camp on another platform"),
        ("{{ date }} {{ time }}", "1 March 10:00"),
        ("{{ weekday | weekday }}", "Monday"),
        ("day {{ day_number }} of {{ days }}", "day 1 of 21"),
        ("{{ sender }} and {{ who.host }}", "Ann and Ann"),
        ("until {{ closes }}", "until 21 March"),
        ("{{ promotion_share | percent }}", "0%"),
        ("our {{ term.group }}", "our group"),
    ],
)
def test_slots_are_filled_for_the_day(words: str, found: str) -> None:
    assert text(words, TEAM) == found


def test_each_occurrence_has_its_own_day() -> None:
    found = texts("text: 'week {{ week_number }}, {{ date }}'", WEEKLY)
    assert found == ["week 1, 1 March", "week 2, 8 March", "week 3, 15 March"]


def test_each_lesson_has_its_own_words() -> None:
    words = "{{ item.number }} {{ item.title }} with {{ item.guest }} at {{ item.at | time }}"
    script = f"each: lessons, text: '{words}'"
    found = texts(script, "{from: item.at, offset: -1h}", LESSONS, "each: lessons")
    assert found == ["1 First steps with Kim at 20:00", "2 Next steps with Lou at 20:00"]


def test_the_first_variant_whose_condition_holds_is_used() -> None:
    variants = (
        "variants: [{when: has_offers, text: Shop}, {when: minors, text: Young}, {when: minors, text: Never}]"
    )
    script = f"text: Usual, {variants}"
    assert texts(script) == ["Usual"]
    assert texts(script, brief="audience: {minors: true}") == ["Young"]
    assert texts(script, brief="audience: {minors: true}\noffers: [{id: a, name: A}]") == ["Shop"]


def test_a_variant_may_ask_about_its_element() -> None:
    variants = "variants: [{when: 'item.number == 1', text: Welcome}]"
    script = f"each: lessons, text: Again, {variants}"
    assert texts(script, "{from: item.at}", LESSONS, "each: lessons") == ["Welcome", "Again"]


def test_turns_follow_one_another_and_begin_again() -> None:
    script = "text: 'Q: {{ turn }}', turns: [one, 'two of {{ name }}']"
    assert texts(script, WEEKLY) == ["Q: one", "Q: two of Reading camp", "Q: one"]


def test_a_step_of_the_new_members_clock_takes_the_first_turn() -> None:
    found = plan("text: '{{ turn }}', turns: [one, two]", "{after_join: 30min}")
    assert [(key, message.text) for key, message in found.worded.messages.items()] == [(("it", 0), "one")]


def test_a_script_whose_condition_fails_posts_nothing() -> None:
    assert texts("text: Hi, when: has_offers") == []
    script = "each: lessons, text: Hi, when: 'item.number == 2'"
    found = plan(script, "{from: item.at}", LESSONS, "each: lessons").worded.messages
    assert list(found) == [("it@two", 1)]


def test_name_and_recipient_are_filled_too() -> None:
    (message,) = plan("text: Hi, recipient: 'members of {{ name }}'").worded.messages.values()
    assert (message.script, message.name, message.recipient) == ("note", "Note", "members of Reading camp")


@pytest.mark.parametrize(
    ("language", "words", "blanks"),
    [
        ("en", "Hi [name], see [link] or [name]", ("name", "link")),
        ("en", "Hi 【name】", ()),
        ("en", "See [the page](here)", ()),
        ("zh-CN", "你好【姓名】，看【链接】", ("姓名", "链接")),
        ("zh-CN", "看 [link]", ()),
    ],
)
def test_blanks_for_the_sender_are_listed_once(language: str, words: str, blanks: tuple[str, ...]) -> None:
    spoken = f"language: {language}"
    (message,) = plan(f"text: {{{language}: '{words}'}}", OPENING, spoken).worded.messages.values()
    assert message.blanks == blanks


def test_a_script_no_task_posts_is_spare() -> None:
    more = "  - {id: complaint, name: On a complaint, text: 'Sorry, says {{ name }} [reason]'}\n"
    (message,) = plan("text: Hi", more=more).worded.spare
    assert (message.script, message.text, message.blanks) == (
        "complaint",
        "Sorry, says Reading camp [reason]",
        ("reason",),
    )


def test_a_spare_script_with_a_gap_is_left_out_without_a_word() -> None:
    more = """  - {id: late, name: Late, text: 'Costs {{ fee }}'}
  - {id: turned, name: Turned, text: '{{ turn }}', turns: [a]}
"""
    found = plan("text: Hi", more=more)
    assert (found.worded.spare, gaps(found)) == ((), [])


def test_a_script_that_a_dropped_task_would_post_is_not_spare() -> None:
    found = plan("text: Hi", OPENING, "", "needs: [red_packet]")
    assert (found.worded.messages, found.worded.spare) == ({}, ())
