"""What the rules find in a brief on disk, and what its comments expect them to find."""

import re
from pathlib import Path

from groupplan import pipeline
from groupplan.model.finding import Finding
from groupplan.model.source import Source
from groupplan.shelf import Sources

EXPECT = re.compile(r"# expect: (.+)$")
Places = set[tuple[str, int, str]]
"""File, line, code."""


def judged(brief: Path) -> tuple[pipeline.Loaded, tuple[Finding, ...]]:
    """A brief with its findings; one that cannot be made into a plan is a mistake of the test."""
    folder = brief.parent
    loaded = pipeline.load(brief.read_bytes(), str(brief), folder, folder)
    assert loaded.ok, [(f.code, f.words, f.origin) for f in loaded.findings]
    return loaded, pipeline.make(loaded).findings


def places(brief: Path) -> tuple[Places, Places]:
    """Where findings should be, by the comments of the brief and its own playbooks, and where they are."""
    loaded, findings = judged(brief)
    expected = {one for source in loaded.sources.values() for one in _expected(source)}
    sources = Sources(loaded.sources)
    found = {
        (finding.origin.source, sources[finding.origin.source].place(finding.origin).line, finding.code)
        for finding in findings
    }
    return expected, found


def _expected(source: Source) -> Places:
    return {
        (source.name, number, code)
        for number, line in enumerate(source.text.split("\n"), 1)
        if (match := EXPECT.search(line))
        for code in match[1].split()
    }
