"""The shelf: playbooks, the user's own and the shipped, read by one path."""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from groupplan import read, validate
from groupplan.almanac import wording
from groupplan.check.wording import worded
from groupplan.files import own_playbook, slurp
from groupplan.model import limits
from groupplan.model.book import Book
from groupplan.model.brief import Brief
from groupplan.model.codes import broken, did_you_mean
from groupplan.model.condition import Condition, parse
from groupplan.model.fields import ID_PATTERN
from groupplan.model.finding import Finding, say
from groupplan.model.source import Origin, Source
from groupplan.model.switches import switches
from groupplan.resources import shipped
from groupplan.settle.honest import honest_book

_SHOWN = "playbooks/"
_WHEN = re.compile(r"^when: *(.+?) *$", re.MULTILINE)
_QUOTED = re.compile(r"\A([\"'])(.*)\1\Z")

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
        book = outcome.value and honest_book(outcome.value, wording())[0]
        return book, [*findings, *outcome.findings, *(_named(book) if book else ())]

    def _shown(self, path: Path) -> str:
        """The path as seen from where the brief was named, also for a playbook at the project's root."""
        if path.is_relative_to(self._folder):
            return str(path)
        return os.path.normpath(self._folder / os.path.relpath(path, self._folder))


def _named(found: Book) -> Iterator[Finding]:
    """A note where a playbook goes by another name than its file, which is what briefs name."""
    path, name = Path(found.source), found.playbook.name
    if path.parent.name == "playbooks" and path.stem != name:
        words = say("playbook-file-name", file=path.stem, name=name)
        yield broken("stray-playbook", Origin(found.source, ("name",)), words)


def _names(extends: object) -> Iterator[tuple[int, str]]:
    """The parents that may be looked for, each once; what is no name at all is said by validation."""
    given = extends if isinstance(extends, list) else ()
    names = {name: index for index, name in reversed(list(enumerate(given))) if isinstance(name, str)}
    for name, index in sorted(names.items(), key=lambda pair: pair[1]):
        if re.match(ID_PATTERN, name):
            yield index, name


def _shipped(wanted: str, origin: Origin) -> Found:
    known = shipped_names()
    if wanted in known:
        return shipped_book(wanted), []
    hint = did_you_mean(wanted, known) or say("where-playbooks-lie", name=wanted)
    return None, [broken("no-playbook", origin, say("no-playbook", name=wanted), hint=hint)]


@cache
def shipped_names() -> tuple[str, ...]:
    """The shipped playbooks, which are named like their files, in order."""
    return tuple(sorted(path.stem for path in shipped("playbooks").glob("*.yaml")))


@cache
def _raw(name: str) -> bytes:
    return (shipped("playbooks") / f"{name}.yaml").read_bytes()


@cache
def _reading(name: str) -> read.Reading:
    return read.read(_raw(name), f"{_SHOWN}{name}.yaml", most=limits.PLAYBOOK_BYTES)


@cache
def shipped_book(name: str) -> Book:
    """A shipped playbook, read when it is first asked for, by the same path as any other."""
    reading = _reading(name)
    outcome = validate.playbook(reading.source, shipped=True)
    assert outcome.value is not None, (name, reading.findings, outcome.findings)  # noqa: S101 - held by tests
    return outcome.value


def shipped_books() -> tuple[Book, ...]:
    """All shipped playbooks in the order of their names."""
    return tuple(shipped_book(name) for name in shipped_names())


@cache
def _head(name: str) -> Condition | None:
    """The condition that switches a shipped playbook on; the rest of the file is not parsed for it."""
    match = _WHEN.search(_raw(name).decode("utf-8"))
    return parse(_QUOTED.sub(r"\2", match[1])) if match else None


def relevant(brief: Brief) -> tuple[Book, ...]:
    """The shipped playbooks that may be on; one that the brief itself rules out is not even parsed."""
    known = switches(brief)
    found = []
    for name in shipped_names():
        when = _head(name)
        decided = when is not None and all(used in known for used, _ in when.names)
        if when is None or not decided or when.holds(known):
            found.append(shipped_book(name))
    return tuple(found)


def kinds() -> frozenset[str]:
    """The kinds of community that shipped playbooks are switched on by."""
    conditions = (_head(name) for name in shipped_names())
    return frozenset(word for when in conditions if when for name, word in when.constants if name == "kind")


def beside_shipped(found: Book) -> list[Finding]:
    """What is wrong with a playbook among the shipped ones, which it may replace by name."""
    others = tuple(one for one in shipped_books() if one.playbook.name != found.playbook.name)
    found_here = (*validate.library((*others, found)), *worded(found, wording()))
    return [one for one in found_here if one.origin.source == found.source]


class Sources(Mapping[str, Source]):
    """Sources by the name they are shown by: own ones, and the shipped, read when a finding points there."""

    def __init__(self, own: Mapping[str, Source]) -> None:
        self._own = own

    def __getitem__(self, name: str) -> Source:
        if name in self._own:
            return self._own[name]
        stem = name.removeprefix(_SHOWN).removesuffix(".yaml")
        if stem not in shipped_names() or name != f"{_SHOWN}{stem}.yaml":
            raise KeyError(name)
        return _reading(stem).source

    def __iter__(self) -> Iterator[str]:
        return iter({**self._own, **{f"{_SHOWN}{name}.yaml": None for name in shipped_names()}})

    def __len__(self) -> int:
        return len(list(iter(self)))
