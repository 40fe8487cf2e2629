"""What validation finds in a text, and what the comments on its lines expect."""

import re
from pathlib import Path

from groupplan import validate
from groupplan.messages import hint, sentence
from groupplan.model.book import Book
from groupplan.model.finding import Finding
from groupplan.model.source import Source
from groupplan.read import read

CASES = Path(__file__).parent / "cases"
EXPECT = re.compile(r"# expect: (.+)$")
BRIEF = "groupplan: 1\nname: 晨读营\nplatform: wecom\nopens: 2027-03-01\n"
Places = set[tuple[int, str]]


def source(text: str, name: str = "b.yaml") -> Source:
    reading = read(text.encode(), name)
    assert reading.ok, reading.findings
    return reading.source


def expected(text: str) -> Places:
    """(line, code) of every comment ``# expect:``."""
    matches = [(number, EXPECT.search(line)) for number, line in enumerate(text.split("\n"), 1)]
    return {(number, code) for number, match in matches if match for code in match[1].split()}


def places(found: Source, findings: tuple[Finding, ...] | list[Finding]) -> Places:
    return {(found.place(finding.origin).line, finding.code) for finding in findings}


def brief(text: str) -> tuple[Finding, ...]:
    return validate.brief(source(text)).findings


def book(text: str, name: str = "p.yaml", parents: tuple[Book, ...] = (), *, shipped: bool = False) -> Book:
    outcome = validate.playbook(source(text, name), parents, shipped=shipped)
    assert outcome.value is not None, outcome.findings
    return outcome.value


def said(finding: Finding) -> str:
    """The sentence and its hint in both languages."""
    parts = [sentence(finding.words, language) for language in ("zh-CN", "en")]
    hints = [
        sentence(finding.hint, language) if finding.hint else hint(finding.words, language)
        for language in ("zh-CN", "en")
    ]
    return "\n".join([*parts, *hints])
