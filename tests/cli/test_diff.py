"""`groupplan diff` on files, standard input and git revisions; exit codes, forms, what must not happen."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import groupplan
from groupplan.model.refusal import Trouble
from tests.cli.conftest import Run
from tests.cli.repository import committed, git
from tests.compare.plans import TEXT

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "diff.schema.json").read_text(encoding="utf-8"))
LATER = TEXT.replace("opens: 2027-03-01", "opens: 2027-03-03")
HOUSE = """playbook: 1
name: house
language: en
tasks:
  - {id: greet, stage: activate, name: Greet, duty: owner, minutes: MM, at: {from: opens}}
"""


@pytest.fixture
def pair(folder: Path) -> tuple[Path, Path]:
    """The small brief, and the same opening two days later."""
    old, new = Path("old.yaml"), Path("new.yaml")
    old.write_text(TEXT, encoding="utf-8")
    new.write_text(LATER, encoding="utf-8")
    return old, new


@pytest.fixture
def repository(folder: Path) -> Path:
    """Two briefs and a playbook of the house, committed."""
    for name in ("camp", "club"):
        (folder / name).mkdir()
        (folder / name / "brief.yaml").write_text(TEXT + "playbooks: [house]\n", encoding="utf-8")
    (folder / "groupplan.toml").write_text("", encoding="utf-8")
    (folder / "playbooks").mkdir()
    (folder / "playbooks" / "house.yaml").write_text(HOUSE.replace("MM", "10"), encoding="utf-8")
    committed(folder)
    return folder


def _later(path: Path) -> None:
    path.write_text(
        path.read_text(encoding="utf-8").replace("opens: 2027-03-01", "opens: 2027-03-03"), encoding="utf-8"
    )


def test_the_same_brief_is_0_and_one_sentence_on_stderr(pair: tuple[Path, Path], run: Run) -> None:
    ran = run("diff", pair[0], pair[0])
    assert (ran.code, ran.out) == (0, "")
    assert "same plan" in ran.err


def test_a_comment_is_no_difference(pair: tuple[Path, Path], run: Run) -> None:
    pair[1].write_text(TEXT + "# a comment\n", encoding="utf-8")
    ran = run("diff", *pair)
    assert (ran.code, ran.out) == (0, "")
    assert "comments" in ran.err


def test_a_later_opening_is_1_and_told_causes_first(pair: tuple[Path, Path], run: Run) -> None:
    ran = run("diff", *pair)
    assert (ran.code, ran.err) == (1, "")
    head, summary, *rest = ran.out.splitlines()
    assert head == "old.yaml → new.yaml"
    assert summary.startswith("opens 2 days later, ") and "tasks follow" in summary
    assert rest[1] == "Changed in the brief"
    assert rest[2].split() == ["opens", "2027-03-01", "→", "2027-03-03"]


def test_chinese_speaks_chinese(pair: tuple[Path, Path], run: Run) -> None:
    ran = run("diff", *pair, "--lang", "zh-CN")
    assert "开群推迟 2 天" in ran.out.splitlines()[1]
    assert "instead of" not in ran.out


def test_json_keeps_to_its_schema(pair: tuple[Path, Path], run: Run) -> None:
    pair[1].write_text(
        LATER.replace("total: 6000元", "total: 7200元").replace("hours_week: 30", "hours_week: 6"), "utf-8"
    )
    body: dict[str, Any] = json.loads(run("diff", *pair, "--format", "json").out)
    jsonschema.validate(body, SCHEMA)
    (brief,) = body["briefs"]
    assert (body["same"], brief["status"]) == (False, "changed")
    assert {cause["field"] for cause in brief["causes"]} == {"opens", "budget.total", "roles.lin.hours_week"}
    same: dict[str, Any] = json.loads(run("diff", pair[0], pair[0], "--format", "json").out)
    jsonschema.validate(same, SCHEMA)
    assert same["same"] is True


def test_markdown_shows_words_struck_out_and_put_in(pair: tuple[Path, Path], run: Run) -> None:
    pair[1].write_text(TEXT.replace("Reading aloud", "Reading slowly"), encoding="utf-8")
    out = run("diff", *pair, "--format", "markdown").out
    assert "<del>aloud</del><ins>slowly</ins>" in out
    assert out.count("<details>") == out.count("</details>") > 0


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_hostile_names_stay_text(
    form: str, pair: tuple[Path, Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    evil = r'"::error::x ##[group] <script> @all |a| [l](http://e.x) \e[31m \u202e"'
    pair[1].write_text(LATER.replace("title: Reading aloud", f"title: {evil}"), encoding="utf-8")
    ran = run("diff", *pair, "--format", form)
    assert ran.code == 1
    assert "##[" not in ran.out and "\x1b" not in ran.out and "\u202e" not in ran.out
    assert not [line for line in ran.out.splitlines() if line.lstrip().startswith("::")]
    if form == "markdown":
        assert "<script>" not in ran.out and "@all" not in ran.out and "http://" not in ran.out


def test_colour_only_where_it_is_asked_for(
    pair: tuple[Path, Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in run("diff", *pair).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in run("diff", *pair).out
    assert run("diff", *pair, "-o", "out.txt").code == 1
    assert "\x1b" not in Path("out.txt").read_text(encoding="utf-8")


def test_a_brief_is_never_written_over(pair: tuple[Path, Path], run: Run) -> None:
    assert run("diff", *pair, "-o", pair[1]).code == 2
    assert pair[1].read_text(encoding="utf-8") == LATER


def test_standard_input_stands_on_one_side(pair: tuple[Path, Path], run: Run) -> None:
    assert run("diff", pair[0], "-", stdin=LATER.encode()).code == 1
    assert run("diff", "-", "-", stdin=LATER.encode()).code == 2


@pytest.mark.parametrize(("side", "word"), [(0, "old one"), (1, "new one")])
def test_a_brief_that_cannot_be_read_is_named(
    side: int, word: str, pair: tuple[Path, Path], run: Run
) -> None:
    pair[side].write_text(TEXT.replace("opens: 2027-03-01", "opens: soon"), encoding="utf-8")
    ran = run("diff", *pair)
    assert ran.code == 1
    assert "GP0" in ran.err and word in ran.err and pair[side].name in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("old.yaml",),
        (),
        ("old.yaml", "none.yaml"),
        ("old.yaml", "plan.md"),
        ("old.yaml", "new.yaml", "--format", "x"),
    ],
)
def test_a_wrong_command_is_2(words: tuple[str, ...], pair: tuple[Path, Path], run: Run) -> None:
    Path("plan.md").write_text("# plan\n", encoding="utf-8")
    ran = run("diff", *words)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1


def test_the_tree_against_a_revision(repository: Path, run: Run) -> None:
    assert run("diff", "--base", "HEAD").code == 0
    _later(Path("camp/brief.yaml"))
    ran = run("diff", "--base", "HEAD")
    assert ran.code == 1
    assert "HEAD:camp/brief.yaml → camp/brief.yaml" in ran.out
    assert "club" not in ran.out
    assert run("diff", "--base", "HEAD", "club").code == 0


def test_a_changed_playbook_changes_every_brief_that_uses_it(repository: Path, run: Run) -> None:
    Path("playbooks/house.yaml").write_text(HOUSE.replace("MM", "45"), encoding="utf-8")
    ran = run("diff", "--base", "HEAD")
    assert ran.code == 1
    assert ran.out.count("playbooks/house.yaml") == 2
    assert "takes 45 min each time instead of 10" in ran.out


def test_a_revision_is_read_with_its_own_playbooks(repository: Path, run: Run) -> None:
    Path("playbooks/house.yaml").write_text(HOUSE.replace("MM", "45"), encoding="utf-8")
    committed(repository, "longer")
    ran = run("diff", "HEAD~1:camp/brief.yaml", "HEAD:camp/brief.yaml")
    assert ran.code == 1
    assert "takes 45 min each time instead of 10" in ran.out


def test_new_and_deleted_briefs_are_said(repository: Path, run: Run) -> None:
    Path("camp/brief.yaml").rename("camp/autumn.brief.yaml")
    ran = run("diff", "--base", "HEAD", "--format", "json")
    body: dict[str, Any] = json.loads(ran.out)
    jsonschema.validate(body, SCHEMA)
    assert {one["new"]: one["status"] for one in body["briefs"]} == {
        "camp/autumn.brief.yaml": "added",
        "camp/brief.yaml": "removed",
    }
    assert ran.code == 1


def test_one_bad_brief_does_not_stop_the_others(repository: Path, run: Run) -> None:
    Path("camp/brief.yaml").write_text("groupplan: 1\nname: [\n", encoding="utf-8")
    _later(Path("club/brief.yaml"))
    ran = run("diff", "--base", "HEAD")
    assert ran.code == 1
    assert "club/brief.yaml" in ran.out and "opens 2 days later" in ran.out
    assert "camp/brief.yaml" in ran.err


def test_paths_of_a_revision_go_from_the_top_or_from_here(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "camp")
    for name in ("HEAD:./brief.yaml", "HEAD:camp/brief.yaml", "HEAD:../club/brief.yaml"):
        assert run("diff", name, "brief.yaml").code == 0, name
    for name in ("HEAD:brief.yaml", "HEAD:../../x.yaml", "HEAD:", "HEAD:/etc/passwd"):
        assert run("diff", name, "brief.yaml").code == 2, name


@pytest.mark.parametrize("name", ["nowhere", "--output=x", "-x", "HEAD^{tree", "a..b", ""])
def test_an_unknown_revision_is_2(name: str, repository: Path, run: Run) -> None:
    ran = run("diff", f"--base={name or ' '}")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert not Path("x").exists()


def test_outside_a_repository_is_2(pair: tuple[Path, Path], run: Run) -> None:
    assert run("diff", "--base", "HEAD").code == 2
    assert run("diff", "HEAD:old.yaml", "old.yaml").code == 2


def test_without_git_is_3(repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    ran = run("diff", "--base", "HEAD")
    assert ran.code == 3
    assert "git was not found" in ran.err


def test_git_that_does_not_answer_is_3(repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*arguments: Any, **options: Any) -> None:
        raise subprocess.TimeoutExpired("git", options["timeout"])

    monkeypatch.setattr(subprocess, "run", never)
    assert run("diff", "--base", "HEAD").code == 3
    assert issubclass(Trouble, Exception)


@pytest.mark.skipif(os.name == "nt", reason="links")
def test_links_of_a_revision_are_not_followed(repository: Path, run: Run) -> None:
    Path("camp/playbooks").mkdir()
    Path("camp/playbooks/house.yaml").symlink_to("/etc/passwd")
    Path("link.yaml").symlink_to("camp/brief.yaml")
    committed(repository, "links")
    Path("camp/playbooks/house.yaml").unlink()
    assert run("diff", "HEAD:camp/brief.yaml", "camp/brief.yaml").code == 0
    assert run("diff", "HEAD:link.yaml", "camp/brief.yaml").code == 2


def test_nothing_is_left_behind(
    repository: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "scratch").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "scratch"))
    _later(Path("camp/brief.yaml"))
    assert run("diff", "--base", "HEAD", "camp").code == 1
    assert list((tmp_path / "scratch").iterdir()) == []


def test_findings_of_a_revision_name_the_file_as_git_does(repository: Path, run: Run) -> None:
    Path("playbooks/house.yaml").write_text("playbook: 1\nname: house\ntasks: [{id: x}]\n", encoding="utf-8")
    committed(repository, "broken")
    Path("playbooks/house.yaml").write_text(HOUSE.replace("MM", "10"), encoding="utf-8")
    ran = run("diff", "HEAD:camp/brief.yaml", "camp/brief.yaml")
    assert ran.code == 1
    assert "HEAD:playbooks/house.yaml:" in ran.err
    assert "groupplan-" not in ran.err


def test_git_settings_and_hooks_run_nothing(repository: Path, run: Run) -> None:
    mark = repository / "ran"
    hook = repository / "hook.sh"
    hook.write_text(f"#!/bin/sh\ntouch {mark}\n", encoding="utf-8")
    hook.chmod(0o755)
    for name in ("core.fsmonitor", "diff.external", "core.pager", "diff.evil.textconv"):
        git("config", name, str(hook), folder=repository)
    (repository / ".gitattributes").write_text("*.yaml diff=evil\n", encoding="utf-8")
    _later(Path("camp/brief.yaml"))
    assert run("diff", "--base", "HEAD").code == 1
    assert not mark.exists()


def test_help_loads_neither_git_nor_plans(run: Run) -> None:
    ran = run("diff", "--help")
    assert ran.code == 0
    assert "--base" in ran.out
    assert groupplan.__version__
