"""Text of a brief stays text: no reader of Markdown finds anything in it but words."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from groupplan.model.plan import Plan
from groupplan.render import render
from groupplan.render.escape import undisguised
from tests.briefs import make
from tests.render.hostile import everywhere, somewhere
from tests.render.markdown import fences, headings, meaning, parsed, read, tables, widths

PLAIN = "Plain words"
HOSTILE = {
    "bars": "a | b || c |",
    "escaped bars": "a \\| b \\\\| c \\",
    "backticks": "`code` ``more`` ```",
    "tags": "<b>bold</b> <script>alert(1)</script> </details>",
    "comment": "<!-- x --> <!-- a",
    "links": "[click](javascript:alert(1)) <javascript:alert(1)> [a]: http://x",
    "autolinks": "<https://example.org> <a@example.org>",
    "image": "![i](http://x/y.png)",
    "heading": "# One\n## Two",
    "closing heading": "Learn C #",
    "only signs": "###",
    "front matter": "---\ntitle: x\n---",
    "open note": "<!-- notes:summary -->",
    "close note": "<!-- /notes -->",
    "note lines": "a\n<!-- notes:goals -->\nb\n<!-- /notes -->\nc",
    **{f"fence of {n}": f"x\n{'`' * n}\ny\n{'`' * n}text" for n in range(3, 11)},
    "tilde fence": "~~~\nx\n~~~",
    "dollars": "$x^2$ $$y$$ US$5",
    "setext": "Title\n===\nOther\n---",
    "rules": "***\n___\n- - -",
    "lists": "- a\n* b\n+ c\n1. d\n2) e",
    "quote": "> a\n>> b",
    "indented": "a\n\n    code\n\ttab",
    "entities": "&lt;b&gt; &#60; &amp; &copy; AT&T",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~ ***f",
    "slots": "{{ name }} {% if %} {# x #} }}",
    "emoji": "🎉👩‍👩‍👧‍👦🇨🇳",
    "right to left": "שלום עולם مرحبا",
    "breaks": "a\rb\x0bc\x0cd\x85e\u2028f\u2029g\r\rh",
    "carriage heading": "a\r# Owned\r\r<b>x</b>",
    "table of its own": "| a | b |\n| --- | --- |\n| 1 | 2 |",
    "html block": "<div>\n\n# x\n\n</div>",
    "footnote": "[^1] [^1]: note",
}


@cache
def plain() -> Counter[str]:
    return meaning(parsed(render(somewhere(PLAIN), "md").body))


def found(plan: Plan) -> Counter[str]:
    """What a reader finds beside words; each line of a table has as many bars as its head."""
    body = render(plan, "md").body
    blocks = parsed(body)
    assert all(len(bars) == 1 for bars in widths(body, blocks))
    return meaning(blocks)


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_but_words_is_found_in_a_text(name: str) -> None:
    assert found(somewhere(HOSTILE[name])) == plain()


@pytest.mark.parametrize("turn", range(0, len(HOSTILE), 8))
def test_nothing_but_words_is_found_in_a_whole_plan(turn: int) -> None:
    texts = [*HOSTILE.values()]
    assert found(everywhere(*texts[turn:], *texts[:turn])) == found(everywhere(PLAIN))


@pytest.mark.parametrize("name", HOSTILE)
def test_the_words_are_read_as_they_were_written(name: str) -> None:
    text = HOSTILE[name]
    blocks = parsed(render(somewhere(text), "md").body)
    line = " ".join(text.splitlines())
    assert headings(blocks)[0][1].split() == f"{line} · operations plan".split()
    assert any(title.split() == line.split() for _, title in headings(blocks)[1:])
    cells = [cell for table in tables(blocks) for row in table for cell in row]
    lines = [part.strip() for part in text.splitlines()]
    assert any(cell.split("\n")[: len(lines)] == lines for cell in cells)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_script_is_pasted_as_it_was_written(name: str) -> None:
    text = undisguised(HOSTILE[name].replace("\r", "\n"))
    assert f"{text}\n{text}" in fences(parsed(render(somewhere(HOSTILE[name]), "md").body))


def test_ten_thousand_characters_are_words_too() -> None:
    text = "<b>|`*[x](y)\n#" * 770
    plan = somewhere(text)
    assert found(plan) == plain()
    assert " ".join(text.splitlines()) in read(parsed(render(plan, "md").body))


@given(st.text("ab |`*_[]()<>!#+-=~$&;:\\\n\r\t1.{}/\"'", min_size=1, max_size=30).filter(str.strip))
@example("\\")
@example("a\n\n\n")
@settings(max_examples=60, deadline=None)
def test_no_string_of_signs_means_anything(text: str) -> None:
    assert found(somewhere(text)) == plain()


def test_signs_that_turn_the_reading_direction_are_seen_and_do_nothing(tmp_path: Path) -> None:
    plan = make('groupplan: 1\nname: "a\\u202eb\\u2066c"\nplatform: wechat\nopens: 2027-03-01\n', tmp_path)
    for form in ("md", "html"):
        body = render(plan, form).body
        assert not {"\u202e", "\u2066"} & set(body)
        assert "a\\u202eb\\u2066c" in body
