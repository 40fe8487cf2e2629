"""Encoding, format version, the line for editors, invisible signs."""

import pytest

from groupplan.mend.heads import modeline, recoded
from groupplan.model.edit import applied
from groupplan.model.source import Source
from groupplan.read import read
from tests.briefs import brief
from tests.mend.made import fixed, form

CHINESE = brief("name: 二十一天英文晨读营\npositioning: {topic: 每天早上一起读}\n")
LINE = "# yaml-language-server: $schema=brief.schema.json"


def test_gbk_becomes_utf8() -> None:
    after = fixed(CHINESE.encode("gbk"))
    assert after.file.raw == CHINESE.encode() and form(after.file) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_what_says_itself_which_encoding_it_is_becomes_utf8(encoding: str) -> None:
    text = CHINESE.replace("opens: 2027-03-01", "opens：2027/3/1")
    assert fixed(text.encode(encoding)).file.raw == CHINESE.encode()


def test_gbk_becomes_utf8_and_is_mended_further() -> None:
    text = CHINESE.replace("opens: 2027-03-01", "opens：2027/3/1")
    assert fixed(text.encode("gbk")).file.raw == CHINESE.encode()


@pytest.mark.parametrize(
    "raw",
    [
        CHINESE.replace("晨读", "晨讀").encode("big5", "ignore"),
        brief("name: Café Zürich\n").encode("latin-1"),
        brief("name: 朝の読書会\n").encode("shift_jis"),
        brief("name: Чтение по утрам\n").encode("koi8-r"),
        CHINESE.encode("utf-16")[:-1],
        CHINESE.encode()[:-30] + b"\xff\n",
    ],
)
def test_what_may_be_another_encoding_is_left(raw: bytes) -> None:
    assert fixed(raw, unsafe=True).file.raw == raw


def test_recoded_comes_back_to_the_same_bytes() -> None:
    assert recoded("晨读营".encode("gb18030"), "gb18030") == "晨读营"
    assert recoded(b"\xff\xfe", "gb18030") is None
    assert recoded(b"abc", "gb18030") is None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_format_version_is_put_before_the_first_key(end: str) -> None:
    text = f"{LINE}\n# mine\n\n{brief()}\n".replace("groupplan: 1\n", "").replace("\n", end)
    after = fixed(b"\xef\xbb\xbf" + text.encode())
    wanted = f"{LINE}\n# mine\n\n{brief()}\n".replace("\n", end)
    assert after.file.raw == b"\xef\xbb\xbf" + wanted.encode()


@pytest.mark.parametrize("typed", ["groupplan:", "groupplan:   # version", "groupplan: ~"])
def test_a_format_version_without_figure(typed: str) -> None:
    after = fixed(brief(typed))
    assert form(after.file) == ([] if "~" not in typed else ["missing-key"])


@pytest.mark.parametrize("text", ["a: 1\n", "{name: a, platform: wecom}\n", "playbook: 1\nname: a\n"])
def test_what_may_be_no_brief_gets_no_version(text: str) -> None:
    assert fixed(text).file.raw == text.encode()


def test_an_invisible_sign_goes_where_no_words_are() -> None:
    assert fixed(brief("members_now: 3\u200b\n")).file.source.text == brief("members_now: 3\n")
    for text in ("name: 晨\u200b读\n", "name: a # b\u200bc\n", "name: a\u202eb\n"):
        assert fixed(brief(text)).fixed == ()
        assert fixed(brief(text), unsafe=True).file.source.text == brief(
            text.translate({0x200B: "", 0x202E: ""})
        )


def put(text: str, beside: str = "brief.schema.json") -> str:
    source = read(text.encode(), "brief.yaml").source
    pairs = modeline(source, frozenset({beside}))
    return applied(source.text, [edit for _, fix in pairs for edit in fix.edits])


def test_the_line_for_editors_is_put_where_a_schema_lies_beside() -> None:
    assert put("groupplan: 1\r\nname: a\r\n") == f"{LINE}\r\ngroupplan: 1\r\nname: a\r\n"
    assert put("playbook: 1\n", "playbook.schema.json").startswith("# yaml-language-server: $schema=playbook")


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}\ngroupplan: 1\n",
        "groupplan: 1\n#yaml-language-server: $schema=x\n",
        "name: a\n",
        "playbook: 1\n",
    ],
)
def test_and_only_there(text: str) -> None:
    assert put(text) == text
    assert put("groupplan: 1\n", "other.json") == "groupplan: 1\n"
    assert list(modeline(Source("brief.yaml"), frozenset({"brief.schema.json"}))) == []
