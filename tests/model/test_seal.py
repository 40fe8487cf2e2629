"""The seal in a plan's footer: what it says, and that it sees every edit outside the notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.notes import put
from groupplan.model.seal import FORMAT, Seal, body_of, digest, edited, find

BODY = "# 计划\n\n<!-- notes:summary -->\n<!-- /notes -->\n\n第一天 08:00 发任务\n\n| a | b |\n"
NOTE = {"summary": "周三和林老师确认\n```\n", "gone": "旧备注"}


def sealed(body: str, brief: str = "brief.yaml") -> tuple[str, Seal]:
    seal = Seal(FORMAT, brief, digest("inputs"), digest(body_of(body)), "0.1.0")
    return f"{body}\n{seal.line()}\n", seal


@pytest.mark.parametrize(
    "brief",
    ["brief.yaml", "../a b/brief.yaml", "群 计划/brief.yaml", "a--b.yaml", "a-->b.yaml", "-- >.yaml",
     "%2D%.yaml", "a---b", "\"'<&>.yaml", "-", "--", "a\nb.yaml"],
)  # fmt: skip
def test_seal_is_found_as_it_was_written(brief: str) -> None:
    document, seal = sealed(BODY, brief)
    assert find(document) == seal
    assert seal.line().count("--") == 2, "a comment of HTML may hold no further --"
    assert "\n" not in seal.line()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_path_comes_back(brief: str) -> None:
    document, seal = sealed(BODY, brief)
    assert find(document) == seal


def test_a_document_without_a_seal_has_none() -> None:
    assert find("") is find(BODY) is find("<!-- groupplan-seal format=1 -->\n") is None
    document, _ = sealed(BODY)
    assert find(document + "x\n" * 5) is None, "only the footer is looked at"


def test_the_last_seal_counts() -> None:
    document, first = sealed(BODY)
    again = Seal(FORMAT, "other.yaml", first.inputs, first.body, "0.2.0")
    assert find(document + again.line() + "\n") == again


def test_a_fresh_document_is_not_edited() -> None:
    document, seal = sealed(BODY)
    assert not edited(document, seal)
    assert body_of(document) == body_of(BODY)


def test_notes_and_line_ends_are_no_edit() -> None:
    document, seal = sealed(put(BODY, NOTE, "留言"))
    assert seal.body == digest(body_of(BODY))
    for text in (document, document.replace("\n", "\r\n"), document + "\n\n"):
        assert not edited(text, seal)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("08:00", "09:00"),
        ("# 计划", "#  计划"),
        ("发任务\n", "发任务\n再发一遍\n"),
        ("第一天 08:00 发任务\n", ""),
        ("| a | b |", "| a | b |\n| c | d |"),
        ("<!-- notes:summary -->\n", ""),
        ("<!-- /notes -->\n", ""),
        ("### gone", "### gone\n\n顺手写的一句话"),
        ("<!-- /lost-notes -->", "<!-- /lost-notes -->\n\n顺手写的一句话"),
        ("a", "а"),
    ],
)
def test_any_other_change_is_an_edit(old: str, new: str) -> None:
    document, seal = sealed(put(BODY, NOTE, "留言"))
    assert old in document
    assert edited(document.replace(old, new, 1), seal)


@given(st.integers(0, len(BODY) - 3), st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]))
def test_one_changed_sign_anywhere_is_seen(place: int, sign: str) -> None:
    document, seal = sealed(BODY)
    changed = document[:place] + sign + document[place + 1 :]
    inside = sign == document[place] or document[place] == "\n" or sign.isspace()
    assert inside or edited(changed, seal)


def test_digests_are_sha256_of_the_text() -> None:
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest("群") != digest("羣")
    assert len(digest("\ud800")) == 64
