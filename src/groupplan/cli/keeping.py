"""Where judgements are kept between runs: the user's own cache folder."""

import os
from pathlib import Path

from groupplan.cache import Cache
from groupplan.cli.surroundings import Surroundings


def kept(around: Surroundings) -> Cache | None:
    """The cache; None where there is no folder for it, or where it is somebody else's."""
    folder = _folder(around)
    return Cache(folder) if folder is not None and _ours(folder) else None


def _folder(around: Surroundings) -> Path | None:
    """`GROUPPLAN_CACHE_DIR`, else where the system keeps such things. Relative names are none of these."""
    environ = around.environ
    own = environ.get("GROUPPLAN_CACHE_DIR")
    usual = environ.get("LOCALAPPDATA") if os.name == "nt" else environ.get("XDG_CACHE_HOME")
    home = environ.get("HOME")
    for place in (own, usual and f"{usual}/groupplan", home and f"{home}/.cache/groupplan"):
        if place and "\0" not in place and Path(place).is_absolute():
            return Path(place)
    return None


def _ours(folder: Path) -> bool:
    """Whether nobody else can put anything there; a folder that is not there yet will be ours."""
    try:
        found = folder.lstat()
    except OSError:
        return True
    return os.name == "nt" or (found.st_uid == os.getuid() and not found.st_mode & 0o022)
