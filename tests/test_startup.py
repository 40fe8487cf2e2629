"""What starts fast stays fast: which packages a command loads before it does anything."""

import subprocess
import sys

import pytest

HEAVY = {"typer", "click", "pydantic", "yaml", "jinja2", "rich"}
WATCH = """
import os, sys
leave = os._exit
def told(code):
    sys.stdout.flush()
    sys.stderr.write("loaded " + " ".join(sorted({name.partition(".")[0] for name in sys.modules})))
    sys.stderr.flush()
    leave(code)
os._exit = told
sys.argv = ["groupplan", *sys.argv[1:]]
from groupplan.__main__ import run
run()
told(0)
"""


def loaded(*arguments: str) -> set[str]:
    command = [sys.executable, "-c", WATCH, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip(), "a command that answers says something"
    return set(done.stderr.rpartition("loaded ")[2].split()) & HEAVY


def test_version_loads_nothing() -> None:
    assert loaded("--version") == loaded("-V") == set()


@pytest.mark.parametrize(
    "arguments", [("--help",), ("render", "--help"), ("check", "--help"), ("new", "--help")]
)
def test_help_loads_only_the_command_line(arguments: tuple[str, ...]) -> None:
    assert loaded(*arguments) <= {"typer", "click"}


def test_version_as_a_module() -> None:
    command = [sys.executable, "-m", "groupplan", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("groupplan ") and done.stderr == ""
