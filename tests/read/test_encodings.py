"""Bytes that are no UTF-8 are refused with the line and a way out, never read as something else."""

import codecs

import pytest

from groupplan.read import read

BRIEF = "groupplan: 1\nname: 二十一天英文晨读营\nplatform: wecom\nopens: 2027-03-01\n"


def refused(raw: bytes, encoding: str = "utf-8") -> tuple[str, int, str]:
    """The key, line and guess of the one finding there is."""
    reading = read(raw, "b.yaml", encoding=encoding)
    (finding,) = reading.findings
    assert (finding.code, reading.ok, reading.source.data) == ("GP001", False, None)
    return finding.words.key, reading.source.place(finding.origin).line, dict(finding.words.gaps)["encoding"]


@pytest.mark.parametrize(
    "raw", [BRIEF.encode(), BRIEF.encode("utf-8-sig"), BRIEF.replace("\n", "\r\n").encode()]
)
def test_utf8_is_read_with_and_without_bom(raw: bytes) -> None:
    data = read(raw, "b.yaml").source.data
    assert isinstance(data, dict) and data["name"] == "二十一天英文晨读营"
    assert list(data) == ["groupplan", "name", "platform", "opens"]


def test_gbk_is_named_with_its_line() -> None:
    assert refused(BRIEF.encode("gbk")) == ("not-utf8-looks-like", 2, "GBK")


@pytest.mark.parametrize(
    ("bom", "encoding", "name"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    ],
)
def test_wide_encodings_are_known_by_their_bom(bom: bytes, encoding: str, name: str) -> None:
    assert refused(bom + BRIEF.encode(encoding)) == ("not-utf8-looks-like", 1, name)


def test_latin_1_is_refused_without_a_guess() -> None:
    assert refused("groupplan: 1\nname: Café au lait\n".encode("latin-1")) == ("not-utf8", 2, "")


@pytest.mark.parametrize("cut", [1, 2])
def test_cut_utf8_is_not_called_gbk(cut: int) -> None:
    whole = BRIEF.split("营")[0].encode() + "营".encode()
    assert refused(whole[:-cut]) == ("not-utf8", 2, "")


@pytest.mark.parametrize(
    "raw", [b"name: \xc0\x80", b"name: \xe0\x80\x80", b"name: \xed\xa0\x80", b"name: \xf5\x80\x80\x80"]
)
def test_overlong_forms_and_surrogates_are_refused(raw: bytes) -> None:
    assert refused(raw)[:2] in (("not-utf8", 1), ("not-utf8-looks-like", 1))


@pytest.mark.parametrize("encoding", ["gbk", "GB18030", "big5", "utf-16", "utf-8-sig"])
def test_another_encoding_is_read_when_asked_for(encoding: str) -> None:
    text = "groupplan: 1\nname: 中文\n"
    data = read(text.encode(encoding), "b.yaml", encoding=encoding).source.data
    assert data == {"groupplan": "1", "name": "中文"}


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("名".encode(), "ascii"),
        (b"\xff\xff", "gbk"),
        (b"a: 1", "utf-32"),
        (b"a: 1", "hex"),
        (b"a: 1", "no-such-encoding"),
        (b"a: 1", "base64"),
        (b"a: +2AA-", "utf-7"),
        (b"a: \\ud800", "unicode_escape"),
        (b"a: 1", "a\0b"),
        (b"a: 1", "undefined"),
    ],
)
def test_an_encoding_that_does_not_fit_is_refused(raw: bytes, encoding: str) -> None:
    assert refused(raw, encoding) == ("not-that-encoding", 1, encoding)
