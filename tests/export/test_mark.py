from hypothesis import given
from hypothesis import strategies as st

from groupplan.export.mark import BLANK, intact, marked, stamped


def test_what_was_stamped_is_intact_and_any_other_byte_breaks_it() -> None:
    raw = stamped(b'{"mark": "' + BLANK + b'", "a": 1}')
    assert BLANK not in raw
    assert intact(raw)
    for place in range(len(raw)):
        other = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        assert not intact(other)


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_any_bytes_around_the_mark_hold_or_do_not(before: bytes, after: bytes) -> None:
    raw = stamped(before + BLANK + after)
    assert intact(raw)
    assert not intact(raw + b"x" * 5000)
    assert not intact(b"x" * 5000 + raw)


@given(st.binary(max_size=300))
def test_a_file_without_a_mark_is_left_as_it_is_and_nobody_calls_it_ours(raw: bytes) -> None:
    if b"groupplan-" not in raw:
        assert stamped(raw) == raw
        assert not marked(raw) and not intact(raw)


def test_a_mark_in_the_middle_of_somebodys_words_is_none() -> None:
    raw = b"x" * 3000 + BLANK + b"y" * 3000
    assert stamped(raw) == raw
    assert not marked(raw)


def test_a_blank_mark_that_nobody_filled_in_is_not_intact() -> None:
    assert marked(BLANK) and not intact(BLANK)
