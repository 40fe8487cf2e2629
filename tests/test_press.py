"""The press: a plan is made once in a run, and never from what the brief was before."""

import shutil
from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.model.plan import Plan
from groupplan.press import KEPT, Press, shown

GOOD = Path(__file__).parent / "check" / "cases" / "over-budget" / "silent.yaml"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The briefs of which plans are made, in order; the working folder is empty."""
    monkeypatch.chdir(tmp_path)
    names: list[str] = []
    original = pipeline.make

    def watched(loaded: pipeline.Loaded) -> Plan:
        names.append(loaded.source.name)
        return original(loaded)

    monkeypatch.setattr(pipeline, "make", watched)
    return names


def test_two_documents_of_one_brief_take_one_plan(made: list[str]) -> None:
    shutil.copy(GOOD, "brief.yaml")
    press = Press()
    first = press.body(press.open(Path("brief.yaml")), "md")
    press.body(press.open(Path("sub/../brief.yaml")), "html")
    assert press.body(press.open(Path("brief.yaml")), "md") is first
    assert made == ["brief.yaml"]


def test_a_brief_that_is_loaded_anew_is_made_anew(made: list[str]) -> None:
    shutil.copy(GOOD, "brief.yaml")
    press = Press()
    before = press.body(press.open(Path("brief.yaml")), "md")
    raw = Path("brief.yaml").read_bytes().replace(b"name: ", b"name: X", 1)
    loaded = press.load("brief.yaml", raw, Path(), Path())
    assert press.body(loaded, "md") != before
    assert made == ["brief.yaml", "brief.yaml"]


def test_only_the_last_few_are_kept(made: list[str]) -> None:
    names = [f"{number}.brief.yaml" for number in range(KEPT + 1)]
    press = Press()
    for name in names:
        shutil.copy(GOOD, name)
        press.plan(press.open(Path(name)))
    press.plan(press.open(Path(names[-1])))
    assert made == names
    press.plan(press.open(Path(names[0])))
    assert made == [*names, names[0]]


def test_a_detour_through_a_link_is_no_detour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("far/deep").mkdir(parents=True)
    Path("link").symlink_to("far/deep")
    assert shown(Path("far/deep/../a.yaml")) == "far/a.yaml"
    assert shown(Path("link/../a.yaml")) == "link/../a.yaml"
