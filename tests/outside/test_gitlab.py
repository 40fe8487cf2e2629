"""The GitLab job: its script is run with bash, only the package index is not asked."""

import json
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.outside.act import ROOT, SHELL
from tests.outside.conftest import Machine
from tests.outside.plans import PLACE, doubt, spoil

TEMPLATE: dict[str, Any] = yaml.safe_load(
    (ROOT / "ci" / "groupplan.gitlab-ci.yml").read_text(encoding="utf-8")
)
QUALITY, JUNIT = "gl-code-quality-report.json", "groupplan-junit.xml"


def run(folder: Path, machine: Machine, **variables: str) -> tuple[int, str]:
    defaults = {name: one["value"] for name, one in TEMPLATE["variables"].items()}
    script = machine.temp / "job.sh"
    script.write_text("\n".join(TEMPLATE["groupplan"]["script"]), encoding="utf-8")
    done = subprocess.run(
        [*SHELL, str(script)],
        cwd=folder,
        env={**machine.environ, **defaults, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode()


def test_every_variable_is_told_and_used() -> None:
    script = "\n".join(TEMPLATE["groupplan"]["script"])
    for name, one in TEMPLATE["variables"].items():
        assert one["description"].endswith(".")
        assert f"${name}" in script or name == "GROUPPLAN_LANG"


def test_what_is_written_is_what_is_kept() -> None:
    kept = TEMPLATE["groupplan"]["artifacts"]
    assert kept["paths"] == [QUALITY, JUNIT]
    assert kept["reports"] == {"codequality": QUALITY, "junit": JUNIT}


def test_a_clean_folder_passes_with_empty_reports(plans: Path, machine: Machine) -> None:
    code, said = run(plans, machine, GROUPPLAN_ARGS="--ignore GP605")
    assert code == 0, said
    assert json.loads((plans / QUALITY).read_text(encoding="utf-8")) == []
    assert machine.asked[-1].endswith(" groupplan")


def test_errors_reach_the_log_and_both_reports(plans: Path, machine: Machine) -> None:
    spoil(plans)
    code, said = run(plans, machine, GROUPPLAN_PATH="camp")
    assert code == 1
    assert f"{PLACE}: GP014 错误" in said
    found = json.loads((plans / QUALITY).read_text(encoding="utf-8"))
    assert [(one["check_name"], one["location"]["path"]) for one in found] == [("GP014", "camp/brief.yaml")]
    assert ElementTree.parse(plans / JUNIT).findall(".//failure")


@pytest.mark.parametrize(("arguments", "code"), [("", 0), ("--strict", 1)])
def test_strict_fails_on_warnings(plans: Path, machine: Machine, arguments: str, code: int) -> None:
    doubt(plans)
    assert run(plans, machine, GROUPPLAN_ARGS=arguments)[0] == code


def test_a_wrong_option_ends_the_job_without_reports(plans: Path, machine: Machine) -> None:
    code, _ = run(plans, machine, GROUPPLAN_ARGS="--frobnicate")
    assert code == 2
    assert not (plans / QUALITY).exists()
