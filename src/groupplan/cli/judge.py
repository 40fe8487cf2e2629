"""What is wrong with one file: a brief, a playbook, or a plan document."""

from pathlib import Path

from groupplan import pipeline, shelf
from groupplan.cli.briefs import File, opened
from groupplan.cli.chosen import Chosen
from groupplan.model import limits
from groupplan.model.finding import Finding
from groupplan.model.source import Source
from groupplan.read import read

Judged = tuple[list[Finding], dict[str, Source]]
"""Findings, and the files that are not shipped they point into."""


def judge(file: File, encoding: str = "utf-8") -> Judged:
    """Findings and the sources they point into."""
    if file.path is not None and file.path.suffix in (".md", ".html"):
        return _document(file, encoding)
    if _kind(file, encoding) == "playbook":
        return _playbook(file)
    loaded = pipeline.load(file.raw, file.name, file.folder, file.root, encoding=encoding)
    findings = list(loaded.findings)
    if loaded.ok:
        findings += pipeline.make(loaded, fine=False).findings
    return findings, dict(loaded.sources)


def _kind(file: File, encoding: str) -> str:
    data = read(file.raw, file.name, most=limits.PLAYBOOK_BYTES, encoding=encoding).source.data
    keys = list(data) if isinstance(data, dict) else []
    return "playbook" if "playbook" in keys and "groupplan" not in keys else "brief"


def _playbook(file: File) -> Judged:
    own = shelf.Shelf(file.folder.parent if file.folder.name == "playbooks" else file.folder, file.root)
    book, findings = own.parsed(file.raw, file.name)
    if book is not None:
        findings += shelf.beside_shipped(book)
    return findings, own.sources


def _document(file: File, encoding: str) -> Judged:
    from groupplan import papers  # brings jinja2, which briefs and playbooks do without

    text = file.raw.decode("utf-8", "replace")
    source = Source(file.name, text)
    assert file.path is not None  # noqa: S101 - only named files come here
    return papers.judge(text, file.name, file.path, Path().resolve(), encoding=encoding), {file.name: source}


class Heap:
    """What has been found in the files judged so far."""

    def __init__(self, chosen: Chosen, encoding: str) -> None:
        self._chosen = chosen
        self._encoding = encoding
        self.findings: list[Finding] = []
        self.sources: dict[str, Source] = {}

    def add(self, name: str) -> int:
        """Judge one more file; 0, since what was found decides the exit code."""
        most = limits.PLAN_BYTES if name.endswith((".md", ".html")) else self._chosen.most
        found, seen = judge(opened(name, most), self._encoding)
        self.findings += [finding for finding in found if self._chosen.holds(finding)]
        self.sources |= seen
        return 0
