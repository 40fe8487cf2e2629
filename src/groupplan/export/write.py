"""Atomic writes: a temporary file in the same folder, fsync, rename."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from groupplan.model.finding import say
from groupplan.model.refusal import Trouble

SUFFIX = ".groupplan-tmp"
_STALE_SECONDS = 3600


def write(path: Path, text: str) -> None:
    """Put a text into a file, whole; the earlier file stays when anything fails (``Trouble``)."""
    store(path, text.encode("utf-8"))


def store(path: Path, raw: bytes) -> None:
    """Put bytes into a file, whole; the earlier file stays when anything fails (``Trouble``)."""
    _put(path, raw, like=path)


def _put(path: Path, raw: bytes, *, like: Path) -> None:
    try:
        if _is_device(path):
            _pour(path, raw)
        else:
            _replace(Path(os.path.realpath(path)), raw, like)
    except OSError as error:
        raise Trouble(say("cannot-write", path=path, reason=error.strerror or type(error).__name__)) from None


def _is_device(path: Path) -> bool:
    """Whether something else than a file stands there, such as `/dev/stdout`, which nothing may replace."""
    with suppress(OSError):
        mode = path.stat().st_mode
        return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
    return False


def _pour(path: Path, raw: bytes) -> None:
    """Into a device or a pipe; one that nobody reads is an error at once."""
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "wb") as file:
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        file.write(raw)


def _replace(target: Path, raw: bytes, like: Path) -> None:
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(SUFFIX, f".{target.name[:40]}.", target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(like))
        _clean(target, Path(temporary))
        Path(temporary).replace(target)
        _sync_folder(target.parent)
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()


def _mode(target: Path) -> int:
    """The mode of the file that is there already, else what the umask leaves of 666."""
    with suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _clean(target: Path, own: Path) -> None:
    """Remove what a killed run left behind: our temporary files for this target, an hour older than ours."""
    now = own.stat().st_mtime
    for path in target.parent.glob(f".{_literal(target.name[:40])}.*{SUFFIX}"):
        with suppress(OSError):
            if now - path.stat().st_mtime > _STALE_SECONDS:
                path.unlink()


def _literal(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _sync_folder(folder: Path) -> None:
    with suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def backup(path: Path) -> Path:
    """Keep a copy beside a file before it is overwritten; an earlier copy is never overwritten."""
    number = 1
    while True:
        kept = path.with_name(f"{path.name}.bak" if number == 1 else f"{path.name}.bak{number}")
        if not os.path.lexists(kept):
            break
        number += 1
    _put(kept, _bytes(path), like=path)
    return kept


def _bytes(path: Path) -> bytes:
    """The bytes of a file that is about to be replaced."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(say("cannot-read", path=path, reason=error.strerror or type(error).__name__)) from None
