"""A file that was mended: as a diff, or written back over the one that was read."""

import os
import stat
from errno import EACCES
from pathlib import Path

from groupplan.cli.briefs import File
from groupplan.cli.surroundings import Surroundings
from groupplan.export import store, unified
from groupplan.files import inside, slurp
from groupplan.mend import Mended
from groupplan.model.finding import say
from groupplan.model.refusal import Refused, Trouble


def stored(file: File, path: Path, raw: bytes) -> None:
    """Write a mended file. ``Trouble`` when it may not be written or changed since it was read.

    ``Refused`` for a link that leads out of the project.
    """
    try:
        inside(path, file.root)
    except Refused:
        raise Refused(say("link-leaves-the-folder", path=path, root=file.root)) from None
    if slurp(path, len(file.raw)) != file.raw:
        raise Trouble(say("changed-meanwhile", path=path))
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise Trouble(say("cannot-write", path=path, reason=os.strerror(EACCES)))
    store(path, raw)


def difference(file: File, after: Mended, encoding: str, around: Surroundings) -> str:
    """A unified diff of a file before and after; controls are escaped, ends of lines left out."""
    found = next((fix.encoding for _, fix in after.fixed if fix.encoding), "")
    old, new = _text(file.raw, found or encoding), _text(after.file.raw, "utf-8" if found else encoding)
    lines = unified(old, new, file.name.replace("\n", "\\n"))
    return "\n".join(around.clean(line.rstrip("\r\n")) for line in lines)


def _text(raw: bytes, encoding: str) -> str:
    return raw.decode(encoding, "replace").removeprefix("\ufeff")
