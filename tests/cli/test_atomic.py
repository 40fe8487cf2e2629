"""Every file is the old one or the new one, whole; nothing is left over; links are written through."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def changed(plan: Path) -> bytes:
    """The bytes of a plan whose brief has changed since."""
    brief = Path("brief.yaml")
    brief.write_text(brief.read_text(encoding="utf-8").replace("6000元", "6001元"), encoding="utf-8")
    return plan.read_bytes()


def _failing(number: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


FAILURES = {
    "fsync": ("os.fsync", errno.ENOSPC),
    "quota": ("os.fsync", errno.EDQUOT),
    "input and output": ("os.fsync", errno.EIO),
    "rename": ("pathlib.Path.replace", errno.EXDEV),
    "mode": ("pathlib.Path.chmod", errno.EPERM),
    "temporary": ("tempfile.mkstemp", errno.EROFS),
    "open files": ("tempfile.mkstemp", errno.EMFILE),
}


@pytest.mark.parametrize(("place", "number"), FAILURES.values(), ids=FAILURES)
def test_a_failing_disk_leaves_the_earlier_file_and_nothing_else(
    run: Run, changed: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch, place: str, number: int
) -> None:
    there = sorted(folder.iterdir())
    monkeypatch.setattr(place, _failing(number))
    ran = run("render", "brief.yaml")
    assert ran.code == 3
    assert os.strerror(number) in ran.err
    assert "plan.md" in ran.err
    assert Path("plan.md").read_bytes() == changed
    assert sorted(folder.iterdir()) == there


def test_a_disk_that_fails_for_one_file_does_not_keep_the_others_from_it(run: Run, changed: bytes) -> None:
    Path("out").write_text("not a folder", encoding="utf-8")
    Path("b.brief.yaml").write_bytes(Path("brief.yaml").read_bytes())
    assert run("render", "b.brief.yaml", "-o", "out/b.md").code == 3
    assert run("render", "b.brief.yaml", "brief.yaml").code == 0


def test_a_backup_that_fails_leaves_the_edited_file(
    run: Run, plan: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan.write_text(plan.read_text(encoding="utf-8").replace("一页摘要", "两页摘要"), encoding="utf-8")
    before = plan.read_bytes()
    there = sorted(folder.iterdir())
    monkeypatch.setattr("os.fsync", _failing(errno.ENOSPC))
    assert run("render", "brief.yaml", "--force").code == 3
    assert plan.read_bytes() == before
    assert sorted(folder.iterdir()) == there


def test_a_backup_is_as_private_as_the_file_and_never_follows_a_link(run: Run, plan: Path) -> None:
    plan.write_text(plan.read_text(encoding="utf-8").replace("一页摘要", "两页摘要"), encoding="utf-8")
    plan.chmod(0o600)
    Path("plan.md.bak").symlink_to("elsewhere.md")
    assert run("render", "brief.yaml", "--force").code == 0
    assert not Path("elsewhere.md").exists()
    assert Path("plan.md.bak2").stat().st_mode & 0o777 == 0o600


def test_a_linked_plan_is_written_through(run: Run, changed: bytes) -> None:
    Path("real").mkdir()
    Path("plan.md").rename("real/plan.md")
    Path("plan.md").symlink_to("real/plan.md")
    assert run("render", "brief.yaml").code == 0
    assert Path("plan.md").is_symlink()
    assert Path("real/plan.md").read_bytes() != changed
    assert [path.name for path in Path("real").iterdir()] == ["plan.md"]


def test_a_linked_foreign_file_is_refused_like_any_other(run: Run, brief: Path) -> None:
    Path("mine.txt").write_text("mine\n", encoding="utf-8")
    Path("plan.md").symlink_to("mine.txt")
    assert run("render", brief).code == 1
    assert Path("mine.txt").read_text(encoding="utf-8") == "mine\n"


def test_what_a_killed_run_left_behind_is_cleaned_up(run: Run, changed: bytes) -> None:
    old, young, other = (
        Path(f".{name}.groupplan-tmp") for name in ("plan.md.old", "plan.md.young", "x.md.old")
    )
    for path in (old, young, other):
        path.touch()
    for path in (old, other):
        os.utime(path, (time.time() - 9000,) * 2)
    assert run("render", "brief.yaml").code == 0
    assert (old.exists(), young.exists(), other.exists()) == (False, True, True)


@pytest.mark.parametrize("name", ["计划" * 40 + ".md", "a[1]*?.md", "-.md", " .md", "a b.md"])
def test_odd_target_names_are_written(run: Run, brief: Path, name: str) -> None:
    assert run("render", brief, "-o", f"./{name}").code == 0
    assert Path(name).exists()
    assert run("check", f"./{name}").code == 0


def test_a_name_too_long_is_3(run: Run, brief: Path) -> None:
    ran = run("render", brief, "-o", "a" * 300 + ".md")
    assert ran.code == 3
    assert len(ran.err) < 1000


def test_folders_on_the_way_are_made(run: Run, brief: Path) -> None:
    assert run("render", brief, "--out-dir", "a/b/c").code == 0
    assert Path("a/b/c/plan.md").exists()
    assert " brief=../../../brief.yaml " in Path("a/b/c/plan.md").read_text(encoding="utf-8").splitlines()[-1]
    assert run("render", brief, "--out-dir", "a/b/c", "--check").code == 0
    assert run("check", "a/b/c/plan.md").code == 0


def test_runs_at_once_on_one_plan_leave_one_whole_plan(run: Run, changed: bytes, folder: Path) -> None:
    command = [sys.executable, "-m", "groupplan", "render", "brief.yaml"]
    runs = [subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL) for _ in range(4)]
    assert [one.wait(timeout=60) for one in runs] == [0] * 4
    assert run("render", "brief.yaml", "--check").code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["brief.schema.json", "brief.yaml", "plan.md"]
