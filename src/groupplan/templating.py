"""Templates of the user's own around a brief: beside it, else at the project's root, file by file."""

import json
import os
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from groupplan.files import inside, slurp, there, watched
from groupplan.model import limits
from groupplan.model.codes import spoilt
from groupplan.model.finding import Finding, say
from groupplan.model.source import Data, Origin
from groupplan.model.template import Own, Template
from groupplan.resources import shipped

FOLDER = "templates"
FORMS = ("markdown", "html")
ENDS = (".j2", ".css")
_LOOKED_AT = 1000
"""Entries of one folder."""


def own(folder: Path, root: Path, data: Data = None) -> Own:
    """Those of a brief whose data may name further fields; ``Refused`` where a link leads outside."""
    found: dict[str, Template] = {}
    findings: list[Finding] = []
    for name, path in places(folder, root).items():
        template = _read(name, path, _shown(path, folder))
        if isinstance(template, Finding):
            findings.append(template)
        elif template.text != _shipped(name):
            found[name] = template
    if len(found) > limits.TEMPLATE_FILES:
        words = say("template-many-files", most=limits.TEMPLATE_FILES)
        last = sorted(found)[limits.TEMPLATE_FILES]
        findings.append(spoilt("template-over-limit", found[last].at(1), words))
    kept = tuple(found[name] for name in sorted(found)[: limits.TEMPLATE_FILES])
    return Own(kept, _extra(data) if kept else "{}", tuple(findings))


def places(folder: Path, root: Path) -> dict[str, Path]:
    """Every file that may be a template of a folder's, by its name, unchanged copies included."""
    found: dict[str, Path] = {}
    for place in dict.fromkeys((folder, root)):
        for name, path in _files(place, root):
            found.setdefault(name, path)
    return found


def _files(place: Path, root: Path) -> Iterator[tuple[str, Path]]:
    """Every file of a folder `templates` that may be one; shipped names are looked for anyway."""
    base = place / FOLDER
    names = shipped_names()
    if base.is_dir() and base.resolve() == shipped(FOLDER).resolve():
        return
    watched(base)
    if not base.is_dir():
        return
    inside(base, root)
    for form in FORMS:
        watched(base / form)
    for name in dict.fromkeys((*names, *_others(base))):
        path = base / name
        if there(path) or path.is_symlink():
            inside(path, base)
            yield name, path


@cache
def shipped_names() -> tuple[str, ...]:
    """What may be replaced: layouts, macros, pictures and the style; no script, which pages vouch for."""
    found = (path for form in FORMS for path in sorted((shipped(FOLDER) / form).iterdir()))
    return tuple(f"{path.parent.name}/{path.name}" for path in found if path.name.endswith(ENDS))


def _others(base: Path) -> Iterator[str]:
    """Templates under names of their own, which others include, and those that lie in the wrong place."""
    for folder in (base, *(base / form for form in FORMS)):
        if not folder.is_dir():
            continue
        for path in sorted(islice(folder.iterdir(), _LOOKED_AT)):
            if path.name.endswith(ENDS) and not path.name.startswith("."):
                yield path.relative_to(base).as_posix()


def _read(name: str, path: Path, shown: str) -> Template | Finding:
    raw = slurp(path, limits.TEMPLATE_BYTES)
    if len(raw) > limits.TEMPLATE_BYTES:
        words = say("template-large", most=limits.TEMPLATE_BYTES // 1024)
        return spoilt("template-over-limit", Origin(shown), words)
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return spoilt("template-syntax", Template(name, shown, "").at(line), say("template-not-utf8"))
    return Template(name, shown, text)


def _shipped(name: str) -> str | None:
    path = shipped(FOLDER) / name
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _shown(path: Path, folder: Path) -> str:
    """The path as seen from where the brief was named."""
    if path.is_relative_to(folder):
        return str(path)
    return os.path.normpath(folder / os.path.relpath(path, folder))


def _extra(data: Data) -> str:
    """The brief's own keys without their ``x-``."""
    keys = data if isinstance(data, dict) else {}
    mine = {key[2:]: value for key, value in keys.items() if key.startswith("x-")}
    return json.dumps(mine, ensure_ascii=True, sort_keys=True)
