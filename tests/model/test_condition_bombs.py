"""Conditions made to hurt: judged at once, and never more than true, false or refused."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.condition import LONGEST, parse
from groupplan.model.scalars import ScalarError

BOMBS = {
    "brackets": "(" * 100_000,
    "lists": "[" * 100_000 + "]" * 100_000,
    "nots": "not " * 100_000 + "a",
    "dots": "a." * 100_000 + "a",
    "comparisons": "a<" * 100_000 + "a",
    "ands": "a and " * 100_000 + "a",
    "digits": "9" * 100_000,
    "text": "'" + "a" * 100_000 + "'",
    "short brackets": "(" * 190,
    "short lists": "[" * 90 + "]" * 90,
    "short nots": "not " * 45 + "a",
    "short dots": "a." * 90 + "a",
    "short comparisons": "a<" * 90 + "a",
    "minus": "-" * 190 + "1",
    "powers": "9**" * 60 + "9",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_judged_at_once(name: str) -> None:
    start = process_time()
    try:
        parse(BOMBS[name]).holds({})
    except ScalarError as error:
        assert error.key.startswith("condition-")
    assert process_time() - start < 2


def test_length_is_counted_in_characters() -> None:
    text = "kind == '{}'".format("群" * (LONGEST - 10))
    assert len(text) == LONGEST and parse(text).names == (("kind", 0),)
    with pytest.raises(ScalarError, match="condition-too-long"):
        parse(text + " ")


@given(st.text(max_size=LONGEST) | st.text(alphabet="kinday()[].'\"<=!>+-*/%{}:, fornt1_\\\n", max_size=60))
def test_any_text_is_a_condition_or_refused(text: str) -> None:
    try:
        assert parse(text).holds({}) in (True, False)
    except ScalarError as error:
        assert error.key.startswith("condition-")
