"""docs/rules.*.md are what `groupplan explain --all --to markdown` prints; `--update` makes them afresh."""

import re

import pytest
from markdown_it import MarkdownIt

from groupplan.cli.main import main
from groupplan.messages import LANGUAGES, catalogue
from tests.readme.blocks import ROOT, blocks

PAGES = catalogue("pages")
ANCHOR = re.compile(r'^<a id="(\w+)"></a>$', re.MULTILINE)
SPELLED = str.maketrans({"\u200b": "\\u200B"})
LANGUAGE = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture
def printed(lang: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--lang", lang, "explain", "--all", "--to", "markdown"]) == 0
    return capsys.readouterr().out


@LANGUAGE
def test_rules_are_those_of_the_program(lang: str, printed: str, update: bool) -> None:
    path = ROOT / "docs" / f"rules.{lang}.md"
    if update:
        path.write_text(printed, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == printed, "pytest tests/test_docs.py --update"


@LANGUAGE
def test_every_rule_has_an_anchor_and_is_in_the_contents(lang: str, printed: str) -> None:
    assert ANCHOR.findall(printed) == sorted(PAGES)
    assert re.findall(r"^- \[(\w+)\]\(#\1\) \S", printed, re.MULTILINE) == sorted(PAGES)


@LANGUAGE
def test_what_a_rule_rests_on_is_said(lang: str, printed: str) -> None:
    parts = dict(zip(sorted(PAGES), ANCHOR.split(printed)[2::2], strict=True))
    for code, part in parts.items():
        named = re.findall(r"^- \*\*(\w+)\*\* \S.{5,}$", part, re.MULTILINE)
        assert (code, named) == (code, PAGES[code]["basis"])


@LANGUAGE
def test_examples_stand_in_fences_and_words_make_no_markup(lang: str, printed: str) -> None:
    shown = [PAGES[code][what].strip() for code in sorted(PAGES) for what in ("bad", "good")]
    assert [block.text.rstrip("\n") for block in blocks(printed)] == [
        text.translate(SPELLED) for text in shown
    ]
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(printed)
    flat = [one for token in tokens for one in (token, *(token.children or ()))]
    html = [token.content.strip() for token in flat if token.type in ("html_block", "html_inline")]
    assert {one for one in html if not re.fullmatch(r'<a id="GP\d+">|</a>', one)} == set()
    assert {token.type for token in flat} & {"table_open", "em_open", "image", "code_block", "hr"} == set()
    words = {token.content.replace("\\", "") for token in flat if token.type == "text"}
    assert {PAGES[code]["title"][lang] for code in PAGES} <= {
        word.partition(" · ")[2].replace("\\", "") for word in words
    }


@LANGUAGE
def test_no_sign_is_invisible(lang: str, printed: str) -> None:
    assert (
        re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", printed)
        == []
    )
