"""Playbooks beside a brief that no brief there names: they change nothing."""

from collections.abc import Iterator
from pathlib import Path

from groupplan.cli.briefs import File, is_brief
from groupplan.files import listed, slurp, there
from groupplan.model import limits
from groupplan.model.codes import broken
from groupplan.model.finding import Finding, say
from groupplan.model.source import Origin
from groupplan.read import read


def stray(file: File) -> Iterator[Finding]:
    """A note where briefs lie beside the folder of a playbook and none reaches it, by name or by extends."""
    folder = file.folder.parent
    if file.path is None or file.folder.name != "playbooks":
        return
    briefs = [path for path in listed(folder) if is_brief(path)]
    if briefs and file.path.stem not in _reached(briefs, file.folder):
        words = say("playbook-unnamed", name=file.path.stem, brief=briefs[0].name)
        yield broken("stray-playbook", Origin(file.name, ("name",)), words)


def _reached(briefs: list[Path], folder: Path) -> set[str]:
    """Every playbook that the briefs name, and those that these extend."""
    found: set[str] = set()
    waiting = [name for path in briefs for name in _listed(path, "playbooks", limits.BRIEF_BYTES)]
    while waiting and len(found) <= limits.PLAYBOOKS:
        name = waiting.pop()
        path = folder / f"{name}.yaml"
        if name not in found and there(path):
            waiting += _listed(path, "extends", limits.PLAYBOOK_BYTES)
        found.add(name)
    return found


def _listed(path: Path, key: str, most: int) -> list[str]:
    data = read(slurp(path, most), path.name, most=most).source.data
    given = data.get(key) if isinstance(data, dict) else None
    names = given if isinstance(given, list) else [given]
    return [name for name in names if isinstance(name, str) and "/" not in name and "\0" not in name]
