"""A baseline is read as it was written; anything else is refused with a sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groupplan.configure.baseline import baseline
from groupplan.model.baseline import VERSION, Entry, written
from groupplan.model.refusal import Misuse

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ENTRIES = st.builds(Entry, TEXT, TEXT, TEXT, TEXT)


@given(st.lists(ENTRIES, max_size=5))
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    text = written(entries)
    assert baseline(text.encode(), "b.json", "/w").entries == frozenset(entries)
    assert text == written(reversed(entries))


def test_each_entry_is_a_line_in_order_and_chinese_stays_readable() -> None:
    text = written([Entry("b.yaml", "GP2", "", "2"), Entry("群/a.yaml", "GP1", "goals", "1")])
    rows = [line.strip(" ,") for line in text.splitlines() if "GP" in line]
    assert [json.loads(row)["file"] for row in rows] == ["b.yaml", "群/a.yaml"]
    assert "群" in text


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "no-baseline"),
        (b"[]", "no-baseline"),
        (b"groupplan: 1\n", "no-baseline"),
        (b"\xff", "no-baseline"),
        (b"{}", "no-baseline"),
        (b"[" * 100_000, "no-baseline"),
        (b'{"version": 1}', "no-baseline"),
        (b'{"version": 1, "findings": [{"file": "a"}]}', "no-baseline"),
        (
            b'{"version": 1, "findings": [{"file": 1, "code": "", "at": "", "fingerprint": ""}]}',
            "no-baseline",
        ),
        (b'{"version": 2, "findings": []}', "baseline-version"),
        (b'{"version": "1", "findings": []}', "baseline-version"),
        (b'{"version": true, "findings": []}', "baseline-version"),
    ],
)
def test_anything_else_is_refused(raw: bytes, key: str) -> None:
    with pytest.raises(Misuse) as refused:
        baseline(raw, "b.json", "/w")
    assert refused.value.words.key == key
    assert VERSION == 1
