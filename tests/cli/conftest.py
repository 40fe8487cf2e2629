"""The command line, run inside the test or as a process of its own, in an empty folder."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from groupplan.cli.main import main

Run = Callable[..., "Ran"]
LANGUAGES = ("zh-CN", "en")
_SETTINGS = (
    "LC_ALL",
    "LANG",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    "GROUPPLAN_FORMAT",
    "GROUPPLAN_FAIL_ON",
)


class Ran(Struct, frozen=True):
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Both streams."""
        return self.out + self.err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty working folder; what ``main`` changes in the process is put back."""
    monkeypatch.chdir(tmp_path)
    for name in (*_SETTINGS, "NO_COLOR", "FORCE_COLOR", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GROUPPLAN_LANG", "en")
    before = signal.getsignal(signal.SIGTERM)
    yield tmp_path
    signal.signal(signal.SIGTERM, before)


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line in this process."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capsys.readouterr()
        code = main([str(word) for word in arguments])
        return Ran(code, *capsys.readouterr())

    return call


@pytest.fixture
def brief(folder: Path, run: Run) -> Path:
    """The study camp, fresh from its archetype; the streams are empty again."""
    assert run("new", ".", "-a", "study-camp", "--opens", "2027-03-01", "--lang", "zh-CN").code == 0
    return Path("brief.yaml")


@pytest.fixture
def plan(brief: Path, run: Run) -> Path:
    """Its plan."""
    assert run("render", brief).code == 0
    return Path("plan.md")


def process(*arguments: str | Path, folder: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a command line as a process of its own."""
    clean = {key: value for key, value in os.environ.items() if key not in _SETTINGS}
    return subprocess.run(
        [sys.executable, "-m", "groupplan", *map(str, arguments)],
        cwd=folder,
        env={**clean, "GROUPPLAN_LANG": "en", **environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
