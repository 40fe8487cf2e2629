"""The settings that hold for a file: its nearest configuration, what that extends, environment, options."""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from groupplan.files import MARKER, inside, slurp
from groupplan.messages import catalogue
from groupplan.model import limits
from groupplan.model.finding import Words, say
from groupplan.model.refusal import Misuse
from groupplan.model.seal import SUFFIXES
from groupplan.model.settings import ENVIRONMENT, FAIL_ON, FILE, Given, Known, Settings, Where, within
from groupplan.model.views import VIEWS, viewed
from groupplan.report import FORMATS

_PYPROJECT = "pyproject.toml"
_SECTION = "tool.groupplan"
_OURS = re.compile(rb"^\s*\[tool\.groupplan\b", re.MULTILINE)
_RUNNER = "GITHUB_ACTIONS"
VARIABLES = {"format": "GROUPPLAN_FORMAT", "fail_on": "GROUPPLAN_FAIL_ON"}


class Finder:
    """Finds settings folder by folder; each configuration is read once.

    ``over`` are those of the command and of variables, ``usual`` what holds where nobody says otherwise.
    """

    def __init__(
        self,
        here: Path,
        over: Settings | None = None,
        *,
        usual: Settings | None = None,
        files: bool = True,
    ) -> None:
        self._here = here.resolve()
        self._over = over or Settings()
        self._usual = usual or Settings()
        self._files = files
        self._found: dict[Path | None, Settings] = {}

    def of(self, folder: Path) -> Settings:
        """The settings for the files of a folder. ``Misuse`` where a configuration is broken."""
        path = nearest(folder.resolve()) if self._files else None
        if path not in self._found:
            own = self._read(path) if path else Settings()
            self._found[path] = self._over.upon(own.upon(self._usual))
        return self._found[path]

    def _read(self, path: Path) -> Settings:
        top = _top(path.parent)
        found = self._loaded(path, top, [], ())
        if found.baseline.where.kind == FILE:
            inside(Path(found.baseline.value), top)
        return found

    def _loaded(self, path: Path, top: Path, seen: list[Path], chain: tuple[Path, ...]) -> Settings:
        from groupplan.configure import settings, toml

        seen.append(path)
        shown = os.path.relpath(path, self._here)
        section = _SECTION if path.name == _PYPROJECT else ""
        table = toml.table(slurp(path, toml.BYTES), shown, section)
        if isinstance(table, Words):
            raise Misuse(table)
        parsed = settings.parse(table or toml.Table(shown), within(str(path.parent), ""), known())
        if parsed.problems:
            raise Misuse(*parsed.problems)
        merged = Settings()
        for name in parsed.extends:
            parent = self._parent(path, name, shown, top, (*chain, path.resolve()))
            if len(seen) >= limits.EXTENDS:
                raise Misuse(say("config-extends-many", place=shown, most=limits.EXTENDS))
            merged = self._loaded(parent, top, seen, (*chain, path.resolve())).upon(merged)
        return parsed.settings.upon(merged)

    def _parent(self, path: Path, name: str, shown: str, top: Path, chain: tuple[Path, ...]) -> Path:
        parent = path.parent / name
        inside(parent, top)
        if not parent.is_file():
            raise Misuse(say("config-extends-missing", place=shown, name=name[: limits.SHOWN]))
        if parent.resolve() in chain:
            raise Misuse(say("config-extends-circle", place=shown, name=name[: limits.SHOWN]))
        return Path(os.path.normpath(parent))


def nearest(folder: Path) -> Path | None:
    """The configuration of the nearest ancestor that has one; in one folder `groupplan.toml` comes first."""
    for place in (folder, *folder.parents):
        if os.path.lexists(place / MARKER):
            return place / MARKER
        if (place / _PYPROJECT).is_file() and _has_section(place / _PYPROJECT):
            return place / _PYPROJECT
    return None


def _has_section(path: Path) -> bool:
    """Whether somebody's `pyproject.toml` speaks of us, even where the rest of it cannot be read."""
    from groupplan.configure import toml

    raw = slurp(path, toml.BYTES)
    if b"groupplan" not in raw:
        return False
    table = toml.table(raw, "", _SECTION)
    return isinstance(table, toml.Table) or (isinstance(table, Words) and _OURS.search(raw) is not None)


def _top(folder: Path) -> Path:
    """The outermost folder of the project, which nothing leads out of: with our marker or git's."""
    marked = [one for one in (folder, *folder.parents) if (one / MARKER).is_file() or (one / ".git").exists()]
    return marked[-1] if marked else folder


def environment(environ: Mapping[str, str]) -> Settings:
    """What variables set. ``Misuse`` for words nobody knows."""
    found = Settings()
    form, level = environ.get(VARIABLES["format"]), environ.get(VARIABLES["fail_on"])
    if form:
        found = Settings(format=Given(known_format(form), Where(ENVIRONMENT, VARIABLES["format"])))
    if level:
        where = Where(ENVIRONMENT, VARIABLES["fail_on"])
        found = Settings(format=found.format, fail_on=Given(FAIL_ON[known_level(level)], where))
    return found


def usual(environ: Mapping[str, str]) -> Settings:
    """What holds where nobody says otherwise: a GitHub runner is told in its own format."""
    if environ.get(_RUNNER) != "true":
        return Settings()
    return Settings(format=Given("github", Where(ENVIRONMENT, _RUNNER)))


def known_format(name: str) -> str:
    """A format of reports; ``Misuse`` for one nobody knows."""
    if name not in FORMATS:
        raise Misuse(say("no-such-format", name=name[: limits.SHOWN], known=" ".join(FORMATS)))
    return name


def known_level(name: str) -> str:
    """A level to fail on; ``Misuse`` for one nobody knows."""
    if name not in FAIL_ON:
        raise Misuse(say("no-such-level", name=name[: limits.SHOWN], known=" ".join(FAIL_ON)))
    return name


@cache
def known() -> Known:
    """Codes and slugs of every rule, formats of reports, forms of documents."""
    pages = catalogue("pages")  # every rule has one, and they are read faster than the rules are loaded
    names = (*pages, *(page["slug"] for page in pages.values()))
    forms = dict.fromkeys(viewed(form, view) for view in VIEWS for form in SUFFIXES.values())
    return Known(names, FORMATS, tuple(forms))
