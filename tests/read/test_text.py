"""Every scalar stays the text that was typed; any bytes give data or findings, never an exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupplan.model.source import Data, Route
from groupplan.read import Reading, read
from groupplan.report import arranged, as_text

TYPED = (
    "NO", "no", "yes", "on", "off", "y", "n", "true", "21:30", "12:30:45", "3.10", "010", "0o10",
    "0x10", "1_000", "1e3", ".inf", "-.inf", ".nan", "2027-02-30",
    "25:00:00", "9999-99-99", "0b_", "0x_", "=", "5%", "1.2万", "+1", "1,000",
    "NULL ish", "９０", "2001-12-14t21:59:43.10-05:00", "9" * 5_000,
)  # fmt: skip


@pytest.mark.parametrize("text", TYPED, ids=lambda text: str(text)[:20])
def test_a_scalar_is_the_text_that_was_typed(text: str) -> None:
    assert read(f"a: {text}\nb: ['{text}', \"{text}\"]".encode(), "b").source.data == {
        "a": text,
        "b": [text, text],
    }


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "# only a comment"])
def test_nothing_means_not_given(text: str) -> None:
    assert read(f"a: {text}\nb: 1".encode(), "b").source.data == {"a": None, "b": "1"}


def test_quoted_nothing_is_text() -> None:
    assert read(b"a: ''\nb: 'null'\nc: '~'", "b").source.data == {"a": "", "b": "null", "c": "~"}


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "hello", "- a\n- b", "''", "[]", "~", "---\n..."])
def test_a_file_that_is_no_mapping_says_so(text: str) -> None:
    reading = read(text.encode(), "b.yaml")
    assert [f.words.key for f in reading.findings] == ["not-a-mapping"]
    assert not reading.ok


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: 1\n\tb: 2", "yaml-tab", 2),
        ("a:\n\t- 1", "yaml-tab", 2),
        ("a: 1\nb 2\nc: 3", "yaml-no-colon", 3),
        ("a: b: c", "yaml-second-colon", 1),
        ("a: @all", "yaml-odd-start", 1),
        ("a: `x`", "yaml-odd-start", 1),
        ('a: "x\\q"', "yaml-escape", 1),
        ("a: [1, 2\nb: 3", "yaml-open-bracket", 2),
        ("a: 1\n b: 2", "yaml-second-colon", 2),
        ("a: 'x", "yaml-open-quote", 1),
    ],
)
def test_a_syntax_error_is_one_plain_sentence_at_its_line(text: str, key: str, line: int) -> None:
    (finding,) = read(text.encode(), "b.yaml").findings
    assert finding.words.key == key
    assert finding.origin.at and finding.origin.at.line == line


def contract(reading: Reading) -> None:
    """Data or an error; every place is inside the file; the report can be printed."""
    assert reading.findings or isinstance(reading.source.data, dict)
    for finding in reading.findings:
        span = reading.source.place(finding.origin)
        assert span.line >= 1 and 1 <= span.column < max(span.end, 2)
    for route in routes(reading.source.data, ()):
        assert reading.source.span(route).end >= reading.source.span(route).column
    report = arranged(reading.findings, {"b.yaml": reading.source}, 1, "zh-CN")
    assert as_text(report).encode("utf-8")


def routes(data: Data, route: Route) -> list[Route]:
    if isinstance(data, dict):
        return [one for key, value in data.items() for one in [(*route, key), *routes(value, (*route, key))]]
    if isinstance(data, list):
        return [one for n, value in enumerate(data) for one in [(*route, n), *routes(value, (*route, n))]]
    return []


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_any_bytes_keep_the_contract(raw: bytes) -> None:
    contract(read(raw, "b.yaml"))


@settings(max_examples=300)
@given(
    st.text(
        alphabet=st.sampled_from("ab 1:：-\n\n  \t[]{},'\"|>&*!%@`#?~<\\群\r\u2028\u202e\0"), max_size=120
    )
)
def test_any_text_keeps_the_contract(text: str) -> None:
    contract(read(text.encode(), "b.yaml"))


@settings(max_examples=100)
@given(st.binary(max_size=60), st.sampled_from(["gbk", "utf-16", "utf-7", "big5", "cp1252", "shift_jis"]))
def test_any_bytes_in_any_encoding_keep_the_contract(raw: bytes, encoding: str) -> None:
    contract(read(raw, "b.yaml", encoding=encoding))
