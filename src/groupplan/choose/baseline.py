"""What of the findings a baseline knows already, and what a new one holds."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from groupplan.model.baseline import Baseline, Entry
from groupplan.model.finding import Finding
from groupplan.model.fingerprint import fingerprints
from groupplan.model.settings import within
from groupplan.model.source import Source
from groupplan.model.verdict import unreadable

Marked = tuple[Finding, Entry]


def entries(
    findings: Iterable[Finding], sources: Mapping[str, Source], own: Collection[str], folder: str, here: str
) -> Iterator[Marked]:
    """Each finding with its entry in a baseline of that folder; unreadable files have none."""
    found = [one for one in findings if not unreadable(one)]
    files = [place(one.origin.source, own, folder, here) for one in found]
    placed = ((file, one, sources.get(one.origin.source)) for file, one in zip(files, found, strict=True))
    for file, finding, mark in zip(files, found, fingerprints(placed), strict=True):
        yield finding, Entry(file, finding.code, _at(finding), mark)


def place(name: str, own: Collection[str], folder: str, here: str) -> str:
    """A file as seen from the baseline's folder; shipped ones, which lie nowhere, by their name."""
    if name not in own or name == "-":
        return name
    return os.path.relpath(within(here, name), folder).replace(os.sep, "/")


def _at(finding: Finding) -> str:
    return ".".join(str(step) for step in finding.origin.route if isinstance(step, str))


def known(marked: Iterable[Marked], baseline: Baseline) -> set[Finding]:
    """The findings that stand in it."""
    marks = baseline.marks()
    return {finding for finding, entry in marked if (entry.file, entry.fingerprint) in marks}


def gone(marked: Iterable[Marked], baseline: Baseline, judged: Collection[str]) -> int:
    """How many entries of files that were judged whole no longer occur."""
    seen = {(entry.file, entry.fingerprint) for _, entry in marked}
    left = Counter(file for file, mark in baseline.marks() - seen)
    return sum(count for file, count in left.items() if file in judged)
