"""Text in Markdown stays text in a reader that knows everything."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from groupplan.export.markdown import fenced, line
from groupplan.export.plain import one_line, plain

READER = MarkdownIt("gfm-like", {"html": True, "linkify": False})
SIGNS = st.text(st.sampled_from("`*_[]()<>#+-=~|\\!&;1. ab\n长$:/"), max_size=40)


def _words(source: str) -> str:
    parts = [child for token in READER.parse(source) for child in token.children or ()]
    assert {part.type for part in parts} <= {"text", "text_special"}, parts
    return "".join(part.content for part in parts)


@given(SIGNS)
def test_a_heading_says_its_words_and_nothing_else(words: str) -> None:
    shown = one_line(words)
    tokens = [token.type for token in READER.parse(f"# {line(words)}")]
    assert tokens == ["heading_open", "inline", "heading_close"]
    assert _words(f"# {line(words)}") == shown


@given(SIGNS)
def test_a_point_is_one_paragraph_of_its_words(words: str) -> None:
    shown = one_line(words)
    tokens = [token.type for token in READER.parse(f"- x {line(words)}")]
    assert tokens.count("list_item_open") == 1 and "inline" in tokens
    assert _words(f"- x {line(words)}") == f"x {shown}".strip()


@given(SIGNS)
def test_a_block_cannot_be_closed_by_its_text(words: str) -> None:
    (block,) = READER.parse(fenced(words))
    assert block.content == f"{plain(words)}\n"
