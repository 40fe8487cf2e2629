"""git, asked with fixed arguments: what a revision is, which files it has, what stands in them."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from groupplan.model.finding import say
from groupplan.model.refusal import Misuse, Trouble

SECONDS = 30
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_ALWAYS = ("--no-pager", "--literal-pathspecs", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false")
_FILES = ("100644", "100755")


class Entry(Struct, frozen=True):
    """A regular file of a revision; links and submodules are none."""

    path: str
    blob: str
    size: int


class Revision(Struct, frozen=True):
    """A commit of the repository around a folder. ``prefix`` is that folder, from the top, with ``/``."""

    name: str
    commit: str
    top: Path
    prefix: str
    environ: Mapping[str, str]

    def files(self, paths: Sequence[str], *, deep: bool = False) -> tuple[Entry, ...]:
        """The regular files under these paths, counted from the top; folders end with ``/``."""
        options = ["-r"] if deep else []
        named = ["--", *paths] if paths else []
        out = _git(
            self.top, self.environ, "ls-tree", "-z", "-l", "--full-tree", *options, self.commit, *named
        )
        rows = (row.partition("\t") for row in os.fsdecode(out or b"").split("\0") if row)
        parts = ((head.split(), path) for head, _, path in rows)
        return tuple(Entry(path, head[2], int(head[3])) for head, path in parts if head[0] in _FILES)

    def read(self, entries: Sequence[Entry]) -> dict[str, bytes]:
        """What stands in these files; one process for all."""
        asked = "".join(f"{entry.blob}\n" for entry in entries).encode()
        out = _git(self.top, self.environ, "cat-file", "--batch", given=asked) or b""
        found, place = {}, 0
        for entry in entries:
            head = f"{entry.blob} blob {entry.size}\n".encode()
            if not out.startswith(head, place):
                raise Trouble(say("git-failed", reason=entry.path[:200]))
            start = place + len(head)
            found[entry.path] = out[start : start + entry.size]
            place = start + entry.size + 1
        return found


def revision(name: str, folder: Path, environ: Mapping[str, str]) -> Revision:
    """A revision by any name git knows; ``Misuse`` where there is none, or no repository."""
    if not name or name.startswith("-") or not name.isprintable():
        raise Misuse(say("no-such-revision", name=name[:60]))
    top, prefix = (_place(folder, environ, one) for one in ("--show-toplevel", "--show-prefix"))
    commit = _git(
        folder, environ, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
    )
    if commit is None:
        raise Misuse(say("no-such-revision", name=name[:60]))
    return Revision(name, commit.decode("ascii", "replace").strip(), Path(top), prefix, environ)


def _place(folder: Path, environ: Mapping[str, str], which: str) -> str:
    """The repository's folder or the way into it; a name may hold anything but the last line feed."""
    found = _git(folder, environ, "rev-parse", which)
    if found is None:
        raise Misuse(say("no-repository", path=folder))
    return os.fsdecode(found).removesuffix("\n")


def _git(folder: Path, environ: Mapping[str, str], *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints; None when it says no."""
    program = shutil.which("git", path=environ.get("PATH"))
    if program is None:
        raise Trouble(say("git-missing"))
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
            [program, *_ALWAYS, *arguments],
            cwd=folder,
            env={**environ, **_QUIET},
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Trouble(say("git-slow", seconds=SECONDS)) from None
    except OSError as error:
        raise Trouble(say("git-failed", reason=error.strerror or type(error).__name__)) from None
    return done.stdout if done.returncode == 0 else None
