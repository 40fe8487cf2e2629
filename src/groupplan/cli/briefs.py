"""Files that commands are given: read, with their folder and project root."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from groupplan.model import limits
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse
from groupplan.read.files import root_of, slurp


@dataclass(frozen=True, slots=True)
class File:
    """A file's bytes, the name it is shown by, its folder and root."""

    name: str
    path: Path | None
    raw: bytes
    folder: Path
    root: Path


def opened(name: str, most: int = limits.BRIEF_BYTES) -> File:
    """A named file, or standard input for ``-``; ``Misuse`` when it is not there."""
    if name == "-":
        raw = sys.stdin.buffer.read(most + 1)
        return File("-", None, raw, Path(), root_of(Path().resolve()))
    path = Path(name)
    if "\0" in name or not path.exists():
        raise Misuse(say("no-such-file", path=name[:200]))
    if path.is_dir():
        raise Misuse(say("is-a-folder", path=name[:200]))
    folder = path.parent
    return File(name, path, slurp(path, most), folder, root_of(folder.resolve()))


def below(folder: Path) -> Iterator[Path]:
    """Briefs, playbooks and sealed plans below a folder, in the order of their names."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(part.startswith(".") or part in ("node_modules", "__pycache__") for part in parts):
            continue
        if path.is_symlink() or not path.is_file():
            continue
        if _is_brief(path) or _is_playbook(path) or _is_plan(path):
            yield path


def _is_brief(path: Path) -> bool:
    return path.name == "brief.yaml" or path.name.endswith(".brief.yaml")


def _is_playbook(path: Path) -> bool:
    return path.suffix == ".yaml" and path.parent.name == "playbooks"


def _is_plan(path: Path) -> bool:
    """A Markdown or HTML file whose last bytes hold a seal."""
    if path.suffix not in (".md", ".html"):
        return False
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - 4096))
        return b"<!-- groupplan-seal " in file.read()
