"""What was judged is known again as long as nothing it hangs on has changed; nothing else shows that."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from groupplan.cli.judge import verdict
from tests.cli.conftest import Run, process

HEAD = "groupplan: 1\nname: Camp\nlanguage: en\nplatform: other\nopens: 2027-03-01\n"
HOUSE = "playbook: 1\nname: house\nlanguage: en\n"
RULE = 'require:\n  - {name: seeds, that: seeds_count > 90, say: "seeds {{ seeds_count }}"}\n'
Judged = list[str]


@pytest.fixture
def judged(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Judged:
    """The names of the files that were judged anew, as they come."""
    monkeypatch.setenv("GROUPPLAN_CACHE_DIR", str(folder / "kept"))
    names: Judged = []

    def noted(file: object, *arguments: object) -> object:
        names.append(file.name)  # type: ignore[attr-defined]
        return verdict(file, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("groupplan.cli.judge.verdict", noted)
    (folder / "a").mkdir()
    (folder / "a/brief.yaml").write_text(f"{HEAD}playbooks: [house]\n", encoding="utf-8")
    (folder / "a/playbooks").mkdir()
    (folder / "a/playbooks/house.yaml").write_text(HOUSE, encoding="utf-8")
    (folder / "b.brief.yaml").write_text(f"{HEAD}platfrom: x\n", encoding="utf-8")
    return names


def put(name: str, text: str) -> Callable[[], object]:
    """A change of one file."""

    def change() -> None:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    return change


@pytest.mark.parametrize("form", ["text", "json", "sarif", "junit"])
def test_what_is_recalled_is_reported_alike(run: Run, judged: Judged, form: str) -> None:
    fresh = run("check", ".", "--format", form)
    assert judged == ["a/brief.yaml", "a/playbooks/house.yaml", "b.brief.yaml"]
    assert run("check", ".", "--format", form) == fresh == run("check", ".", "--format", form, "--no-cache")
    assert judged == [*judged[:3], *judged[:3]]


CHANGES = {
    "the brief": (
        put("a/brief.yaml", f"{HEAD}playbooks: [house]\nhorizon: 30d\n"),
        {"a/brief.yaml", "a/playbooks/house.yaml"},
    ),
    "its playbook": (
        put("a/playbooks/house.yaml", HOUSE + RULE),
        {"a/brief.yaml", "a/playbooks/house.yaml"},
    ),
    "another brief": (put("b.brief.yaml", HEAD), {"b.brief.yaml"}),
    "own figures": (put("a/knowledge/benchmarks.yaml", "knowledge: 1\n"), {"a/brief.yaml"}),
    "a root above": (put("groupplan.toml", ""), {"a/brief.yaml", "a/playbooks/house.yaml"}),
    "a brief beside": (put("a/x.brief.yaml", HEAD), {"a/playbooks/house.yaml", "a/x.brief.yaml"}),
    "a template": (put("a/templates/html/style.css", "body { color: red }\n"), {"a/brief.yaml"}),
    "nothing": (lambda: None, set()),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_hangs_on_a_change_is_judged_anew(run: Run, judged: Judged, what: str) -> None:
    run("check", ".")
    judged.clear()
    change, anew = CHANGES[what]
    change()
    ran = run("check", ".")
    assert set(judged) == anew
    assert ran == run("check", ".", "--no-cache")


def test_a_document_follows_its_brief(run: Run, judged: Judged) -> None:
    assert run("render", "a/brief.yaml").code == 0
    run("check", "a")
    judged.clear()
    assert "GP901" not in run("check", "a").out and judged == []
    put("a/brief.yaml", f"{HEAD}playbooks: [house]\nhorizon: 30d\n")()
    assert "a/plan.md:1:1: GP901" in run("check", "a").out
    assert "GP901" in run("check", "a").out
    assert run("render", "a/brief.yaml").code == 0
    assert "GP901" not in run("check", "a").out


def test_comments_count_from_the_cache_too(run: Run, judged: Judged) -> None:
    put("b.brief.yaml", f"{HEAD}goals:\n  - {{id: x, metric: paying_members, target: 5}}"
        " # groupplan: ignore[GP204] open-ended, until 2026-01-01\n")()  # fmt: skip
    fresh = run("check", "b.brief.yaml", "--select", "GP03,GP204")
    assert "GP033" in fresh.out and "GP204" in fresh.out
    assert run("check", "b.brief.yaml", "--select", "GP03,GP204") == fresh and judged == ["b.brief.yaml"]


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", '{"looks": {}, "verdict": {}}', '{"looks": {}, "verdict": 3}']
)
def test_a_broken_entry_is_ignored_and_written_anew(run: Run, judged: Judged, broken: str) -> None:
    fresh = run("check", ".")
    entries = sorted(Path("kept").rglob("*.json"))
    before = [path.read_text(encoding="utf-8") for path in entries]
    for path in entries:
        path.write_text(broken, encoding="utf-8")
    assert run("check", ".") == fresh and len(judged) == 6
    assert [path.read_text(encoding="utf-8") for path in entries] == before
    assert run("check", ".") == fresh and len(judged) == 6


def test_where_links_lead_counts(run: Run, judged: Judged, folder: Path) -> None:
    for name, text in (("one", ""), ("two", "bad: 1\n")):
        put(f"{name}/groupplan.toml", "")()
        put(f"{name}/x/brief.yaml", HEAD)()
        put(f"{name}/knowledge/benchmarks.yaml", text or "knowledge: 1\n")()
    Path("now").symlink_to("one/x")
    assert run("check", "now/brief.yaml").code == 0
    Path("now").unlink()
    Path("now").symlink_to("two/x")
    assert run("check", "now/brief.yaml").code == 1
    put("one/x/templates/html/style.css", "a{}\n")()
    run("check", "one/x/brief.yaml")
    (folder / "one/x/templates").rename(folder / "away")
    Path("one/x/templates").symlink_to(folder / "away")
    assert run("check", "one/x/brief.yaml").code == 4


def test_it_is_kept_whatever_the_umask(run: Run, judged: Judged) -> None:
    before = os.umask(0o002)
    try:
        assert run("check", "b.brief.yaml") == run("check", "b.brief.yaml")
    finally:
        os.umask(before)
    assert judged == ["b.brief.yaml"]


def test_no_cache_neither_reads_nor_writes(run: Run, judged: Judged) -> None:
    run("check", ".", "--no-cache")
    assert not Path("kept").exists()
    run("check", ".")
    run("check", ".", "--no-cache")
    assert len(judged) == 9


@pytest.mark.parametrize("place", ["file", "open to all", "relative", "nowhere"])
def test_where_nothing_can_be_kept_checks_go_on(
    run: Run, judged: Judged, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    fresh = run("check", ".", "--no-cache")
    if place == "file":
        Path("kept").write_text("mine", encoding="utf-8")
    elif place == "open to all":
        Path("kept").mkdir()
        Path("kept").chmod(0o777)
    else:
        monkeypatch.setenv("GROUPPLAN_CACHE_DIR", "kept" if place == "relative" else "/dev/null/x")
        monkeypatch.delenv("HOME")
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert run("check", ".") == fresh == run("check", ".")
    assert len(judged) == 9
    assert not Path("kept").is_dir() or not list(Path("kept").iterdir())


def test_unchanged_files_need_neither_yaml_nor_jinja2(run: Run, judged: Judged, folder: Path) -> None:
    put("groupplan.toml", 'ignore = ["GP6"]\n')()
    run("check", ".")
    code = (
        "import sys; from groupplan.cli.main import main; main(['check', '.']); "
        "print(sorted({'yaml', 'jinja2', 'pydantic', 'rich', 'groupplan.pipeline'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert ran.stdout.splitlines()[-1] == "[]"


def test_runs_at_the_same_time_do_not_disturb_each_other(folder: Path) -> None:
    for number in range(8):
        put(f"{number}.brief.yaml", f"{HEAD}x-number: {number}\n")()
    environ = {"GROUPPLAN_CACHE_DIR": str(folder / "kept")}
    alone = process("check", ".", "--no-cache", folder=folder).stdout
    command = [sys.executable, "-m", "groupplan", "check", ".", "--jobs", "2"]
    clean = {**os.environ, **environ, "GROUPPLAN_LANG": "en"}
    many = [subprocess.Popen(command, cwd=folder, env=clean, stdout=subprocess.PIPE) for _ in range(3)]
    assert {one.communicate()[0] for one in many} == {alone}
    entries = list((folder / "kept").rglob("*"))
    assert len([path for path in entries if path.suffix == ".json"]) == 8
    assert all(json.loads(path.read_bytes()) for path in entries if path.is_file())


@pytest.mark.parametrize("jobs", ["1", "2", "5"])
def test_one_bad_file_hides_no_other_and_the_order_is_that_of_the_names(
    run: Run, judged: Judged, jobs: str
) -> None:
    names = [f"{number}.brief.yaml" for number in range(12)]
    for name in names:
        put(name, HEAD)()
    put(names[4], "groupplan: [")()
    Path(names[7]).write_bytes(b"\xff\xfe\x00")
    given = [*names[:9], "none.yaml", *names[9:]]
    ran = run("check", *given, "--no-cache", "--jobs", jobs)
    assert ran.code == 2 and "none.yaml" in ran.err
    assert [name for name in names if f"{name}:" in ran.out] == names
    assert ran == run("check", *given, "--no-cache", "--jobs", "1")
