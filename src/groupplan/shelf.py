"""The shelf: playbooks and knowledge, the user's own and the shipped, read by one path."""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from groupplan import read, validate
from groupplan.model import limits
from groupplan.model.book import Book
from groupplan.model.brief import Brief
from groupplan.model.codes import broken, did_you_mean
from groupplan.model.fields import ID_PATTERN, Model
from groupplan.model.finding import Finding, say
from groupplan.model.knowledge import Benchmarks, CountryCalendar, Fact, Facts, Knowledge, Laws, Pack
from groupplan.model.source import Origin, Source
from groupplan.read.files import own_playbook, slurp
from groupplan.resources import shipped

M = TypeVar("M", bound=Model)


Found = tuple[Book | None, list[Finding]]


class Shelf:
    """The user's own playbooks around one brief; each file is read once, however often it is extended."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._root = root
        self._found: dict[str, Book | None] = {}
        self.sources: dict[str, Source] = {}
        """Every own file that was read, by the name it is shown by."""

    def book(self, wanted: str, origin: Origin, chain: tuple[str, ...] = ()) -> Found:
        """A playbook by name with its parents: beside the brief, at the root, among the shipped."""
        if wanted in self._found:
            return self._found[wanted], []
        path = own_playbook(wanted, self._folder, self._root)
        if path is None:
            return _shipped(wanted, origin)
        if wanted in chain:
            return None, [broken("no-playbook", origin, say("playbook-circle", name=wanted))]
        if len(chain) >= limits.EXTENDS or len(self._found) >= limits.PLAYBOOKS:
            words = say("too-many-playbooks", most=limits.PLAYBOOKS, deep=limits.EXTENDS)
            return None, [broken("over-limit", origin, words)]
        raw = slurp(path, limits.PLAYBOOK_BYTES)
        found = self.parsed(raw, self._shown(path), (*chain, wanted))
        self._found[wanted] = found[0]
        return found

    def parsed(self, raw: bytes, shown: str, chain: tuple[str, ...] = ()) -> Found:
        """A playbook from its bytes, on top of the parents it names."""
        reading = read.read(raw, shown, most=limits.PLAYBOOK_BYTES)
        self.sources[shown] = reading.source
        data = reading.source.data
        if not reading.ok or not isinstance(data, dict):
            return None, list(reading.findings)
        findings = list(reading.findings)
        parents = []
        for index, parent in _names(data.get("extends")):
            found, problems = self.book(parent, Origin(shown, ("extends", index)), chain)
            findings += problems
            parents += [found] if found else []
        outcome = validate.playbook(reading.source, parents)
        return outcome.value, [*findings, *outcome.findings]

    def _shown(self, path: Path) -> str:
        """The path as seen from where the brief was named, also for a playbook at the project's root."""
        if path.is_relative_to(self._folder):
            return str(path)
        return os.path.normpath(self._folder / os.path.relpath(path, self._folder))


def _names(extends: object) -> Iterator[tuple[int, str]]:
    """The parents that may be looked for, each once; what is no name at all is said by validation."""
    given = extends if isinstance(extends, list) else ()
    names = {name: index for index, name in reversed(list(enumerate(given))) if isinstance(name, str)}
    for name, index in sorted(names.items(), key=lambda pair: pair[1]):
        if re.match(ID_PATTERN, name):
            yield index, name


def _shipped(wanted: str, origin: Origin) -> Found:
    known = {found.playbook.name: found for found in shipped_books()}
    if wanted in known:
        return known[wanted], []
    hint = did_you_mean(wanted, list(known)) or say("where-playbooks-lie", name=wanted)
    return None, [broken("no-playbook", origin, say("no-playbook", name=wanted), hint=hint)]


@cache
def _readings() -> tuple[read.Reading, ...]:
    return tuple(
        read.read(path.read_bytes(), f"playbooks/{path.name}", most=limits.PLAYBOOK_BYTES)
        for path in sorted(shipped("playbooks").glob("*.yaml"))
    )


@cache
def shipped_books() -> tuple[Book, ...]:
    """The shipped playbooks in the order of their file names; read once, by the same path as any other."""
    books = []
    for reading in _readings():
        outcome = validate.playbook(reading.source, shipped=True)
        assert outcome.value is not None, (reading.source.name, outcome.findings)  # noqa: S101 - held by tests
        books.append(outcome.value)
    return tuple(books)


def knowledge(brief: Brief, root: Path) -> Knowledge:
    """What a plan of this brief may know."""
    own = root / "knowledge" / "benchmarks.yaml"
    country = brief.country or ("CN" if brief.platform in ("wechat", "wecom", "qq") else "")
    laws = _known(f"laws/{country.lower()}.yaml", Laws) if country == "CN" else None
    return Knowledge(
        pack=_pack(brief.platform),
        shipped=_must("benchmarks.yaml", Benchmarks),
        own=_parsed(own, Benchmarks) if own.is_file() else None,
        laws=laws.rows if laws else (),
        calendar=_known(f"calendars/{country}.yaml", CountryCalendar) if country == "CN" else None,
        facts=FactShelf(),
    )


def _pack(platform: str) -> Pack:
    return _known(f"platforms/{platform}.yaml", Pack) or _must("platforms/other.yaml", Pack)


@cache
def _known(name: str, model: type[M]) -> M | None:
    path = shipped("knowledge") / name
    return _parsed(path, model) if path.is_file() else None


def _must(name: str, model: type[M]) -> M:
    found = _known(name, model)
    assert found is not None, name  # noqa: S101 - held by tests
    return cast("M", found)


def _parsed(path: Path, model: type[M]) -> M:
    reading = read.read(slurp(path, limits.PLAYBOOK_BYTES), path.name, most=limits.PLAYBOOK_BYTES)
    return model.model_validate(reading.source.data)


class FactShelf(Mapping[str, Fact]):
    """All dated facts by id, read when the first one is asked for: a check needs none."""

    def __getitem__(self, name: str) -> Fact:
        return _facts()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_facts())

    def __len__(self) -> int:
        return len(_facts())


@cache
def _facts() -> dict[str, Fact]:
    return {fact.id: fact for fact in _must("facts.yaml", Facts).facts}


def beside_shipped(found: Book) -> list[Finding]:
    """What is wrong with a playbook among the shipped ones, which it may replace by name."""
    others = tuple(one for one in shipped_books() if one.playbook.name != found.playbook.name)
    return [one for one in validate.library((*others, found)) if one.origin.source == found.source]


@cache
def shipped_sources() -> dict[str, Source]:
    """The shipped playbooks as sources, so that a finding can show their lines."""
    return {reading.source.name: reading.source for reading in _readings()}
