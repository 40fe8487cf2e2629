"""Files, opened with a limit and only inside the project."""

import stat
from pathlib import Path

from groupplan.model.finding import say
from groupplan.model.refusal import Refused, Trouble

MARKER = "groupplan.toml"


def slurp(path: Path, most: int) -> bytes:
    """The bytes of a regular file, one more than ``most`` at the most. ``Trouble`` when it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Trouble(say("not-a-file", path=path))
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise Trouble(say("cannot-read", path=path, reason=reason)) from None


def root_of(folder: Path) -> Path:
    """The project's root: the nearest ancestor with a ``groupplan.toml``, else the folder itself."""
    for place in (folder, *folder.parents):
        if (place / MARKER).is_file():
            return place
    return folder


def inside(path: Path, root: Path) -> Path:
    """The path with links followed; ``Refused`` when that lies outside the project."""
    found, top = path.resolve(), root.resolve()
    if not found.is_relative_to(top):
        raise Refused(say("leaves-the-folder", path=path, root=root))
    return found


def own_playbook(name: str, folder: Path, root: Path) -> Path | None:
    """A playbook of the user's: beside the brief, then at the project's root."""
    for place in dict.fromkeys((folder, root)):
        path = place / "playbooks" / f"{name}.yaml"
        if path.is_file():
            inside(path, root)
            return path
    return None
