"""What is wrong with one file: a brief, a playbook, or a plan document."""

from collections.abc import Iterator
from pathlib import Path

from groupplan import pipeline, shelf
from groupplan.cli.briefs import File, is_document, is_sealed, opened
from groupplan.cli.choices import Chosen
from groupplan.cli.strays import stray
from groupplan.cli.targets import target
from groupplan.model import limits
from groupplan.model.finding import Finding
from groupplan.model.seal import SUFFIXES
from groupplan.model.source import Source
from groupplan.model.verdict import Verdict
from groupplan.press import Press
from groupplan.read import read

Judged = tuple[list[Finding], dict[str, Source]]
"""Findings, and the files that are not shipped they point into."""


def judge(
    file: File, encoding: str = "utf-8", press: Press | None = None, documents: tuple[str, ...] = ()
) -> Judged:
    """Findings and the sources they point into; ``documents``: forms every brief should lie beside."""
    press = press or Press(encoding)
    if file.path is not None and is_document(file.path, file.raw):
        return _document(file, press)
    if _kind(file, encoding) == "playbook":
        return _playbook(file)
    loaded = press.load(file.name, file.raw, file.folder, file.root)
    findings = list(loaded.findings)
    if loaded.ok:
        findings += [*pipeline.make(loaded, fine=False).findings, *_missing(file, documents)]
    return findings, dict(loaded.sources)


def _kind(file: File, encoding: str) -> str:
    data = read(file.raw, file.name, most=limits.PLAYBOOK_BYTES, encoding=encoding).source.data
    keys = list(data) if isinstance(data, dict) else []
    return "playbook" if "playbook" in keys and "groupplan" not in keys else "brief"


def _playbook(file: File) -> Judged:
    own = shelf.Shelf(file.folder.parent if file.folder.name == "playbooks" else file.folder, file.root)
    book, findings = own.parsed(file.raw, file.name)
    if book is not None:
        findings += [*shelf.beside_shipped(book), *stray(file)]
    return findings, own.sources


def _document(file: File, press: Press) -> Judged:
    from groupplan import papers
    from groupplan.export import earlier

    given = earlier(file.raw)
    assert file.path is not None  # noqa: S101 - only named files come here
    found = papers.judge(given, file.name, file.path, Path().resolve(), press=press)
    return found, {file.name: Source(file.name, given.text)}


def _missing(file: File, documents: tuple[str, ...]) -> Iterator[Finding]:
    """The documents expected of a brief that do not lie beside it."""
    if not documents or file.path is None:
        return
    from groupplan import papers

    for form in documents:
        path = target(file.name, form)
        if not path.exists():
            yield papers.missing(file.name, str(path), form)
        elif not is_sealed(path):
            yield papers.missing(file.name, str(path), form, foreign=True)


class Heap:
    """What has been found in the files judged so far; what of it is shown is chosen afterwards."""

    def __init__(self, chosen: Chosen, encoding: str) -> None:
        self._chosen = chosen
        self._encoding = encoding
        self._press = Press(encoding)
        self.verdicts: list[Verdict] = []
        self.sources: dict[str, Source] = {}

    def add(self, name: str) -> int:
        """Judge one more file; 0, since what was found decides the exit code."""
        self.put(self.opened(name))
        return 0

    def opened(self, name: str) -> File:
        """A file of that name, at most as long as its kind may be."""
        most = limits.PLAN_BYTES if Path(name).suffix.lower() in SUFFIXES else limits.BRIEF_BYTES
        return opened(name, most)

    def put(self, file: File) -> Judged:
        """Judge a file that was opened."""
        found, seen = judge(file, self._encoding, self._press, self._chosen.documents(file.name))
        self.verdicts.append(Verdict(file.name, tuple(found), seen))
        self.sources |= seen
        return found, seen
