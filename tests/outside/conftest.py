"""A folder with a brief, and a python3 that installs by writing down what was asked of it."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec import Struct

from groupplan import scaffold
from tests.outside.plans import OPENS

PYTHON = """#!/bin/bash
# `-m venv FOLDER` makes one with this very script and groupplan in it; all is written down.
printf '%s\\n' "$*" >> "$ASKED"
if [ "$1 $2" = "-m venv" ]; then
    mkdir -p "$3/bin"
    cp "$0" "$3/bin/python"
    cp "${0%/*}/groupplan" "$3/bin/groupplan"
fi
"""
GROUPPLAN = f"""#!/bin/bash
exec "{sys.executable}" -m groupplan "$@"
"""


class Machine(Struct, frozen=True):
    """A machine of a CI service: its environment, a place for its files, and what was asked of python3."""

    environ: Mapping[str, str]
    temp: Path

    @property
    def asked(self) -> list[str]:
        """The command lines of python3."""
        return (self.temp / "asked").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    temp = tmp_path_factory.mktemp("machine")
    for name, text in (("python3", PYTHON), ("groupplan", GROUPPLAN)):
        path = temp / "tools" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)
    kept = {key: os.environ[key] for key in ("HOME", "SYSTEMROOT", "TMPDIR") if key in os.environ}
    environ = {
        **kept,
        "PATH": f"{temp / 'tools'}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(one for one in sys.path if one),
        "ASKED": str(temp / "asked"),
    }
    return Machine(environ, temp)


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the study camp in English, which checks clean."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "camp" / "brief.yaml"
    path.parent.mkdir()
    path.write_text(scaffold.brief("study-camp", "en", OPENS, {}), encoding="utf-8")
    return tmp_path
