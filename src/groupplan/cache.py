"""The cache: what files were judged to be, for as long as nothing that was looked at has changed.

One small JSON file for each judgement in the user's own cache folder. What cannot be read or was
forged into nonsense counts as not there; what cannot be written is not kept; nobody hears of either.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from groupplan import __version__
from groupplan.files import Looks, Seen, marked, slurp, unchanged
from groupplan.model import limits
from groupplan.model.refusal import Trouble
from groupplan.model.stored import Plain, restored
from groupplan.model.verdict import Verdict
from groupplan.resources import shipped

SHARD = 200
"""Judgements in one of 256 folders; the oldest half goes when there are more."""
_NONSENSE = (
    *(OSError, Trouble, MemoryError, RecursionError),
    *(ValueError, LookupError, TypeError, AttributeError, OverflowError),
)
"""What reading or understanding an entry that nobody wrote as we do may come to."""
STAMPS = 4
"""Versions of groupplan whose judgements are kept."""


class Cache:
    """Judgements on disk, by everything they were made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / stamp()
        self._seen: Seen = {}

    def key(self, name: str) -> str:
        """Where the judgement of a file is kept: by how it is called, and from where."""
        place = os.path.abspath(name)  # noqa: PTH100 - links stay as they are
        return marked(f"{name}\0{place}".encode("utf-8", "surrogatepass"))

    def recall(self, key: str) -> Verdict | None:
        """A judgement, if a new one would look at the same files and find the same in them."""
        try:
            data = json.loads(slurp(self._path(key), limits.PLAN_BYTES))
            return restored(data["verdict"]) if unchanged(data["looks"], self._seen) else None
        except _NONSENSE:
            return None

    def keep(self, key: str, verdict: Plain, looks: Looks) -> None:
        """Keep a judgement that was made while looking at these files."""
        with suppress(OSError, ValueError):
            self._write(self._path(key), json.dumps({"looks": looks, "verdict": verdict}).encode())

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}.json"

    def _write(self, path: Path, raw: bytes) -> None:
        if not path.parent.is_dir():
            # Each by itself: parents are made as the umask says, and others might write there.
            for folder in (self._folder.parent, self._folder, path.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(raw)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink()
            raise

    def tidy(self) -> None:
        """Forget what is oldest where there is too much."""
        with suppress(OSError):
            for folder in self._folder.iterdir():
                _thin(folder)
            for old in sorted(_folders(self._folder.parent), key=_age)[:-STAMPS]:
                _remove(old)


def _thin(folder: Path) -> None:
    files = sorted(folder.iterdir(), key=_age)
    for path in files[: len(files) // 2] if len(files) > SHARD else ():
        path.unlink()


def _folders(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.is_dir() and not path.is_symlink())


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


def _age(path: Path) -> int:
    return path.lstat().st_mtime_ns


def stamp() -> str:
    """The version of everything shipped: program, playbooks, knowledge, words, and the interpreter's."""
    found = [__version__, sys.version]
    for top in (str(Path(__file__).parent), str(shipped("templates"))):
        found += _listed(top)
    return marked("\n".join(sorted(found)).encode("utf-8", "surrogatepass"))[:16]


def _listed(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for one in entries:
            if one.is_dir(follow_symlinks=False):
                yield from _listed(one.path) if one.name != "__pycache__" else ()
            else:
                found = one.stat()
                yield f"{one.path} {found.st_size} {found.st_mtime_ns}"
