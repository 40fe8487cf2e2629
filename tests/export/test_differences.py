"""What differs is shown as a diff, or as the first places; never a wait, whatever the texts are."""

import difflib

from hypothesis import given
from hypothesis import strategies as st

from groupplan.export import Place, places, unified

LINES = st.lists(st.sampled_from(["", "一", "二", "- x", "| a |"]), max_size=30)


def numbered(lines: list[str]) -> list[tuple[int, str]]:
    return list(enumerate(lines, 1))


@given(LINES, LINES)
def test_a_diff_leads_from_one_text_to_the_other(one: list[str], other: list[str]) -> None:
    before, after = ("".join(f"{line}\n" for line in lines) for lines in (one, other))
    found = unified(before, after, "plan.md")
    assert (found == []) == (before == after)
    added = [line[1:] for line in found[2:] if line.startswith("+")]
    taken = [line[1:] for line in found[2:] if line.startswith("-")]
    assert len(after.splitlines()) - len(before.splitlines()) == len(added) - len(taken)


@given(LINES, LINES, st.integers(1, 4))
def test_places_are_where_the_document_differs(one: list[str], other: list[str], most: int) -> None:
    found = places(numbered(one), other, most)
    assert len(found) <= most
    assert (found == []) == (one == other)
    for place in found:
        assert place.there != place.wanted or place.there == "" or one.count(place.there) > 1


def test_a_changed_an_added_and_a_missing_line_are_named() -> None:
    wanted = ["甲", "乙", "丙", "丁", "戊"]
    document = [(1, "甲"), (2, "乙！"), (7, "丙"), (8, "多的"), (9, "丁")]
    assert places(document, wanted, 3) == [Place(2, "乙！", "乙"), Place(8, "多的", ""), Place(9, "", "戊")]


def test_texts_made_to_be_slow_are_shown_whole(monkeypatch: object) -> None:
    lines = [str(number) for number in range(3000)]
    slow = [line for line in lines for _ in range(400)]
    assert slow != lines
    compared: list[object] = []
    original = difflib.SequenceMatcher.__init__
    try:
        difflib.SequenceMatcher.__init__ = lambda *given, **named: compared.append(given)  # type: ignore[method-assign]
        found = unified("\n".join(lines), "\n".join(slow), "plan.md")
        first = places(numbered(slow), lines, 3)
    finally:
        difflib.SequenceMatcher.__init__ = original  # type: ignore[method-assign]
    assert compared == []
    assert found[2] == "@@ -1,3000 +1,1200000 @@\n"
    assert first == [Place(2, "0", "1")]
