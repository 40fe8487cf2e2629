"""The same brief gives the same bytes: for any hash seed, time zone, locale, folder and order of files."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from groupplan.scaffold import archetypes, brief, playbook
from tests.cli.conftest import process

OPENS = date(2027, 3, 1)
HOUSE = ("alpha", "beta", "gamma")
SEEDS = {
    "seed 1": {"PYTHONHASHSEED": "1"},
    "seed 2": {"PYTHONHASHSEED": "2"},
    "west": {"TZ": "Pacific/Pago_Pago"},
    "east": {"TZ": "Pacific/Kiritimati"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0"},
    "chinese": {"LC_ALL": "zh_CN.UTF-8", "GROUPPLAN_LANG": "zh-CN"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
}


def _project(folder: Path, order: Callable[[tuple[str, ...]], list[str]] = sorted) -> None:
    """Both archetypes with three playbooks, the files made in some order."""
    (folder / "playbooks").mkdir(parents=True)
    for name in order(HOUSE):
        (folder / "playbooks" / f"{name}.yaml").write_text(playbook(name, "zh-CN"), encoding="utf-8")
    for name in order(archetypes()):
        text = brief(name, "zh-CN", OPENS, {}) + f"playbooks: [{', '.join(HOUSE)}]\n"
        (folder / f"{name}.brief.yaml").write_text(text, encoding="utf-8")


def _made(folder: Path, **environ: str) -> dict[str, bytes]:
    """Every file and stream of a check and a render."""
    briefs = sorted(path.name for path in folder.glob("*.brief.yaml"))
    environ = {"GROUPPLAN_LANG": "zh-CN", **environ}
    check = process("check", ".", folder=folder, **environ)
    as_json = process("check", ".", "--format", "json", folder=folder, **environ)
    done = process("render", *briefs, "--to", "md,html", folder=folder, **environ)
    assert (check.returncode, as_json.returncode, done.returncode) == (0, 0, 0), done.stderr
    files = {path.name: path.read_bytes() for path in folder.glob("*.plan.*")}
    return {**files, "check": check.stdout, "json": as_json.stdout, "render": done.stderr}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What comes out in the ordinary way."""
    folder = tmp_path_factory.mktemp("first")
    _project(folder)
    return _made(folder, PYTHONHASHSEED="0", TZ="UTC")


@pytest.mark.parametrize("environ", SEEDS.values(), ids=SEEDS)
def test_surroundings_change_no_byte(
    tmp_path: Path, first: dict[str, bytes], environ: dict[str, str]
) -> None:
    _project(tmp_path)
    assert _made(tmp_path, **environ) == first


def test_another_folder_and_order_of_files_change_no_byte(tmp_path: Path, first: dict[str, bytes]) -> None:
    folder = tmp_path / "另一个 folder with spaces" / ("deep" * 20)
    _project(folder, order=lambda names: sorted(names, reverse=True))
    assert _made(folder) == first


def test_a_copied_project_keeps_its_seals(tmp_path: Path, first: dict[str, bytes]) -> None:
    _project(tmp_path / "a")
    _made(tmp_path / "a")
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    briefs = [path.name for path in (tmp_path / "b").glob("*.brief.yaml")]
    done = process("render", *briefs, "--check", "--to", "md,html", folder=tmp_path / "b")
    assert done.returncode == 0, done.stderr
    assert process("check", folder=tmp_path / "b").returncode == 0


def test_it_does_not_matter_from_where_the_brief_is_named(tmp_path: Path) -> None:
    (tmp_path / "a/sub").mkdir(parents=True)
    (tmp_path / "a/groupplan.toml").touch()
    (tmp_path / "a/playbooks").mkdir()
    (tmp_path / "a/playbooks/alpha.yaml").write_text(playbook("alpha", "zh-CN"), encoding="utf-8")
    text = brief("study-camp", "zh-CN", OPENS, {}) + "playbooks: [alpha]\n"
    (tmp_path / "a/sub/brief.yaml").write_text(text, encoding="utf-8")
    shutil.copytree(tmp_path / "a", tmp_path / "elsewhere")
    found = set()
    for place, name in (
        ("a/sub", "brief.yaml"),
        ("a", "sub/brief.yaml"),
        (".", "a/sub/brief.yaml"),
        ("a/sub", "../sub/brief.yaml"),
        (".", str(tmp_path / "a/sub/brief.yaml")),
        ("elsewhere/sub", "brief.yaml"),
    ):
        done = process("render", name, "--force", folder=tmp_path / place)
        assert done.returncode == 0, done.stderr
        plan = tmp_path / ("elsewhere" if "elsewhere" in place else "a") / "sub/plan.md"
        found.add(plan.read_bytes())
        plan.unlink()
    assert len(found) == 1
