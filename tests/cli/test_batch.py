"""Several briefs at once: every one is judged, the worst wins, two never share a file."""

import shutil
from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.model.plan import Plan
from tests.cli.conftest import Run

GOOD = Path(__file__).parent.parent / "check" / "cases" / "over-budget" / "silent.yaml"


@pytest.fixture
def briefs(folder: Path) -> list[Path]:
    found = [Path("a.brief.yaml"), Path("b.brief.yaml"), Path("sub/b.brief.yaml")]
    Path("sub").mkdir()
    for path in found:
        shutil.copy(GOOD, path)
    return found


def _plans() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*.md"))


def test_each_brief_gets_its_own_plan(run: Run, briefs: list[Path]) -> None:
    assert run("render", *briefs).code == 0
    assert _plans() == ["a.plan.md", "b.plan.md", "sub/b.plan.md"]


def test_two_briefs_with_one_target_are_refused_before_anything_is_written(
    run: Run, briefs: list[Path]
) -> None:
    ran = run("render", *briefs, "--out-dir", "out")
    assert ran.code == 2
    assert "b.plan.md" in ran.err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    "other", ["B.brief.yaml", "./b.brief.yaml", "sub/../b.brief.yaml", "link.brief.yaml"]
)
def test_targets_that_only_look_different_are_one(run: Run, briefs: list[Path], other: str) -> None:
    if not Path(other).exists():
        shutil.copy(GOOD, other)
    assert run("render", "b.brief.yaml", other).code in (0, 2)
    assert not list(Path().glob("*.bak"))


def test_the_same_brief_twice_is_rendered_once(run: Run, briefs: list[Path]) -> None:
    ran = run("render", briefs[0], briefs[0])
    assert ran.code == 0
    assert ran.err.count("a.plan.md") == 1


@pytest.mark.parametrize(
    ("bad", "code"),
    [("groupplan: 1\n", 1), ("\udcff", 1), (None, 2), ("folder", 2)],
    ids=["invalid", "bytes", "missing", "folder"],
)
def test_one_bad_brief_does_not_keep_the_others_from_being_written(
    run: Run, briefs: list[Path], bad: str | None, code: int
) -> None:
    briefs[0].unlink()
    if bad == "folder":
        briefs[0].mkdir()
    elif bad is not None:
        briefs[0].write_bytes(bad.encode("utf-8", "surrogateescape"))
    ran = run("render", *briefs)
    assert ran.code == code
    assert "a.brief.yaml" in ran.err
    assert _plans() == ["b.plan.md", "sub/b.plan.md"]


def test_a_target_that_cannot_be_written_does_not_keep_the_others_from_it(
    run: Run, briefs: list[Path]
) -> None:
    Path("a.plan.md").mkdir()
    assert run("render", *briefs).code == 2
    assert Path("b.plan.md").exists()
    assert Path("sub/b.plan.md").exists()


def test_one_form_that_cannot_be_written_does_not_keep_the_other_from_it(
    run: Run, briefs: list[Path]
) -> None:
    Path("a.plan.md").mkdir()
    assert run("render", briefs[0], "--to", "md,html").code == 2
    assert Path("a.plan.html").exists()


def test_a_bug_met_by_one_brief_does_not_keep_the_others_from_being_written(
    run: Run, briefs: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pipeline.make

    def sometimes(loaded: pipeline.Loaded, *, fine: bool = True) -> Plan:
        if loaded.source.name.startswith("a."):
            raise ZeroDivisionError
        return made(loaded, fine=fine)

    monkeypatch.setattr(pipeline, "make", sometimes)
    assert run("render", *briefs).code == 70
    assert _plans() == ["b.plan.md", "sub/b.plan.md"]
    ran = run("check", *briefs)
    assert ran.code == 70
    assert "sub/b.brief.yaml:" in ran.out


def test_check_judges_every_file_and_the_worst_wins(run: Run, briefs: list[Path]) -> None:
    Path("playbooks").mkdir()
    Path("playbooks/out.yaml").symlink_to("/etc/hostname")
    with briefs[0].open("a", encoding="utf-8") as file:
        file.write("playbooks: [out]\n")
    briefs[1].write_text("groupplan: 1\n", encoding="utf-8")
    ran = run("check", ".")
    assert ran.code == 4
    assert "out.yaml" in ran.err
    assert "b.brief.yaml:1:1: GP011" in ran.out
    ran = run("check", "missing.yaml", "b.brief.yaml")
    assert ran.code == 2
    assert "missing.yaml" in ran.err
    assert "b.brief.yaml:1:1: GP011" in ran.out


def test_one_refused_file_does_not_keep_the_others_from_being_written(run: Run, briefs: list[Path]) -> None:
    Path("a.plan.md").write_text("ours\n", encoding="utf-8")
    assert run("render", *briefs).code == 1
    assert Path("a.plan.md").read_text(encoding="utf-8") == "ours\n"
    assert Path("b.plan.md").exists()
