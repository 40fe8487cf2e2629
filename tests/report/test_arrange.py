"""Findings in order, once each, at most a hundred a file; and as JSON."""

import json
from itertools import permutations

from groupplan.model.finding import Finding, Severity, say
from groupplan.model.limits import FINDINGS
from groupplan.model.source import Origin, Source, Span
from groupplan.report import FORMATS, arranged, as_json, as_text
from tests.report.made import finding, report, warning


def test_sorted_by_file_line_column_and_code_whatever_the_order() -> None:
    found = [
        finding(2, file="a.yaml"),
        finding(1, 5),
        finding(1, 2, slug="unknown-key"),
        finding(1, 2),
        finding(10),
    ]
    sources = {name: Source(name) for name in ("a.yaml", "b.yaml")}
    texts = {as_text(arranged(order, sources, 2, "en")) for order in permutations(found)}
    assert len(texts) == 1
    places = [
        (line.file, line.span.line, line.span.column) for line in arranged(found, sources, 2, "en").lines
    ]
    assert places == [
        ("a.yaml", 2, 1),
        ("b.yaml", 1, 2),
        ("b.yaml", 1, 2),
        ("b.yaml", 1, 5),
        ("b.yaml", 10, 1),
    ]


def test_the_same_finding_stands_once() -> None:
    assert len(report([finding(), finding(), finding(text="y")]).lines) == 2


def test_at_most_a_hundred_a_file_and_the_rest_is_counted() -> None:
    found = [finding(number) for number in range(1, 351)] + [finding(1, file="z.yaml")]
    made = arranged(found, {}, 2, "en")
    assert len(made.lines) == FINDINGS + 1
    assert made.more == {"b.yaml": 250}
    assert "b.yaml: 250 more not shown" in as_text(made)
    assert json.loads(as_json(made))["summary"] == {
        "files": 2, "errors": 351, "warnings": 0, "notes": 0, "not_shown": 250
    }  # fmt: skip


def test_an_error_that_is_not_shown_still_counts() -> None:
    made = report([*(warning(number) for number in range(1, 151)), finding(999)])
    assert all(line.finding.severity is Severity.WARNING for line in made.lines)
    assert made.worst is Severity.ERROR
    assert (made.count(Severity.ERROR), made.count(Severity.WARNING)) == (1, 150)


def test_nothing_found_has_no_worst() -> None:
    assert report([]).worst is None


def test_json_has_one_shape() -> None:
    origin = Origin("b.yaml", ("goals", 0, "id"), at=Span(3, 7, 9))
    related = (Origin("b.yaml", at=Span(1, 1, 4)),)
    one = Finding(
        origin, say("duplicate-id", name="a\x1b"), None, related, "GP019", "duplicate-id", Severity.ERROR
    )
    text = as_json(report([one], "a", "en"))
    found = json.loads(text)
    assert text.isascii() and text.endswith("}\n") and found["version"] == 1
    assert found["findings"] == [
        {
            "code": "GP019",
            "slug": "duplicate-id",
            "level": "error",
            "file": "b.yaml",
            "line": 3,
            "column": 7,
            "end_column": 9,
            "route": ["goals", 0, "id"],
            "message": "the id “a\x1b” is used twice",
            "hint": found["findings"][0]["hint"],
            "related": [{"file": "b.yaml", "line": 1, "column": 1}],
            "fix": None,
        }
    ]
    assert found["summary"] == {"files": 1, "errors": 1, "warnings": 0, "notes": 0, "not_shown": 0}


def test_json_holds_no_workflow_command_and_loses_no_sign() -> None:
    for text in ("##[error]x", "###[a", "::error::x", "\n::error::x", "\u3000::x", "#\\u0023["):
        made = as_json(report([finding(text=text, file=f"{text}.yaml")], file=f"{text}.yaml"))
        assert "##[" not in made
        assert [line for line in made.split("\n") if line.lstrip().startswith("::")] == []
        (found,) = json.loads(made)["findings"]
        assert text in found["message"] and found["file"] == f"{text}.yaml"


def test_the_formats_are_listed() -> None:
    assert FORMATS == (
        "text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown"
    )  # fmt: skip
