"""The seal in a plan's footer: what it says, and that it sees every edit outside the notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.model.notes import put
from groupplan.model.seal import FORMAT, Parts, Seal, body_of, count, damaged, digest, edited, find, lines_of

BODY = "# 计划\n\n<!-- notes:summary -->\n<!-- /notes -->\n\n第一天 08:00 发任务\n\n| a | b |\n"
NOTE = {"summary": "周三和林老师确认\n```\n", "gone": "旧备注"}


def sealed(body: str, brief: str = "brief.yaml", parts: Parts = ()) -> tuple[str, Seal]:
    seal = Seal(FORMAT, brief, digest("inputs"), digest(body_of(body)), "0.1.0", parts)
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


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
SHORT = st.text("0123456789abcdef", min_size=8, max_size=8)


@given(st.lists(st.tuples(NAMES, SHORT), max_size=5))
def test_any_parts_come_back(parts: list[tuple[str, str]]) -> None:
    document, seal = sealed(BODY, parts=tuple(parts))
    assert find(document) == seal
    assert seal.line().count("--") == 2
    assert not edited(document, seal)


def test_parts_that_do_not_fit_are_left_out_all_of_them() -> None:
    many = tuple((f"playbooks/{n:04}.yaml", "0" * 8) for n in range(1000))
    document, _ = sealed(BODY, parts=many)
    found = find(document)
    assert found is not None
    assert found.parts == ()
    assert "parts=" not in document


def test_a_seal_of_the_first_format_is_read() -> None:
    said = f"inputs={'0' * 64} body={'1' * 64} version=0.1.0"
    line = f"<!-- groupplan-seal format=1 brief=../brief.yaml {said} -->"
    assert find(f"{BODY}{line}\n") == Seal(1, "../brief.yaml", "0" * 64, "1" * 64, "0.1.0")


def test_what_a_later_format_adds_is_passed_over() -> None:
    document, seal = sealed(BODY)
    later = document.replace("format=2 ", "format=3 ").replace(" version=", " weather=fine version=")
    found = find(later)
    assert found is not None
    assert (found.format, found.brief) == (3, seal.brief)
    assert not edited(later, found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (" -->", ""),
        (" -->", "-->"),
        (" body=", " bdy="),
        ("format=2", "format=٢"),
        ("format=2", "format=2 format=2"),
        ("inputs=", "inputs=z"),
        ("parts=", "parts=:"),
        (":1a2b3c4d", ":1a2b3c4"),
        (":1a2b3c4d", ":1a2b3c4d,"),
    ],
)
def test_a_damaged_seal_is_none_and_seen_to_be_one(old: str, new: str) -> None:
    document, _ = sealed(BODY, parts=(("brief", "1a2b3c4d"),))
    head, opening, line = document.rpartition("<!-- groupplan-seal ")
    assert old in line
    assert not damaged(document)
    hurt = head + opening + line.replace(old, new, 1)
    assert find(hurt) is None
    assert damaged(hurt)
    assert not damaged(BODY)


def test_seals_are_counted_and_none_of_them_is_an_edit() -> None:
    document, seal = sealed(BODY)
    twice = document + seal.line() + "\n"
    assert (count(BODY), count(document), count(twice)) == (0, 1, 2)
    assert not edited(twice, seal)


def test_lines_keep_their_numbers_in_the_document() -> None:
    document, _ = sealed(put(BODY, NOTE, "留言"))
    numbers = dict(lines_of(document))
    lines = document.split("\n")
    assert all(lines[number - 1] == line for number, line in numbers.items())
    assert "第一天 08:00 发任务" in numbers.values()
    assert "周三和林老师确认" not in numbers.values()


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
