"""What is wrong with one file: a brief, a playbook, or a plan document; and what of it can be mended."""

import re
from collections.abc import Iterator
from pathlib import Path

from groupplan import papers, pipeline, shelf
from groupplan.choose.placed import kind_of, placed
from groupplan.cli.briefs import File, is_document, is_sealed
from groupplan.cli.marking import proved
from groupplan.cli.strays import stray
from groupplan.cli.targets import target
from groupplan.model import limits
from groupplan.model.finding import Finding
from groupplan.model.source import Source
from groupplan.model.verdict import Verdict
from groupplan.press import Press
from groupplan.proof import template_findings
from groupplan.read import read

Judged = tuple[list[Finding], dict[str, Source]]
"""Findings, and the files that are not shipped they point into."""

_PLAYBOOK = re.compile(rb"playbook[\"']?\s*(:|\xef\xbc\x9a)")


def verdict(file: File, encoding: str = "utf-8", press: Press | None = None) -> Verdict:
    """All there is to say about a file."""
    found, own = judge(file, encoding, press)
    source = own.get(file.name) or Source(file.name)
    document = _is_document(file)
    pairs = ({}, {}) if document else proved(file, found, source, lambda one: judge(one, encoding), encoding)
    kind = "document" if document else kind_of(source)
    return placed(file.name, found, own, shelf.Sources(own), pairs, kind)


def judge(file: File, encoding: str = "utf-8", press: Press | None = None) -> Judged:
    """Findings and the sources they point into."""
    press = press or Press(encoding)
    if _is_document(file):
        return _document(file, press)
    if _is_playbook(file, encoding):
        return _playbook(file)
    loaded = press.load(file.name, file.raw, file.folder, file.root)
    made = pipeline.make(loaded, fine=False).findings if loaded.ok else ()
    return [*loaded.findings, *made, *template_findings(loaded)], dict(loaded.sources)


def _is_document(file: File) -> bool:
    return file.path is not None and is_document(file.path, file.raw)


def _is_playbook(file: File, encoding: str) -> bool:
    """A brief without the key is not parsed for this."""
    if not _PLAYBOOK.search(file.raw):
        return False
    reading = read(file.raw, file.name, most=limits.PLAYBOOK_BYTES, encoding=encoding)
    return kind_of(reading.source) == "playbook"


def _playbook(file: File) -> Judged:
    own = shelf.Shelf(file.folder.parent if file.folder.name == "playbooks" else file.folder, file.root)
    book, findings = own.parsed(file.raw, file.name)
    if book is not None:
        findings += [*shelf.beside_shipped(book), *stray(file)]
    return findings, own.sources


def _document(file: File, press: Press) -> Judged:
    from groupplan.export import earlier

    given = earlier(file.raw)
    assert file.path is not None  # noqa: S101 - only named files come here
    found = papers.judge(given, file.name, file.path, Path().resolve(), press=press)
    return found, {file.name: Source(file.name, given.text)}


def missing(brief: str, documents: tuple[str, ...]) -> Iterator[Finding]:
    """The documents expected of a brief that do not lie beside it."""
    for form in documents if brief != "-" else ():
        path = target(brief, form)
        if not path.exists():
            yield papers.missing(brief, str(path), form)
        elif not is_sealed(path):
            yield papers.missing(brief, str(path), form, foreign=True)
