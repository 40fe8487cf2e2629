"""Fixes in the formats that can carry them."""

import json

from jsonschema import Draft202012Validator

from groupplan.model.edit import Edit, Fix, replacing
from groupplan.model.finding import say
from groupplan.model.source import Source, Span
from groupplan.report import arranged, written
from groupplan.report.arrange import Report
from groupplan.report.text import Ink
from tests.report.made import finding
from tests.report.shapes import SARIF

WORDS = say("fix-key", old="a](b {0}", new="c")


def report(fix: Fix | None, unsafe: int = 0) -> Report:
    one = finding(1, 2, 3)
    marks = {(one.origin, one.words): fix} if fix else {}
    return arranged([one], {"b.yaml": Source("b.yaml", "🌅x\ny")}, 1, "en", fixes=marks, unsafe=unsafe)


def test_sarif_holds_the_edits_in_utf16() -> None:
    fix = Fix(WORDS, (replacing(Span(1, 2, 3), "z"), Edit(1, 3, 2, 1, "")))
    body = json.loads(written("sarif", report(fix), Ink()))
    Draft202012Validator(SARIF).validate(body)
    (made,) = body["runs"][0]["results"][0]["fixes"]
    first, second = (one["deletedRegion"] for one in made["artifactChanges"][0]["replacements"])
    assert first == {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 4}
    assert second == {"startLine": 1, "startColumn": 4, "endLine": 2, "endColumn": 1}
    assert "](" not in made["description"]["text"]


def test_sarif_has_no_fix_without_edits() -> None:
    for fix in (None, Fix(say("fix-encoding", encoding="GBK"), encoding="gb18030")):
        body = json.loads(written("sarif", report(fix), Ink()))
        Draft202012Validator(SARIF).validate(body)
        assert "fixes" not in body["runs"][0]["results"][0]


def test_json_names_the_encoding() -> None:
    fix = Fix(say("fix-encoding", encoding="GBK"), encoding="gb18030")
    (found,) = json.loads(written("json", report(fix), Ink()))["findings"]
    assert found["fix"] == {
        "message": "the file is saved as UTF-8 instead of GBK",
        "safe": True,
        "edits": [],
        "encoding": "gb18030",
    }


def test_text_marks_and_counts() -> None:
    text = written("text", report(Fix(WORDS), unsafe=2), Ink())
    assert text.splitlines()[0].startswith("b.yaml:1:2: GP013 error [*] ")
    assert text.splitlines()[-2:] == [
        "fixable with --fix, marked [*]: 1",
        "fixable with --unsafe-fixes, which may change meaning: 2",
    ]
    assert "[*]" not in written("text", report(None), Ink())
