"""Files, opened with a limit and only inside the project; whoever wants to know hears what was looked at."""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from groupplan.model import limits
from groupplan.model.finding import say
from groupplan.model.refusal import Refused, Trouble

MARKER = "groupplan.toml"
Looks = dict[str, str]
"""What was looked at: absolute path → the mark of its bytes, or whether it is there, or a folder's root."""
Seen = dict[tuple[str, str], str]
THERE, GONE = "+", "-"
_OURS = (".yaml", ".j2", ".css")
_KINDS = ("=", "/", "@")
"""First signs of marks of a project's root, of a folder's names, of where links lead."""
_LOOKS: ContextVar[Looks | None] = ContextVar("looks", default=None)


@contextmanager
def looking() -> Iterator[Looks]:
    """Everything looked at within the block, also for a block around it."""
    mine: Looks = {}
    token = _LOOKS.set(mine)
    try:
        yield mine
    finally:
        _LOOKS.reset(token)
        looked(mine)


def looked(looks: Mapping[str, str]) -> None:
    """Note what was looked at, or once was for what is used again now."""
    around = _LOOKS.get()
    if around is not None:
        around |= {path: mark for path, mark in looks.items() if mark != THERE or path not in around}


def unchanged(looks: Mapping[str, str], seen: Seen) -> bool:
    """Whether a new look would find the same; ``seen`` spares what was looked at before."""
    for path, mark in looks.items():
        kind = path, mark if mark in (THERE, GONE) else mark[:1] if mark[:1] in _KINDS else ""
        if kind not in seen:
            seen[kind] = _now(path, mark)
        if seen[kind] != mark:
            return False
    return True


def _now(path: str, mark: str) -> str:
    if mark in (THERE, GONE):
        return _presence(Path(path))
    if mark.startswith("="):
        return f"={_root(Path(path))}"
    if mark.startswith("/"):
        return _names(path)
    if mark.startswith("@"):
        return _leads(path)
    try:
        found = os.stat(path)  # noqa: PTH116 - a thousand times in a row
        if stat.S_ISREG(found.st_mode) and found.st_size <= limits.PLAN_BYTES:
            with open(path, "rb") as file:  # noqa: PTH123
                return marked(file.read())
    except (OSError, ValueError):
        return ""
    return ""


def marked(raw: bytes) -> str:
    """A short mark of bytes: no two that anybody meets share one."""
    try:
        from _blake2 import blake2b  # hashlib brings OpenSSL, which costs as much as two interpreters
    except ImportError:  # pragma: no cover - an interpreter without it
        from hashlib import blake2b
    return blake2b(raw, digest_size=20).hexdigest()


def _followed(path: Path) -> None:
    """Note where a path leads when links are followed."""
    place = f"{os.path.abspath(path)}//"  # noqa: PTH100 - links are what this is about
    looked({place: _leads(place)})


def _leads(place: str) -> str:
    return f"@{os.path.realpath(place)}"


def there(path: Path) -> bool:
    """Whether a file is there."""
    looked({os.path.abspath(path): _presence(path)})  # noqa: PTH100 - links stay as they are
    return path.is_file()


def listed(folder: Path) -> list[Path]:
    """The YAML files of a folder, by name."""
    watched(folder)
    return [path for path in sorted(folder.glob("*.yaml")) if path.is_file()]


def watched(folder: Path) -> None:
    """Note which files of ours are in a folder, or that there is none."""
    place = f"{os.path.abspath(folder)}/"  # noqa: PTH100 - links stay as they are
    looked({place: _names(place)})


def _names(folder: str) -> str:
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(_OURS))  # noqa: PTH208
    except OSError:
        return "/"
    return "/" + marked("\0".join(names).encode("utf-8", "surrogatepass"))


def _presence(path: Path) -> str:
    return THERE if path.is_file() else GONE


def slurp(path: Path, most: int) -> bytes:
    """The bytes of a regular file, one more than ``most`` at the most. ``Trouble`` when it cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Trouble(say("not-a-file", path=path))
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise Trouble(say("cannot-read", path=path, reason=reason)) from None
    if _LOOKS.get() is not None:
        looked({os.path.abspath(path): marked(raw)})  # noqa: PTH100 - links stay as they are
    return raw


def root_of(folder: Path) -> Path:
    """The project's root: the nearest ancestor with a ``groupplan.toml``, else the folder itself."""
    real = folder.resolve()
    root = _root(real)
    _followed(folder)
    looked({str(real): f"={root}"})
    return root


def _root(folder: Path) -> Path:
    for place in (folder, *folder.parents):
        if (place / MARKER).is_file():
            return place
    return folder


def inside(path: Path, root: Path) -> Path:
    """The path with links followed; ``Refused`` when that lies outside the project."""
    found, top = path.resolve(), root.resolve()
    _followed(path)
    if not found.is_relative_to(top):
        raise Refused(say("leaves-the-folder", path=path, root=root))
    return found


def own_playbook(name: str, folder: Path, root: Path) -> Path | None:
    """A playbook of the user's: beside the brief, then at the project's root."""
    for place in dict.fromkeys((folder, root)):
        path = place / "playbooks" / f"{name}.yaml"
        if there(path):
            inside(path, root)
            return path
    return None
