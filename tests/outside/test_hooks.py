"""The hooks for pre-commit: set off by what `check` would look at, and running what there is."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from groupplan.cli.briefs import below
from groupplan.cli.main import main
from tests.outside.act import ROOT

HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
NAMES = [
    "brief.yaml",
    "camp/brief.yaml",
    "may.brief.yaml",
    "a/b/may.brief.yaml",
    "playbooks/house.yaml",
    "camp/playbooks/house.yaml",
    "camp/notes.yaml",
    "abrief.yaml",
    "brief.yml",
    "playbooks/deep/house.yaml",
    "camp/brief.yaml.bak",
]


def set_off(hook: str, name: str) -> bool:
    return re.search(HOOKS[hook]["files"], name) is not None


def test_check_is_set_off_by_what_check_finds(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = {path.relative_to(tmp_path).as_posix() for path in below(tmp_path)}
    assert found == {name for name in NAMES if set_off("groupplan-check", name)}
    briefs = {name for name in found if "playbooks" not in name}
    assert briefs == {name for name in NAMES if set_off("groupplan-render-check", name)}


@pytest.mark.parametrize("name", ["camp/plan.md", "plan.html", "groupplan.toml", "teams/a/groupplan.toml"])
def test_documents_and_settings_set_check_off_too(name: str) -> None:
    assert set_off("groupplan-check", name)
    assert not set_off("groupplan-render-check", name)


def test_check_sees_the_whole_folder_and_render_the_changed_briefs() -> None:
    assert HOOKS["groupplan-check"]["pass_filenames"] is False
    assert "pass_filenames" not in HOOKS["groupplan-render-check"]


def test_both_run(plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check, render = (hook["entry"].split()[1:] for hook in HOOKS.values())
    brief = str(Path("camp", "brief.yaml"))
    assert main(check) == 0
    assert main([*render, brief]) == 1
    assert main(["render", brief]) == 0
    assert main([*render, brief]) == 0
    assert "plan.md" in capsys.readouterr().err
