"""Notes survive every render, whatever is written into them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.notes import find, numbered, put

CLOSE = "<!-- /notes -->"
BODY = """\
# 计划

<!-- notes:summary -->
<!-- /notes -->

## 话术

````
```
<!-- notes:inside -->
不是备注
<!-- /notes -->
````

<!-- notes:risks -->
<!-- /notes -->

完
"""
HOSTILE = (
    "```\n代码没有结束",
    "````\n<!-- notes:risks -->\n````",
    "<!-- notes:risks -->\n嵌套",
    "<!-- lost-notes -->",
    "<!-- /lost-notes -->",
    "<!-- groupplan-seal format=1 brief=b.yaml inputs=0 body=0 version=1 -->",
    "a <!-- /notes --> b",
    "-- > <!-- /notes--> <!--/notes -->",
    "| a | b |\n|---|---|\n\n\n\n# 标题",
    "    缩进\n\ttab  ",
    "“引号” 😀 \u202e \ufeff \x0c \u2028",
    "<script>alert(1)</script>",
)
LINES = st.text(
    st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=30
) | st.sampled_from([line for text in HOSTILE for line in text.split("\n")])


def without_notes(text: str) -> str:
    return "\n".join(line for _, line in numbered(text))


def kept(words: str) -> str:
    return words.strip("\n")


@st.composite
def words(draw: st.DrawFn) -> str:
    lines = draw(st.lists(LINES, min_size=1, max_size=6))
    return kept("\n".join(line for line in lines if line.strip() != CLOSE))


@given(st.dictionaries(st.sampled_from(["summary", "risks", "gone", "a-b_9"]), words()))
def test_notes_put_into_a_body_are_found_again_word_for_word(notes: dict[str, str]) -> None:
    notes = {name: text for name, text in notes.items() if text.strip()}
    document = put(BODY, notes, "留言")
    assert find(document) == notes
    assert without_notes(document).rstrip("\n") == BODY.rstrip("\n")
    assert put(BODY, find(document), "留言") == document


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_note_stays_where_it_is(text: str) -> None:
    document = put(BODY, {"summary": text}, "留言")
    assert find(document) == {"summary": text}
    assert document.endswith("完\n")


@pytest.mark.parametrize("name", ["gone", "inside"])
def test_note_without_a_place_moves_to_the_appendix_and_back(name: str) -> None:
    document = put(BODY, {name: "周三说定"}, "没有位置的备注")
    assert document.index("完\n") < document.index("## 没有位置的备注") < document.index("周三说定")
    assert find(document) == {name: "周三说定"}
    again = put(f"<!-- notes:{name} -->\n{CLOSE}\n", find(document), "没有位置的备注")
    assert "没有位置的备注" not in again and find(again) == {name: "周三说定"}


def test_several_lost_notes_stand_in_order_of_their_names() -> None:
    document = put("完\n", {"b": "二", "a": "一"}, "留言")
    assert document.index("### a") < document.index("### b")
    assert find(document) == {"a": "一", "b": "二"}


def test_script_text_is_no_note() -> None:
    assert find(BODY) == {}
    assert "不是备注" in without_notes(BODY)


def test_windows_line_ends_change_nothing() -> None:
    document = put(BODY, {"summary": "一\n二"}, "留言")
    assert find(document.replace("\n", "\r\n")) == {"summary": "一\n二"}
    assert without_notes(document.replace("\n", "\r\n")) == without_notes(document)


def test_blank_notes_are_left_out() -> None:
    assert find(f"<!-- notes:summary -->\n\n  \n\n{CLOSE}\n") == {}


def test_a_note_that_is_never_closed_holds_the_rest() -> None:
    assert find("<!-- notes:summary -->\n一\n## 二\n") == {"summary": "一\n## 二"}


@pytest.mark.parametrize(
    "line", ["<!-- notes:UPPER -->", "<!-- notes: -->", "<!-- notes:a b -->", "text <!-- notes:a -->"]
)
def test_what_only_resembles_a_marker_is_text(line: str) -> None:
    assert find(f"{line}\n一\n{CLOSE}\n") == {}
    assert line in without_notes(f"{line}\n一\n{CLOSE}\n")


def test_what_is_written_beside_the_lost_notes_is_not_dropped() -> None:
    document = put(BODY, {"gone": "一"}, "留言").replace("### gone", "### gone\n\n另外：周五再谈")
    assert "另外：周五再谈" in without_notes(document)
