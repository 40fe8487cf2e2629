"""Writing: whole or not at all; what is no file is written to and never replaced."""

import os
import stat
from pathlib import Path

import pytest

from groupplan.export.write import write
from groupplan.model.refusal import Trouble


def test_what_stands_there_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a" / "plan.md"
    write(path, "one")
    path.chmod(0o640)
    write(path, "两")
    assert path.read_text(encoding="utf-8") == "两"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [one.name for one in path.parent.iterdir()] == ["plan.md"]


def test_a_folder_is_trouble_and_stays(tmp_path: Path) -> None:
    with pytest.raises(Trouble):
        write(tmp_path, "one")
    assert tmp_path.is_dir() and list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, "findings")
    assert os.read(reading, 100) == b"findings"
    os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
