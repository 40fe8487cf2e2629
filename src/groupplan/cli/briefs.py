"""Files that commands are given: read, with their folder and project root."""

import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from groupplan.files import root_of, slurp
from groupplan.model import limits
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse, Trouble
from groupplan.model.seal import FOOT, OPENING, SUFFIXES

_OPENING = OPENING.encode()


class File(Struct, frozen=True):
    """A file's bytes, the name it is shown by, its folder and root."""

    name: str
    path: Path | None
    raw: bytes
    folder: Path
    root: Path


def opened(name: str, most: int = limits.BRIEF_BYTES) -> File:
    """A named file, or standard input for ``-``; ``Misuse`` when it is not there."""
    if name == "-":
        if sys.stdin is None:
            raise Trouble(say("no-standard-input"))
        raw = sys.stdin.buffer.read(most + 1)
        return File("-", None, raw, Path(), root_of(Path()))
    path = Path(name)
    if "\0" in name or not path.exists():
        raise Misuse(say("no-such-file", path=name[:200]))
    if path.is_dir():
        raise Misuse(say("is-a-folder", path=name[:200]))
    folder = path.parent
    return File(name, path, slurp(path, most), folder, root_of(folder))


def below(folder: Path) -> Iterator[Path]:
    """Briefs, playbooks and sealed plans below a folder, in the order of their names."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if any(part.startswith(".") or part in ("node_modules", "__pycache__") for part in parts):
            continue
        if path.is_symlink() or not path.is_file():
            continue
        if is_brief(path) or _is_playbook(path) or (path.suffix.lower() in SUFFIXES and is_sealed(path)):
            yield path


def is_brief(path: Path) -> bool:
    """Whether a file is called like a brief."""
    return path.name == "brief.yaml" or path.name.endswith(".brief.yaml")


def _is_playbook(path: Path) -> bool:
    return path.suffix == ".yaml" and path.parent.name == "playbooks"


def is_document(path: Path, raw: bytes) -> bool:
    """Whether a named file is a plan document, by its name or by the seal it bears."""
    return path.suffix.lower() in SUFFIXES or (path.suffix != ".yaml" and _OPENING in raw[-FOOT:])


def is_sealed(path: Path) -> bool:
    """Whether the end of a file holds a seal; one that cannot be read is said to, so that it is named."""
    try:
        with path.open("rb") as file:
            file.seek(0, 2)
            file.seek(max(0, file.tell() - FOOT))
            return _OPENING in file.read()
    except OSError:
        return True
