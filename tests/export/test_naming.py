"""Names of files: safe on every system, unique, and never longer than a system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.export.landing import safe
from groupplan.export.naming import LONGEST, Names, file_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("林老师", "林老师"),
        ("../x", "x"),
        ("..", "x1"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("COM1 x", "COM1 x"),
        ("lpt¹", "_lpt¹"),
        ("a:b\\c/d", "a-b-c-d"),
        ("Event notice: First call", "Event notice - First call"),
        ("a\0b\u202ec\u200bd\n e", "a bcd e"),
        ("x. ", "x"),
        ("~/.profile", "profile"),
        ("-rf", "rf"),
        ("=1+1", "=1+1"),
        ("\ud800", "x1"),
        ("", "x1"),
    ],
)
def test_words_become_a_name(words: str, name: str) -> None:
    assert file_name(words, "x1") == name


@given(st.text(st.characters(), max_size=400))
def test_any_words_make_a_name_that_every_system_takes(words: str) -> None:
    name = file_name(words, "x1")
    assert name and safe(name) and len(name.encode("utf-8")) <= LONGEST + 1
    assert not set(name) & set('<>:"/\\|?*') and name.isprintable()
    assert name == name.strip(" .") and not name.startswith(("-", "~"))


def test_names_that_a_system_may_take_for_one_are_numbered() -> None:
    names = Names("index.txt")
    given_names = [names.free(one, ".txt") for one in ("Lin", "lin", "ＬＩＮ", "Lin (2)", "index")]
    assert given_names == ["Lin.txt", "lin (2).txt", "ＬＩＮ (3).txt", "Lin (2) (2).txt", "index (2).txt"]
