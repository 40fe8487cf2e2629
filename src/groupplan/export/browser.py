"""The user's own browser: where it lies, and printing a page with it, cut off from network and profile."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

SECONDS = 120
"""Longest that a print may take; a year's plan takes a quarter of it."""
_NAMES = (
    "google-chrome", "google-chrome-stable", "chrome", "chromium", "chromium-browser", "microsoft-edge",
    "microsoft-edge-stable", "msedge", "brave-browser",
)  # fmt: skip
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "Chromium.app/Contents/MacOS/Chromium",
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
)
_ALONE = (
    "--headless=new", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-extensions",
    "--disable-default-apps", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)  # fmt: skip


def browsers(environ: Mapping[str, str], system: str = sys.platform) -> Iterator[str]:
    """The browsers there are, each once."""
    named = (shutil.which(name, path=environ.get("PATH", "")) for name in _NAMES)
    usual = (str(place) for place in _usual(environ, system) if place.is_file())
    yield from dict.fromkeys(one for one in (*named, *usual) if one)


def _usual(environ: Mapping[str, str], system: str) -> Iterator[Path]:
    if system == "darwin":
        homes = (Path("/Applications"), Path(environ.get("HOME", "/")) / "Applications")
        yield from (home / name for home in homes for name in _MAC)
    if system == "win32":
        roots = (environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        yield from (Path(root) / name for root in roots if root for name in _WINDOWS)


def printed(program: str, page: str, environ: Mapping[str, str], seconds: float = SECONDS) -> bytes:
    """The page as a PDF; b"" where the browser fails or takes too long."""
    home = environ.get("HOME") if program.startswith("/snap/") else None  # a snap sees no other folder
    with tempfile.TemporaryDirectory(prefix="groupplan-", dir=home, ignore_cleanup_errors=True) as folder:
        place, made = Path(folder) / "plan.html", Path(folder) / "plan.pdf"
        place.write_text(page, encoding="utf-8", newline="\n")
        order = [program, *_ALONE, *_rooted(), f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}"]
        _run([*order, place.as_uri()], dict(environ), seconds)
        return made.read_bytes() if made.is_file() else b""


def _rooted() -> tuple[str, ...]:
    """A browser's own sandbox does not run as root."""
    return ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()


def _run(order: list[str], environ: dict[str, str], seconds: float) -> None:
    """Run to the end or to the limit; nothing of it stays behind."""
    null = subprocess.DEVNULL
    try:
        with subprocess.Popen(  # noqa: S603 - a list of our own words, and no shell
            order, env=environ, stdin=null, stdout=null, stderr=null, start_new_session=True
        ) as process:
            try:
                process.wait(seconds)
            finally:
                _end(process)
    except (OSError, subprocess.TimeoutExpired):
        return


def _end(process: "subprocess.Popen[bytes]") -> None:
    """The program and what it has started."""
    killpg = getattr(os, "killpg", None)
    try:
        killpg(process.pid, 9) if killpg else process.kill()
    except OSError:
        return
