"""Formats for CI services: as they demand, also with nothing found and with hostile names."""

import json
import re
from itertools import pairwise
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from markdown_it import MarkdownIt
from msgspec.structs import replace

from groupplan.messages import page
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.source import Origin, Source, Span
from groupplan.report import FORMATS, Report, arranged, written
from groupplan.report.fingerprint import fingerprints
from groupplan.report.github import MOST
from groupplan.report.text import Ink
from tests.report.made import finding, report, warning
from tests.report.shapes import GITLAB, SARIF

NOTHING = report([], language="en")
HOSTILE = (
    "::error::x", "\u3000::stop-commands::x", "##[error]x", "a\n::set-env name=a::b", "\r\n::add-mask::a",
    "\x1b[2J\x07", "\u202eabc\u2066", "\x00\x0b\ufffe\uffff", "\ud800", "]]><x>&amp;\"'", "<img src=x>",
    "| a | b |", "[x](http://evil.example)", "![x](//e.x/a.png)", "`a``b", "@everyone #12 a@b.cc www.x.yz",
    "a\\|b", "**b** ~~s~~ _u_ $x$ <!-- a", "x%0Ay%2C,z=1:", "{0} {{ name }} {x}", "\x85\u2028\u2029",
    "𠮷 👩\u200d👧", "</script>",
)  # fmt: skip


def made(form: str, of: Report, ink: Ink | None = None) -> str:
    return written(form, of, ink or Ink(actions=True))


def hostile(text: str, language: str = "en") -> Report:
    file = f"{text}.yaml"
    related = (Origin(file, at=Span(1, 1, 2)),)
    house = Finding(
        Origin(file, ("goals", text), at=Span(1, 1, 3)),
        say("house-rule", text=text),
        say("did-you-mean", name=text),
        related,
        "our/rule",
        "rule",
    )
    return report([house, finding(2, text=text, file=file)], f"{text}\n{text}", language, file)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_format_ends_with_one_line_end_and_can_be_written(form: str, language: str) -> None:
    for text in ("x", *HOSTILE):
        for one in (report([], language=language), hostile(text, language)):
            body = made(form, one)
            body.encode("utf-8")
            assert body.endswith("\n") and not body.endswith("\n\n")


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "github"])
@pytest.mark.parametrize("text", HOSTILE)
def test_a_runner_that_reads_along_obeys_nothing(form: str, text: str) -> None:
    body = made(form, hostile(text))
    assert "##[" not in body and "\r" not in body
    assert [row for row in body.split("\n") if row.lstrip().startswith("::")] == []


@pytest.mark.parametrize("form", FORMATS)
def test_no_control_reaches_a_terminal(form: str) -> None:
    for text in HOSTILE:
        body = made(form, hostile(text))
        assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]", body) == []


def test_concise_is_one_line_a_finding() -> None:
    rows = made("concise", report([finding(2, 3), warning(4)], "a\nb", "en")).split("\n")
    assert rows[0].startswith("b.yaml:2:3: GP013 error ") and rows[1].startswith("b.yaml:4:1: GP006 warning ")
    assert rows[2:] == ["errors: 1, warnings: 1, notes: 0 (files: 1)", ""]
    assert made("concise", NOTHING) == "nothing found (files: 1)\n"
    coloured = made("concise", report([finding()]), Ink(colour=True))
    assert coloured.count("\x1b[0m") == 1
    for text in HOSTILE:
        assert made("concise", hostile(text)).count("\n") == 3


def test_jsonl_holds_what_json_holds() -> None:
    for one in (NOTHING, report([finding(), warning(2)]), *map(hostile, HOSTILE)):
        *findings, last = (json.loads(row) for row in made("jsonl", one).splitlines())
        assert {"version": last["version"], "findings": findings, "summary": last["summary"]} == json.loads(
            made("json", one)
        )
        assert set(last) == {"version", "summary"}


# ---- github ------------------------------------------------------------------------------------


def commands(body: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands as the runner reads them: the first ``::`` after the properties ends them."""

    def plain(text: str) -> str:
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(code, sign)
        return text

    found = []
    for row in body.split("\n"):
        if row.lstrip().startswith("::"):
            name, _, data = row.lstrip()[2:].partition("::")
            name, _, properties = name.partition(" ")
            pairs = dict(one.split("=", 1) for one in properties.split(","))
            found.append((name, {key: plain(value) for key, value in pairs.items()}, plain(data)))
    return found


def test_github_names_place_and_code() -> None:
    (found,) = commands(made("github", report([finding(2, 3, 5, file="./a,b:%.yaml")], language="en")))
    assert found[0] == "error"
    assert found[1] == {
        "title": "groupplan (GP013)", "file": "a,b:%.yaml", "line": "2", "endLine": "2", "col": "3",
        "endColumn": "5",
    }  # fmt: skip
    assert found[2].startswith("./a,b:%.yaml:2:3: GP013 ")


def test_github_marks_ten_of_each_level_and_counts_the_rest_in_one_notice() -> None:
    note = replace(warning(), severity=Severity.NOTE)
    notes = [replace(note, origin=Origin("b.yaml", at=Span(number, 1, 2))) for number in range(1, 13)]
    errors = [finding(number) for number in range(20, 33)]
    found = report([*notes, *errors, *(warning(number) for number in range(40, 200))], language="en")
    names = [name for name, _, _ in commands(made("github", found))]
    assert {name: names.count(name) for name in names} == dict.fromkeys(("error", "warning", "notice"), MOST)
    assert commands(made("github", found))[-1][2] == "not annotated: errors 3, warnings 150, notes 3"
    few = [name for name, _, _ in commands(made("github", report(errors[:10], language="en")))]
    assert few == ["error"] * 10


def test_github_says_for_the_log_how_many_there_are() -> None:
    assert made("github", NOTHING) == "nothing found (files: 1)\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_github_takes_no_command_from_a_file(text: str) -> None:
    body = made("github", hostile(text))
    assert [name for name, _, _ in commands(body)] == ["warning", "error"] and body.count("\n") == 3
    assert {len(properties) for _, properties, _ in commands(body)} == {6}
    assert "##[" not in body


# ---- gitlab and sarif --------------------------------------------------------------------------


def valid(body: str, schema: dict[str, Any]) -> Any:
    data = json.loads(body)
    assert body.isascii()
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(data)
    return data


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("text", ["x", *HOSTILE])
def test_gitlab_and_sarif_are_as_demanded(text: str, language: str) -> None:
    issues = valid(made("gitlab", hostile(text, language)), GITLAB)
    assert len({one["fingerprint"] for one in issues}) == len(issues) == 2
    (run,) = valid(made("sarif", hostile(text, language)), SARIF)["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert "](" not in result["message"]["text"]
        assert not re.search(r"\{\d+\}", result["message"]["text"])


def test_with_nothing_found_they_are_empty() -> None:
    assert valid(made("gitlab", NOTHING), GITLAB) == []
    (run,) = valid(made("sarif", NOTHING), SARIF)["runs"]
    assert run["results"] == run["tool"]["driver"]["rules"] == []


def test_what_is_only_counted_is_said() -> None:
    many = report([finding(number) for number in range(1, 131)], language="en")
    issues = valid(made("gitlab", many), GITLAB)
    assert len(issues) == 101 and issues[-1]["description"] == "b.yaml: 30 more not shown"
    (run,) = valid(made("sarif", many), SARIF)["runs"]
    (notice,) = run["invocations"][0]["toolExecutionNotifications"]
    assert len(run["results"]) == 100 and notice["message"]["text"] == "b.yaml: 30 more not shown"
    assert 'tests="101" failures="101"' in made("junit", many)


def test_levels() -> None:
    three = [finding(), warning(2), replace(warning(3), severity=Severity.NOTE)]
    assert [one["severity"] for one in json.loads(made("gitlab", report(three)))] == [
        "major",
        "minor",
        "info",
    ]
    results = json.loads(made("sarif", report(three)))["runs"][0]["results"]
    assert [one["level"] for one in results] == ["error", "warning", "note"]


@pytest.mark.parametrize(("language", "other"), [("zh-CN", "en"), ("en", "zh-CN")])
def test_sarif_rules_have_their_page_in_both_languages(language: str, other: str) -> None:
    (run,) = json.loads(made("sarif", report([finding(), finding(2)], language=language)))["runs"]
    (rule,) = run["tool"]["driver"]["rules"]
    about = dict(page("GP013") or {})
    assert (rule["id"], rule["name"]) == ("GP013", "WrongValue")
    assert rule["shortDescription"]["text"] == about["title"][language]
    for form in ("text", "markdown"):
        said = rule["help"][form]
        assert said.index(about["mend"][language]) < said.index(about["why"][other])


def test_sarif_rules_of_playbooks_say_their_own_sentence() -> None:
    (run,) = json.loads(made("sarif", hostile("x")))["runs"]
    rule = run["tool"]["driver"]["rules"][0]
    assert (rule["id"], rule["shortDescription"], rule["fullDescription"]) == (
        "our/rule", {"text": "x"}, {"text": "x"}
    )  # fmt: skip
    assert rule["help"]["text"].startswith("x\n\n")


def test_sarif_counts_columns_in_utf16() -> None:
    text = "名: 𠮷👍 wecm"
    column = text.index("wecm") + 1
    (run,) = json.loads(made("sarif", report([finding(1, column, column + 4)], text)))["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    units = text.encode("utf-16-le")
    assert run["columnKind"] == "utf16CodeUnits"
    first, last = region["startColumn"] - 1, region["endColumn"] - 1
    assert units[2 * first : 2 * last].decode("utf-16-le") == "wecm"


@pytest.mark.parametrize("name", ["群 a#b?c%.yaml", "./a/../b.yaml", "c:d.yaml", "𠮷.yaml", "::error::"])
def test_sarif_addresses_lead_to_the_file(name: str) -> None:
    (run,) = valid(made("sarif", report([finding(file=name)], file=name)), SARIF)["runs"]
    where = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(where["uri"]) == name.removeprefix("./") and where["uriBaseId"] == "%SRCROOT%"
    assert ":" not in where["uri"]


def test_sarif_names_absolute_files_as_such() -> None:
    (run,) = valid(made("sarif", report([finding(file="/a/b c.yaml")], file="/a/b c.yaml")), SARIF)["runs"]
    where = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where == {"uri": "file:///a/b%20c.yaml"}


def test_a_fingerprint_survives_lines_put_in_above_and_the_language() -> None:
    def marks(text: str, line: int, index: int, language: str = "en") -> list[str]:
        origin = Origin("b.yaml", ("goals", index, "target"), at=Span(line, 1, 2))
        one = Finding(origin, say("wrong-value", text="x"), code="GP013", slug="wrong-value")
        return fingerprints(arranged([one], {"b.yaml": Source("b.yaml", text)}, 1, language))

    before = marks("a\ntarget: x", 2, 0)
    assert before == marks("a\nb\nc\n  target: x", 4, 1, "zh-CN")
    assert before != marks("a\ntarget: y", 2, 0)


def test_equal_findings_on_one_line_have_fingerprints_of_their_own() -> None:
    found = report([finding(1, 1), finding(1, 5), finding(1, 9)], "a: b, c, d")
    assert len(set(fingerprints(found))) == 3


# ---- junit -------------------------------------------------------------------------------------


def suites(of: Report) -> ElementTree.Element:
    root = ElementTree.fromstring(made("junit", of).encode("utf-8"))
    assert root.tag == "testsuites"
    for suite in root:
        assert suite.tag == "testsuite" and suite.attrib.keys() >= {"name", "tests", "failures", "errors"}
        assert int(suite.attrib["tests"]) == len(suite) > 0
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        for case in suite:
            assert case.tag == "testcase" and case.attrib.keys() >= {"name", "classname", "time"}
            assert [child.tag for child in case] in (["failure"], ["system-out"])
    assert int(root.attrib["tests"]) == len(root.findall("testsuite/testcase"))
    assert int(root.attrib["failures"]) == len(root.findall("testsuite/testcase/failure"))
    return root


def test_junit_fails_on_what_fails_the_check() -> None:
    found = [finding(), warning(2), warning(1, "c.yaml")]
    root = suites(arranged(found, {}, 2, "en"))
    assert [suite.attrib["name"] for suite in root] == ["b.yaml", "c.yaml"]
    assert root.attrib["failures"] == "1"
    assert suites(arranged(found, {}, 2, "en", Severity.WARNING)).attrib["failures"] == "3"


def test_junit_with_nothing_found_is_one_case_that_passes() -> None:
    root = suites(NOTHING)
    assert (root.attrib["tests"], root.attrib["failures"]) == ("1", "0")
    assert root.findtext("testsuite/testcase/system-out") == "nothing found (files: 1)"


def test_junit_fails_when_what_fails_is_only_counted() -> None:
    many = report([*(warning(number) for number in range(1, 121)), finding(999)])
    assert suites(many).attrib["failures"] == "1"


@pytest.mark.parametrize("text", HOSTILE)
def test_junit_is_xml_whatever_the_name(text: str) -> None:
    root = suites(hostile(text))
    assert len(root) == 1 and len(root[0]) == 2


# ---- markdown ----------------------------------------------------------------------------------

PARSER = MarkdownIt("commonmark", {"linkify": False}).enable(["table", "strikethrough"])
PLAIN = {"text", "softbreak", "text_special"}


def cells(body: str) -> list[list[str]]:
    """The rows of the table; text is all there may be in a cell."""
    tokens = PARSER.parse(body)
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            rows.append([])
        if before.type in ("td_open", "th_open"):
            inline = token.children or []
            assert {child.type for child in inline} <= PLAIN, [child.type for child in inline]
            rows[-1].append("".join(child.content for child in inline))
    return rows


def test_markdown_is_a_table() -> None:
    body = made("markdown", report([finding(2, 3), warning(4)], language="en"))
    assert body.startswith("### groupplan\n\nerrors: 1, warnings: 1, notes: 0 (files: 1)\n\n| Level |")
    head, one, two = cells(body)
    assert head == ["Level", "Place", "Finding", "What to do"]
    assert (one[:2], two[:2]) == (["error GP013", "b.yaml:2:3"], ["warning GP006", "b.yaml:4:1"])
    assert made("markdown", NOTHING) == "### groupplan\n\nnothing found (files: 1)\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_stays_text(text: str) -> None:
    body = made("markdown", hostile(text))
    rows = cells(body)
    assert [len(row) for row in rows] == [4, 4, 4]
    calls = re.compile(r"[@#]\w|://|www\.", re.IGNORECASE)
    assert [cell for row in rows for cell in row if calls.search(cell)] == []


@given(st.text(alphabet="\\`*_[]()<>|~$!&@#:/.w1ax \n\r\u3000-=+{}", max_size=12))
def test_no_text_leaves_its_cell(text: str) -> None:
    rows = cells(made("markdown", report([finding(text=f"a{text}b")], language="en")))
    assert [len(row) for row in rows] == [4, 4]
    shown = text.replace("\n", " ").replace("\r", "\\x0d").replace("##[", "## [")
    assert f"a{shown}b" in rows[1][2].replace("\u200b", "")


def test_markdown_fits_into_a_comment_and_counts_the_rest() -> None:
    texts = [
        finding(number, text="长" * 60, file=f"{file}.yaml")
        for file in "abcdefghij"
        for number in range(1, 131)
    ]
    body = made("markdown", arranged(texts, {}, 10, "en"))
    shown = len(cells(body)) - 1
    assert 50_000 < len(body) < 65_536
    assert f"{1300 - shown} more not shown." in body.splitlines()[-1]
