"""Where exported files land, and what is there already."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from groupplan.export.mark import intact, marked

MANIFEST = ".groupplan.json"
"""In a folder of exported files: what groupplan wrote there, so that nobody else's file is touched."""
KEPT = ("edited", "foreign", "unmarked")
"""States in which a file is overwritten only by force."""
Reading = Callable[[Path], bytes | None]


class Landing(Struct, frozen=True):
    """One file. ``state``: new, same, stale (our own, older), edited, foreign, unmarked (a CSV has no mark).

    ``raw`` None: our own file that the plan no longer has, to be removed.
    """

    path: Path
    state: str
    raw: bytes | None
    before: bytes | None = None

    @property
    def changes(self) -> bool:
        """Whether anything would be different."""
        return self.state != "same"


def landing(raw: bytes, path: Path, before: bytes | None) -> Landing:
    """What writing a single file would do."""
    if before is None or before == raw:
        return Landing(path, "new" if before is None else "same", raw, before)
    if not marked(raw):
        return Landing(path, "unmarked", raw, before)
    known = "edited" if marked(before) else "foreign"
    return Landing(path, "stale" if intact(before) else known, raw, before)


def landings(files: Mapping[str, bytes], folder: Path, reading: Reading) -> tuple[Landing, ...]:
    """What writing a folder would do: its files, those it no longer has, and the list of them."""
    listed = reading(folder / MANIFEST)
    ours = _ours(listed)
    found = [_file(raw, folder / name, reading, ours.get(name)) for name, raw in sorted(files.items())]
    for name in sorted(name for name in set(ours) - set(files) if _alike(name, files)):
        before = reading(folder / name)
        if before is not None and _digest(before) == ours[name]:
            found.append(Landing(folder / name, "stale", None, before))
    fresh = _manifest(files)
    known = "same" if listed == fresh else "stale" if ours else "foreign"
    return (*found, Landing(folder / MANIFEST, "new" if listed is None else known, fresh, listed))


def _file(raw: bytes, path: Path, reading: Reading, written: str | None) -> Landing:
    before = reading(path)
    if before is None or before == raw:
        return Landing(path, "new" if before is None else "same", raw, before)
    known = "edited" if written else "foreign"
    return Landing(path, "stale" if _digest(before) == written else known, raw, before)


def _alike(name: str, files: Mapping[str, bytes]) -> bool:
    """Whether a file could be the form's by its ending and its depth: a list may come from a stranger."""
    shape = (PurePosixPath(name).suffix, len(PurePosixPath(name).parts))
    return any(shape == (PurePosixPath(one).suffix, len(PurePosixPath(one).parts)) for one in files)


def _manifest(files: Mapping[str, bytes]) -> bytes:
    digests = {name: _digest(raw) for name, raw in sorted(files.items())}
    return (json.dumps({"groupplan": 1, "files": digests}, ensure_ascii=False, indent=1) + "\n").encode()


def _ours(raw: bytes | None) -> dict[str, str]:
    """What a list on disk says; nothing where it is not one, or names a place outside its folder."""
    try:
        found = json.loads(raw or b"{}")
        files = found["files"] if isinstance(found, dict) and found.get("groupplan") == 1 else {}
        return {str(name): str(digest) for name, digest in files.items() if safe(str(name))}
    except (ValueError, KeyError, AttributeError, RecursionError):
        return {}


def safe(name: str) -> bool:
    """Whether a relative name stays inside its folder, on every system."""
    parts = PurePosixPath(name).parts
    odd = any(sign in name for sign in "\\:\0") or name.startswith("/")
    return bool(parts) and not odd and not any(part in ("..", "") for part in parts)


def _digest(raw: bytes) -> str:
    from hashlib import sha256

    return sha256(raw).hexdigest()
