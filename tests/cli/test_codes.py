"""Each exit code of the command line, with the sentence that goes with it (design section 9)."""

from itertools import pairwise
from pathlib import Path

import pytest

from groupplan.cli.app import COMMANDS, application
from groupplan.cli.surroundings import surroundings
from groupplan.cli.trouble import worst
from tests.cli.conftest import LANGUAGES, Run

WRONG = [
    ["chek", "brief.yaml"],
    ["render"],
    ["explain"],
    ["render", "brief.yaml", "--nope"],
    ["render", "brief.yaml", "-o"],
    ["render", "brief.yaml", "--to", "odt"],
    ["render", "brief.yaml", "-o", "plan.odt"],
    ["render", "brief.yaml", "-o", "plan"],
    ["render", "brief.yaml", "-o", "a.md", "--out-dir", "b"],
    ["render", "brief.yaml", "--to", "md,html", "-o", "a.md"],
    ["render", "brief.yaml", "other.yaml", "-o", "a.md"],
    ["render", "none.yaml"],
    ["render", "empty"],
    ["render", "brief.yaml", "-o", "."],
    ["render", "brief.yaml", "--encoding", "klingon"],
    ["check", "none.yaml"],
    ["check", "a\0b"],
    ["check", "empty"],
    ["check", "brief.yaml", "--format", "xml"],
    ["check", "brief.yaml", "--select", "GP999"],
    ["check", "brief.yaml", "--ignore", "nonsense"],
    ["check", "brief.yaml", "--encoding", "klingon"],
    ["check", "brief.yaml", "--encoding", "rot13"],
    ["new", "camp"],
    ["new", "camp", "-a", "study-cmp"],
    ["new", "camp", "-a", "playbook"],
    ["new", "camp", "-a", "../../etc/passwd"],
    ["new", "camp", "-a", "study-camp", "--set", "name"],
    ["new", "camp", "-a", "study-camp", "--set", "colour=red"],
    ["new", "camp", "-a", "study-camp", "--opens", "2027-02-30"],
    ["new", "camp", "-a", "study-camp", "--opens", "soon"],
    ["new", "camp", "--playbook", "../evil"],
    ["explain", "GP999"],
    ["schema", "plans"],
    ["schema", "brief", "extra"],
    ["--nope"],
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_a_command_that_is_not_fine_is_2_with_a_sentence(
    run: Run, brief: Path, arguments: list[str], lang: str
) -> None:
    Path("empty").mkdir()
    before = sorted(Path().iterdir())
    ran = run("--lang", lang, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()
    assert "Traceback" not in ran.err
    assert (lang == "zh-CN") == any("\u4e00" <= sign <= "\u9fff" for sign in ran.err)
    assert sorted(Path().iterdir()) == before


def _numbers() -> list[tuple[str, ...]]:
    """Every option that takes a number: its command, its name, and the ends of its range."""
    tree = application(surroundings([]))
    return [
        (name, max(one.opts, key=len), *(str(getattr(one.type, end, None)) for end in ("min", "max")))
        for name, command in tree.commands.items()
        for one in command.params
        if one.type.name.startswith(("int", "float"))
    ]


def test_every_number_has_a_range() -> None:
    assert {"--jobs", "--simulate"} == {option for _, option, _, _ in _numbers()}
    assert all("None" not in ends for *_, least, most in _numbers() for ends in (least, most))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("value", ["1000000", "-1", "many", ""])
@pytest.mark.parametrize(("command", "option", "least", "most"), _numbers())
def test_a_number_out_of_range_is_told_the_range(
    run: Run, brief: Path, command: str, option: str, least: str, most: str, value: str, lang: str
) -> None:
    ran = run("--lang", lang, command, brief, option, value)
    assert (ran.code, ran.out) == (2, "")
    between = {"en": f"from {least} to {most}.", "zh-CN": f"{least} 到 {most} 之间"}
    assert option in ran.err and between[lang] in ran.err


@pytest.mark.parametrize("jobs", ["0", "1", "64"])
def test_the_ends_of_a_range_are_within(run: Run, brief: Path, jobs: str) -> None:
    assert run("check", brief, "--jobs", jobs).err == ""


def test_near_names_are_offered(run: Run, brief: Path) -> None:
    assert "check" in run("chek").err
    assert "--strict" in run("check", "--strikt").err
    assert "GP204" in run("explain", "GP2004").err


@pytest.mark.parametrize("module", COMMANDS, ids=lambda module: module.__name__.rpartition(".")[2])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_is_0_and_in_the_language_asked_for(run: Run, module: object, lang: str) -> None:
    name = getattr(module, "__name__", "").rpartition(".")[2]
    ran = run("--lang", lang, name, "--help")
    assert ran.code == 0
    assert "help." not in ran.out
    assert ("用法" in ran.out) == (lang == "zh-CN")
    assert ("Usage" in ran.out) == (lang == "en")


def test_nothing_at_all_shows_the_help(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: groupplan")


@pytest.mark.parametrize("place", ["/proc/groupplan/plan.md", "brief.yaml/plan.md", "/dev/full"])
def test_what_cannot_be_written_is_3_with_the_reason(run: Run, brief: Path, place: str) -> None:
    ran = run("render", brief, "-o", place, "--to", "md", "--force")
    assert (ran.code, ran.out) == (3, "")
    assert place in ran.err


@pytest.mark.parametrize("name", ["pipe", "/proc/self/mem", "/dev/zero"])
def test_what_cannot_be_read_is_3_and_never_waits(run: Run, folder: Path, name: str) -> None:
    import os

    os.mkfifo("pipe")
    assert run("check", name).code in (1, 3)
    assert run("render", name, "-o", "x.md").code in (1, 3)
    assert not Path("x.md").exists()


def test_a_playbook_that_is_a_link_out_of_the_project_is_4(run: Run, folder: Path) -> None:
    project = folder / "project"
    (project / "playbooks").mkdir(parents=True)
    outside = folder / "outside.yaml"
    outside.write_text("playbook: 1\nname: outside\nsecret: 42\n", encoding="utf-8")
    (project / "playbooks" / "outside.yaml").symlink_to(outside)
    text = "groupplan: 1\nname: 晨读 21 天\nplatform: wecom\nopens: 2027-03-01\nplaybooks: [outside]\n"
    (project / "brief.yaml").write_text(text, encoding="utf-8")
    for command in ("check", "render"):
        ran = run(command, project / "brief.yaml")
        assert ran.code == 4
        assert "outside.yaml" in ran.err
        assert "secret" not in ran.said
    assert not (project / "plan.md").exists()


def test_a_bug_is_70_one_sentence_and_a_traceback_only_on_demand(
    run: Run, brief: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("C:/Users/lin/secret")

    monkeypatch.setattr("groupplan.pipeline.make", broken)
    ran = run("render", brief)
    assert ran.code == 70
    assert len(ran.err.splitlines()) == 1
    assert "RuntimeError" in ran.err
    assert "secret" not in ran.err
    assert "Traceback" in run("--debug", "render", brief).err


def test_an_interrupt_is_130_and_silent(run: Run, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("groupplan.pipeline.make", stopped)
    ran = run("render", brief)
    assert (ran.code, ran.said) == (130, "")


def test_the_worst_of_a_batch_wins() -> None:
    for better, worse in pairwise((0, 1, 2, 4, 3, 70)):
        assert worst([better, worse, better]) == worse
    assert worst([]) == 0
