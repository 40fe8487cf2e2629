"""As a process: odd encodings and locales, readers that go away, signals, odd surroundings."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run, process

ENVIRONMENTS: list[dict[str, str]] = [
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "cp936"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0", "LC_ALL": "C"},
    {"LC_ALL": "C"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "POSIX", "TERM": "dumb"},
    {"LANG": "zh_CN.GB18030", "LC_ALL": "zh_CN.GB18030"},
    {"HOME": "/nonexistent", "TMPDIR": "/nonexistent"},
    {"TZ": "Nonsense/Nowhere", "COLUMNS": "0", "LINES": "x"},
    {"NO_COLOR": "1", "FORCE_COLOR": "1"},
]


@pytest.mark.parametrize("environ", ENVIRONMENTS, ids=str)
def test_no_stream_and_no_locale_breaks_a_command(brief: Path, folder: Path, environ: dict[str, str]) -> None:
    (folder / "odd.yaml").write_text("groupplan: 1\nname: 晨读 ✓ 🌅\nplatfrm: 微信\n", encoding="utf-8")
    for arguments, code in (
        (["check", "odd.yaml"], 1),
        (["render", "brief.yaml", "odd.yaml"], 1),
        (["explain", "conditions"], 0),
        (["explain", "群"], 2),
    ):
        done = process("--lang", "zh-CN", *arguments, folder=folder, **environ)
        assert done.returncode == code, done.stderr
        assert b"Traceback" not in done.stderr
        (done.stdout + done.stderr).decode("utf-8")


def test_the_plan_on_standard_output_is_the_plan_in_the_file(brief: Path, plan: Path, folder: Path) -> None:
    done = process("render", "brief.yaml", "-o", "-", folder=folder, PYTHONIOENCODING="cp1252")
    assert done.stdout == plan.read_bytes()


def _shell(command: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    line = command.replace("groupplan", f"{sys.executable} -m groupplan")
    return subprocess.run(["bash", "-c", line], cwd=folder, capture_output=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "command",
    [
        "groupplan explain conditions | head -1; exit ${PIPESTATUS[0]}",
        "groupplan render brief.yaml -o - | head -1; exit ${PIPESTATUS[0]}",
        "groupplan schema | true; exit ${PIPESTATUS[0]}",
        "groupplan --help | true; exit ${PIPESTATUS[0]}",
        "groupplan schema >&-",
        "groupplan check brief.yaml 2>&-",
        "groupplan check brief.yaml >&- 2>&-",
        "groupplan schema <&-",
        "groupplan --version >&-",
    ],
)
def test_a_reader_that_goes_away_is_no_trouble(brief: Path, folder: Path, command: str) -> None:
    done = _shell(command, folder)
    assert done.returncode in (0, 141), done.stderr
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.parametrize("command", ["schema", "--help", "--version", "check .", "explain GP204"])
def test_a_full_disk_behind_standard_output_is_3(folder: Path, command: str) -> None:
    done = _shell(f"groupplan new . -a study-camp 2>/dev/null; groupplan {command} > /dev/full", folder)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert done.stderr.strip()


def test_a_deleted_working_folder_is_no_bug(folder: Path) -> None:
    done = _shell("mkdir gone && cd gone && rmdir ../gone && groupplan check", folder)
    assert done.returncode in (1, 2, 3)
    assert b"Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_signals_end_it_quietly_with_their_code(folder: Path, number: int, code: int) -> None:
    os.mkfifo(folder / "pipe")
    waiting = subprocess.Popen(
        [sys.executable, "-m", "groupplan", "check", "-"],
        cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    time.sleep(1.5)
    waiting.send_signal(number)
    _, err = waiting.communicate(timeout=20)
    assert (waiting.returncode, err) == (code, b"")


def test_a_signal_while_writing_leaves_the_earlier_file_and_no_other(
    run: Run, plan: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = Path("brief.yaml")
    brief.write_text(brief.read_text(encoding="utf-8").replace("6000元", "6001元"), encoding="utf-8")
    before = plan.read_bytes()

    def killed(_: int) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(0.01)

    monkeypatch.setattr(os, "fsync", killed)
    assert run("render", brief).code == 143
    assert plan.read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["brief.schema.json", "brief.yaml", "plan.md"]


def test_version_is_told_without_loading_anything(folder: Path) -> None:
    code = "from groupplan import __main__ as m; import sys; m._version(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder
    )
    first, modules = done.stdout.splitlines()
    assert first.startswith("groupplan ")
    assert not {"typer", "pydantic", "yaml", "jinja2", "rich"} & set(modules.split())
