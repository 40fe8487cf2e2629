"""What may be set for a check, each value with where it was given."""

import os
from collections.abc import Collection
from fnmatch import fnmatchcase
from typing import Any, Generic, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from groupplan.model.codes import ALWAYS
from groupplan.model.finding import Severity

T = TypeVar("T")
Codes = tuple[str, ...]
"""Codes, beginnings of codes, names of house rules."""
DEFAULT, FILE, OPTION, ENVIRONMENT = "default", "file", "option", "environment"
FAIL_ON = {"error": Severity.ERROR, "warning": Severity.WARNING, "never": None}


class Where(NamedTuple):
    """Where a value was given: a file with the line, an option, a variable of the environment, or nowhere."""

    kind: str = DEFAULT
    name: str = ""
    line: int = 0


NOWHERE = Where()


class Given(NamedTuple, Generic[T]):
    """A value and where it was given."""

    value: T
    where: Where = NOWHERE


class Glob(NamedTuple):
    """A pattern of paths below a folder; one without a slash is about names in any folder."""

    folder: str
    text: str

    def matches(self, path: str) -> bool:
        """Whether an absolute path with forward slashes is meant."""
        if not path.startswith(f"{self.folder.rstrip('/')}/"):
            return False
        steps = tuple(path[len(self.folder.rstrip("/")) + 1 :].split("/"))
        text = self.text.rstrip("/")
        pattern = tuple(text.split("/")) if "/" in text else ("**", text)
        return _meets(pattern, steps) or _meets((*pattern, "**"), steps)


def _meets(pattern: tuple[str, ...], steps: tuple[str, ...]) -> bool:
    """Step by step through all that may have been matched so far: never more than pattern × path."""
    reached = _onward({0}, pattern)
    for step in steps:
        stay = {at for at in reached if at < len(pattern) and pattern[at] == "**"}
        on = {at + 1 for at in reached - stay if at < len(pattern) and fnmatchcase(step, pattern[at])}
        reached = _onward(stay | on, pattern)
    return len(pattern) in reached


def _onward(reached: set[int], pattern: tuple[str, ...]) -> set[int]:
    """Also what follows ``**``, which may stand for nothing."""
    found = set(reached)
    for at in range(len(pattern)):
        if at in found and pattern[at] == "**":
            found.add(at + 1)
    return found


class Level(NamedTuple):
    """A code that weighs more or less than it does by itself."""

    code: str
    severity: Severity
    where: Where = NOWHERE


class Override(Struct, frozen=True):
    """What is set differently for some paths."""

    paths: tuple[Glob, ...]
    select: Codes | None = None
    ignore: Codes = ()
    levels: tuple[Level, ...] = ()
    where: Where = NOWHERE

    def concerns(self, path: str) -> bool:
        """Whether a path is one of its own."""
        return any(glob.matches(path) for glob in self.paths)


_NO_CODES: Given[Codes] = Given(())
_ON_ERRORS: Given[Severity | None] = Given(Severity.ERROR)
_AS_TEXT, _NO_PATH = Given("text"), Given("")
_NO_GLOBS: Given[tuple[Glob, ...]] = Given(())


class Settings(Struct, frozen=True):
    """All of them.

    ``fail_on`` None never fails; ``baseline`` is an absolute path or ""; ``documents`` are the forms of
    plan every brief should lie beside.
    """

    select: Given[Codes] = _NO_CODES
    ignore: Given[Codes] = _NO_CODES
    fail_on: Given[Severity | None] = _ON_ERRORS
    format: Given[str] = _AS_TEXT
    baseline: Given[str] = _NO_PATH
    exclude: Given[tuple[Glob, ...]] = _NO_GLOBS
    documents: Given[tuple[str, ...]] = _NO_CODES
    levels: tuple[Level, ...] = ()
    overrides: tuple[Override, ...] = ()

    def upon(self, parent: "Settings") -> "Settings":
        """These, and what they leave open as in the parent; levels and overrides come on top of its own."""
        own = {name: value for name, value in _values(self) if value.where.kind != DEFAULT}
        levels = (*parent.levels, *self.levels)
        return replace(parent, **own, levels=levels, overrides=(*parent.overrides, *self.overrides))

    def at(self, path: str) -> "Settings":
        """As they are for one path, whose overrides are worked in."""
        found = self
        for one in self.overrides:
            if one.concerns(path):
                named = one.select is None or found.select.where.kind == OPTION
                select = found.select if named else Given(one.select or (), one.where)
                ignore = Given((*found.ignore.value, *one.ignore), one.where)
                found = replace(found, select=select, ignore=ignore, levels=(*found.levels, *one.levels))
        return found


def _values(settings: Settings) -> list[tuple[str, Given[Any]]]:
    names = ("select", "ignore", "fail_on", "format", "baseline", "exclude", "documents")
    return [(name, getattr(settings, name)) for name in names]


class Known(Struct, frozen=True):
    """The words that settings may use: codes and slugs of rules, formats of reports, forms of documents."""

    codes: Collection[str]
    formats: Collection[str]
    forms: Collection[str]


def covers(part: str, code: str, slug: str = "") -> bool:
    """Whether a code, its beginning with at least the hundred, or the name of a rule means a finding."""
    return (len(part) > 2 and code.startswith(part)) or part == slug


def meant(part: str, known: Collection[str]) -> bool:
    """Whether known ones are meant: a whole one, a beginning with at least the hundred, any house rule."""
    if "/" in part or part in known:
        return True
    return len(part) > 2 and part.startswith("GP") and any(code.startswith(part) for code in known)


def unsilenced(part: str, known: Collection[str]) -> bool:
    """Whether a code, or all codes it begins, are such as nothing silences."""
    codes = [code for code in known if code.startswith(part)] if part.startswith("GP") else []
    return bool(codes) and all(code in ALWAYS for code in codes)


def within(here: str, name: str) -> str:
    """The absolute path of a name typed in a folder, with forward slashes."""
    return os.path.normpath(os.path.join(here, name)).replace(os.sep, "/")  # noqa: PTH118 - text, not files
