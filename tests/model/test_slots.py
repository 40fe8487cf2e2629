"""Texts of playbooks: slots, and nothing else that looks like a template."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.scalars import ScalarError
from groupplan.model.slots import FORMATS, Slot, pieces, slots


def refusal(text: str) -> str:
    with pytest.raises(ScalarError) as caught:
        pieces(text)
    assert 1 <= int(str(caught.value.gaps["column"])) <= len(text)
    return caught.value.key


def rebuilt(text: str) -> str:
    """A text from its pieces: a slot is what stands from its offset to the next closing braces."""
    found = ""
    for piece in pieces(text):
        if isinstance(piece, Slot):
            assert piece.offset == len(found)
            found += text[piece.offset : text.index("}}", piece.offset) + 2]
        else:
            found += piece
    return found


def test_words_and_slots() -> None:
    assert pieces("今晚 {{ item.at | time }}，{{term.group}}见") == (
        "今晚 ", Slot("item.at", "time", 3), "，", Slot("term.group", "", 24), "见"
    )  # fmt: skip
    assert pieces("") == ()
    assert pieces("{ not a slot } 50% {x} }{") == ("{ not a slot } 50% {x} }{",)
    assert [slot.name for slot in slots("{{a}}{{ b_1.c }}{{\n d |list }}")] == ["a", "b_1.c", "d"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_known(form: str) -> None:
    assert slots(f"{{{{ a | {form} }}}}") == (Slot("a", form, 0),)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("{% if a %}", "slot-statement"),
        ("{# note #}", "slot-statement"),
        ("a {{ b", "slot-open"),
        ("a }} b", "slot-open"),
        ("{{ a }} }}", "slot-open"),
        ("{{ a {{ b }}", "slot-open"),
        ("{{}}", "slot-syntax"),
        ("{{ }}", "slot-syntax"),
        ("{{{ a }}}", "slot-syntax"),
        ("{{ a + b }}", "slot-syntax"),
        ("{{ a() }}", "slot-syntax"),
        ("{{ a[0] }}", "slot-syntax"),
        ("{{ a.__class__ }}", "slot-syntax"),
        ("{{ _a }}", "slot-syntax"),
        ("{{ A }}", "slot-syntax"),
        ("{{ a..b }}", "slot-syntax"),
        ("{{ 名字 }}", "slot-syntax"),
        ("{{ a | date | time }}", "slot-syntax"),
        ("{{ 9**9**9 }}", "slot-syntax"),
        ("{{ a | upper }}", "slot-format"),
        ("{{ a | attr }}", "slot-format"),
    ],
)
def test_anything_else_is_refused(text: str, key: str) -> None:
    assert refusal(text) == key


def test_a_refusal_names_its_column() -> None:
    for text, column in (("群{{ a }}群{{ B }}", 10), ("ab }} {{ c }}", 4), ("ab {{ c", 4), ("a{%", 2)):
        with pytest.raises(ScalarError) as caught:
            pieces(text)
        assert caught.value.gaps["column"] == column


@pytest.mark.parametrize("part", ["{{", "}}", "{{ a }} ", "{{ a ", "{", "{{ " + " " * 60, "{{ a | "])
def test_long_texts_are_read_at_once(part: str) -> None:
    text = part * (65_536 // len(part))
    start = process_time()
    try:
        pieces(text)
    except ScalarError as error:
        assert error.key.startswith("slot-")
    assert process_time() - start < 2


@given(st.text() | st.text(alphabet="{}ab.|_ %#\n群date"))
def test_any_text_is_refused_or_is_the_sum_of_its_pieces(text: str) -> None:
    try:
        assert rebuilt(text) == text
    except ScalarError as error:
        assert error.key.startswith("slot-")


@given(st.lists(st.sampled_from(["{{ a }}", "{{b.c|money}}", "群", " ", "{ ", "\n", "{{ d\n}}"])))
def test_well_formed_texts_are_the_sum_of_their_pieces(parts: list[str]) -> None:
    text = "".join(parts)
    assert rebuilt(text) == text
