"""Own playbooks: where they are looked for, how findings name them, and what chains may not do."""

import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run

HEAD = "groupplan: 1\nname: 晨读 21 天\nplatform: wecom\nopens: 2027-03-01\n"
ODD = "require:\n  - {name: many, that: seeds_count >= 999, say: 种子不够}\n"


def _project(books: dict[str, str], brief: str = "brief.yaml", names: str = "a") -> None:
    Path(brief).parent.mkdir(parents=True, exist_ok=True)
    Path(brief).write_text(f"{HEAD}playbooks: [{names}]\n", encoding="utf-8")
    for path, body in books.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        text = f"playbook: 1\nname: {Path(path).stem}\nlanguage: zh-CN\n{body}"
        Path(path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("place", ["camps/playbooks/a.yaml", "playbooks/a.yaml"])
def test_a_playbook_lies_beside_the_brief_or_at_the_root(run: Run, place: str) -> None:
    Path("groupplan.toml").touch()
    _project({place: ODD}, brief="camps/brief.yaml")
    ran = run("check", "camps/brief.yaml", "--select", "a/many")
    assert f"{place}:5:24: a/many warning" in ran.out
    assert "种子不够" in ran.out


def test_the_nearer_playbook_wins(run: Run) -> None:
    Path("groupplan.toml").touch()
    _project({"playbooks/a.yaml": ODD, "camps/playbooks/a.yaml": ""}, brief="camps/brief.yaml")
    assert "a/many" not in run("check", "camps/brief.yaml").out


def test_a_finding_in_a_parent_names_the_parent_s_file(run: Run) -> None:
    bad = "tasks:\n  - {id: x, stage: nowhere, name: y, at: {from: opens}}\n"
    _project({"playbooks/a.yaml": "extends: [b]\n", "playbooks/b.yaml": bad}, brief="camp/brief.yaml")
    Path("playbooks").rename("camp/playbooks")
    ran = run("check", "camp/brief.yaml")
    assert ran.code == 1
    assert "camp/playbooks/b.yaml:5:20: GP014" in ran.out


def test_the_same_playbook_named_twice_counts_once(run: Run) -> None:
    _project({"playbooks/a.yaml": ODD}, names="a, a")
    ran = run("check", "brief.yaml", "--strict", "--select", "a/many,GP0")
    assert ran.out.count("a/many warning") == 1
    assert "GP019" not in ran.out


@pytest.mark.parametrize("length", [1, 2, 5])
def test_a_circle_is_named(run: Run, length: int) -> None:
    names = "abcde"[:length]
    _project({f"playbooks/{n}.yaml": f"extends: [{names[(i + 1) % length]}]\n" for i, n in enumerate(names)})
    ran = run("check", "brief.yaml")
    assert ran.code == 1
    assert "GP018" in ran.out
    assert "circle" in ran.out


def test_an_endless_chain_is_refused_with_the_limit(run: Run) -> None:
    _project(
        {f"playbooks/{_name(n)}.yaml": f"extends: [{_name(n + 1)}]\n" for n in range(500)}, names=_name(0)
    )
    ran = run("check", "brief.yaml")
    assert ran.code == 1
    assert "GP004" in ran.out
    assert "16" in ran.out


def test_parents_that_share_parents_are_read_once(run: Run) -> None:
    books = {}
    for n in range(14):
        later = ", ".join(_name(m) for m in range(n + 1, 14))
        books[f"playbooks/{_name(n)}.yaml"] = f"extends: [{later}]\n"
    _project(books, names=_name(0))
    begin = time.process_time()
    assert run("check", "brief.yaml").code == 0
    assert time.process_time() - begin < 2


def test_hundreds_of_playbooks_are_refused_with_the_limit(run: Run) -> None:
    names = [_name(n) for n in range(100)]
    _project({f"playbooks/{name}.yaml": "" for name in names}, names=", ".join(names))
    ran = run("check", "brief.yaml")
    assert ran.code == 1
    assert "64" in ran.out


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/passwd", "~/x", "$HOME", "a" * 300, "a\\b", "CON", "x.y", "\\\\h\\s"]
)
@pytest.mark.parametrize("where", ["playbooks", "extends"])
def test_a_name_that_is_a_path_is_refused_and_nothing_is_opened(run: Run, where: str, name: str) -> None:
    Path("secret.yaml").write_text("playbook: 1\nname: secret\n", encoding="utf-8")
    _project({"playbooks/a.yaml": f"extends: ['{name}']\n" if where == "extends" else ""})
    if where == "playbooks":
        _project({}, names=f"'{name}'")
    ran = run("check", "brief.yaml")
    assert ran.code == 1
    assert "GP013" in ran.out


def _name(number: int) -> str:
    return f"p{number:03d}"


def test_a_file_that_goes_by_another_name_is_noted(run: Run) -> None:
    _project({"playbooks/a.yaml": ODD})
    Path("playbooks/a.yaml").write_text("playbook: 1\nname: other\nlanguage: zh-CN\n", encoding="utf-8")
    ran = run("check", "brief.yaml", "--select", "GP024")
    assert "playbooks/a.yaml:2:7: GP024 note" in ran.out and "a.yaml" in ran.out


def test_a_playbook_no_brief_beside_it_names_is_noted(run: Run) -> None:
    _project({"playbooks/a.yaml": "extends: [b]\n", "playbooks/b.yaml": "", "playbooks/idle.yaml": ""})
    ran = run("check", ".", "--select", "GP024")
    assert [line.partition(":")[0] for line in ran.out.splitlines() if "GP024" in line] == [
        "playbooks/idle.yaml"
    ]


def test_nothing_is_noted_where_no_brief_lies_beside_them(run: Run) -> None:
    Path("groupplan.toml").touch()
    _project({"playbooks/a.yaml": "", "playbooks/far.yaml": ""}, brief="camps/brief.yaml")
    assert "GP024" not in run("check", ".", "--select", "GP024").out
