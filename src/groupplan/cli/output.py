"""Writing to stdout and stderr: UTF-8 for pipes, never an error over a sign."""

import sys
from typing import TextIO


def prepare() -> None:
    """Text goes out as UTF-8 where the stream can; a sign a stream lacks degrades to an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = "utf-8" if not stream.isatty() else None
            reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")


def out(text: str) -> None:
    """Results."""
    _put(sys.stdout, text)


def err(text: str) -> None:
    """Everything that is no result."""
    _put(sys.stderr, text)


def raw(data: bytes) -> None:
    """A file, byte for byte, as a result."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def flush() -> None:
    """Let trouble with standard output show while somebody can still say so."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _put(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        stream.write(text if text.endswith("\n") else f"{text}\n")
