"""The GitHub action: its steps are run with bash, as on a runner, only the package index is not asked."""

import json
from pathlib import Path

import pytest

from tests.outside import act
from tests.outside.conftest import Machine
from tests.outside.plans import PLACE, doubt, spoil

STEPS = act.action()["runs"]["steps"]


def run(folder: Path, machine: Machine, **inputs: str) -> act.Ran:
    return act.run(folder, inputs, machine.environ, machine.temp)


def test_no_input_stands_in_a_script() -> None:
    assert [step["id"] for step in STEPS if "${{" in step.get("run", "")] == []


def test_every_input_is_told_and_used() -> None:
    text = act.ACTION.read_text(encoding="utf-8")
    for name, told in act.action()["inputs"].items():
        assert told["description"].endswith(".")
        assert f"${{{{ inputs.{name} }}}}" in text, name


def test_other_actions_are_pinned_to_a_commit() -> None:
    pinned = [step["uses"].partition("@")[2] for step in STEPS if "uses" in step]
    assert pinned
    assert {len(commit) for commit in pinned} == {40}


def test_a_clean_folder_passes_and_the_summary_says_so(plans: Path, machine: Machine) -> None:
    ran = run(plans, machine)
    assert (ran.code, ran.outputs["check"]) == (0, {"exit-code": "0"}), ran.log
    assert ran.summary.startswith("### groupplan\n")


def test_errors_are_annotated_summed_up_and_written_as_sarif(plans: Path, machine: Machine) -> None:
    spoil(plans)
    ran = run(plans, machine, sarif="out.sarif")
    assert ran.code == 1
    file, line, column = PLACE.split(":")
    assert f"file={file},line={line},endLine={line},col={column}" in ran.log
    assert PLACE in ran.summary
    assert ran.outputs["check"] == {"exit-code": "1", "sarif": "out.sarif"}
    results = json.loads((plans / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [one["ruleId"] for one in results] == ["GP014"]


@pytest.mark.parametrize(("strict", "code"), [("false", 0), ("true", 1)])
def test_strict_fails_on_warnings(plans: Path, machine: Machine, strict: str, code: int) -> None:
    doubt(plans)
    ran = run(plans, machine, strict=strict)
    assert (ran.code, ran.outputs["check"]["exit-code"]) == (code, str(code)), ran.log
    assert "::warning " in ran.log


def test_options_paths_and_language_reach_the_command(plans: Path, machine: Machine) -> None:
    spoil(plans)
    (plans / "a folder").mkdir()
    (plans / "camp" / "brief.yaml").rename(plans / "a folder" / "b [1].brief.yaml")
    ran = run(plans, machine, path="a folder\n\n", args="--select GP0\n--ignore GP9", language="zh-CN")
    assert ran.code == 1
    assert "a folder/b [1].brief.yaml:7:11: GP014 「icq」" in ran.log


@pytest.mark.parametrize("name", ["path", "args", "sarif", "strict", "language"])
def test_text_of_inputs_is_never_run(plans: Path, machine: Machine, name: str) -> None:
    run(
        plans,
        machine,
        **{name: "$(touch owned) `touch owned` ; touch owned \"; touch owned; ' ; touch owned"},
    )
    assert not (plans / "owned").exists()


def test_a_folder_without_briefs_stops_the_action_before_the_summary(plans: Path, machine: Machine) -> None:
    (plans / "empty").mkdir()
    ran = run(plans, machine, path="empty")
    assert (ran.code, ran.summary) == (2, ""), ran.log


def test_without_a_version_the_actions_own_checkout_is_installed(plans: Path, machine: Machine) -> None:
    run(plans, machine)
    assert machine.asked[-1].endswith(f"pip install --quiet --disable-pip-version-check {act.ROOT}")


@pytest.mark.parametrize("version", ["0.1.0", "$(touch owned)", "0.1.0 other-package"])
def test_a_version_is_one_word_for_pip(plans: Path, machine: Machine, version: str) -> None:
    run(plans, machine, version=version)
    assert machine.asked[-1].endswith(f" groupplan=={version}")
    assert not (plans / "owned").exists()
