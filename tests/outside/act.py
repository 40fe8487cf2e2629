"""Runs a composite GitHub action as a runner would: expressions, environment, files for outputs and summary.

``python -m tests.outside.act FOLDER [INPUT=VALUE…]`` runs this repository's action, install and all.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent.parent
ACTION = ROOT / "action.yml"
EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")
SHELL = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]
"""What ``shell: bash`` means on GitHub."""


@dataclass
class Ran:
    """What a run of the action came to."""

    code: int = 0
    log: str = ""
    summary: str = ""
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    """By step."""


def action() -> dict[str, Any]:
    """The action as data."""
    made: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    return made


def run(folder: Path, given: Mapping[str, str], environ: Mapping[str, str], temp: Path) -> Ran:
    """Its bash steps in order, until one fails."""
    made = action()
    inputs = {name: str(one.get("default", "")) for name, one in made["inputs"].items()} | dict(given)
    ran = Ran()
    for step in made["runs"]["steps"]:
        if "uses" in step:
            assert step["if"] == "inputs.python-version != ''" and not inputs["python-version"]
            continue
        _step(step, folder, inputs, environ, temp, ran)
        if ran.code:
            break
    return ran


def _step(
    step: dict[str, Any],
    folder: Path,
    inputs: Mapping[str, str],
    environ: Mapping[str, str],
    temp: Path,
    ran: Ran,
) -> None:
    def value(match: re.Match[str]) -> str:
        kind, name, *rest = match[1].split(".")
        return inputs[name] if kind == "inputs" else ran.outputs[name][rest[-1]]

    assert step["shell"] == "bash"
    script, output, summary = temp / f"{step['id']}.sh", temp / f"{step['id']}.out", temp / "summary.md"
    script.write_text(EXPRESSION.sub(value, step["run"]), encoding="utf-8")
    for file in (output, summary):
        file.touch()
    given = {key: EXPRESSION.sub(value, text) for key, text in step.get("env", {}).items()}
    runner = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(ROOT),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "RUNNER_TEMP": str(temp),
    }
    done = subprocess.run(
        [*SHELL, str(script)],
        cwd=folder,
        env={**environ, **runner, **given},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    pairs = (line.partition("=")[::2] for line in output.read_text(encoding="utf-8").splitlines())
    ran.outputs[step["id"]] = dict(pairs)
    ran.code, ran.log = done.returncode, ran.log + done.stdout.decode()
    ran.summary = summary.read_text(encoding="utf-8")


def main(folder: str, *given: str) -> int:
    """The real action, from the install on."""
    with tempfile.TemporaryDirectory() as temp:
        inputs = dict(one.split("=", 1) for one in given)
        ran = run(Path(folder), inputs, os.environ, Path(temp))
    sys.stdout.write(f"{ran.log}{ran.summary}{ran.outputs}\n")
    return ran.code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
