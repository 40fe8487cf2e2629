"""The cache: what files were judged to be, for as long as nothing that was looked at has changed.

One small JSON file for each judgement in the user's own cache folder. What cannot be read or was
forged into nonsense counts as not there; what cannot be written is not kept; nobody hears of either.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from groupplan import __version__
from groupplan.files import Looks, marked, unchanged
from groupplan.model.source import Source
from groupplan.model.stored import restored, stored
from groupplan.model.verdict import Verdict

SHARD = 200
"""Judgements in one of 256 folders; the oldest half goes when there are more."""
STAMPS = 4
"""Versions of groupplan whose judgements are kept."""


class Cache:
    """Judgements on disk, by everything they were made from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / stamp()

    def key(self, name: str, path: Path, raw: bytes, *options: str) -> str:
        """What a judgement hangs on before anything is read: the file, how it is called, and options."""
        parts = (name, os.path.abspath(path), *options)  # noqa: PTH100 - links stay as they are
        return marked("\0".join(parts).encode("utf-8", "surrogatepass") + b"\0" + raw)

    def recall(self, key: str) -> Verdict | None:
        """A judgement, if a new one would look at the same files and find the same in them."""
        try:
            data = json.loads(self._path(key).read_bytes())
            if not unchanged(data["looks"]):
                return None
            return restored(data["verdict"], {name: _text(path) for name, path in data["texts"].items()})
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def keep(self, key: str, verdict: Verdict, looks: Looks, places: Mapping[str, Source]) -> None:
        """Keep a judgement that was made while looking at these files."""
        texts = {name: os.path.abspath(name) for name in verdict.sources}  # noqa: PTH100
        if not set(texts.values()) <= looks.keys():
            return
        data = {"looks": looks, "texts": texts, "verdict": stored(verdict, places)}
        with suppress(OSError, ValueError):
            self._write(self._path(key), json.dumps(data).encode())

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key[2:]}.json"

    def _write(self, path: Path, raw: bytes) -> None:
        if not path.parent.is_dir():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
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


def _text(path: str) -> str:
    return Path(path).read_bytes().decode("utf-8-sig")


def stamp() -> str:
    """The version of everything shipped: program, playbooks, knowledge, words, and the interpreter's."""
    here = Path(__file__).parent
    found = [__version__, sys.version]
    for folder in sorted((here, *(path for path in here.iterdir() if path.is_dir()))):
        found += (f"{one.name} {one.stat().st_size} {one.stat().st_mtime_ns}" for one in os.scandir(folder))
    return marked("\n".join(sorted(found)).encode())[:16]
