"""`render --view`: files beside the plan, whose seals say for whom they are, judged like any other."""

import json
from pathlib import Path

import pytest

from groupplan.model import seal
from tests.cli.conftest import LANGUAGES, Run

VIEWS = ("boss", "host", "member")
FORMS = ("md", "html")
BRIEF = """groupplan: 1
name: Kiln
platform: discord
language: en
opens: 2027-03-01
closes: 2027-03-28
playbooks: [house]
"""
HOUSE = "playbook: 1\nname: house\nlanguage: en\nrules: [{id: kind, text: Be kind, element: tone}]\n"


@pytest.fixture
def kiln(folder: Path) -> Path:
    (folder / "playbooks").mkdir()
    (folder / "playbooks" / "house.yaml").write_text(HOUSE, encoding="utf-8")
    path = Path("brief.yaml")
    path.write_text(BRIEF, encoding="utf-8")
    return path


def _mark(path: str) -> seal.Seal:
    found = seal.find(Path(path).read_text(encoding="utf-8"))
    assert found is not None
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_lies_beside_the_plan_and_says_so_in_its_seal(run: Run, kiln: Path, view: str) -> None:
    assert run("render", kiln, "--to", "md,html").code == 0
    whole = Path("plan.md").read_bytes()
    assert run("render", kiln, "--view", view, "--to", "md,html").code == 0
    for form in FORMS:
        assert _mark(f"plan.{view}.{form}").view == view
        assert _mark(f"plan.{form}").view == "all" and "view=" not in _mark(f"plan.{form}").line()
    assert Path("plan.md").read_bytes() == whole


def test_all_is_the_plan_itself(run: Run, kiln: Path) -> None:
    assert run("render", kiln, "--view", "all").code == 0
    assert [path.name for path in Path().glob("plan*")] == ["plan.md"]


def test_a_view_is_markdown_unless_something_else_is_said(run: Run, kiln: Path) -> None:
    assert run("render", kiln, "--view", "boss").code == 0
    assert run("render", kiln, "--view", "host", "-o", "for-hosts.html").code == 0
    assert run("render", kiln, "--view", "member", "--out-dir", "away").code == 0
    assert _mark("plan.boss.md").view == "boss" and _mark("for-hosts.html").view == "host"
    assert _mark("away/plan.member.md").brief == "../brief.yaml"
    assert run("render", kiln, "--view", "member", "-o", "-").out.startswith("# Kiln · members' handbook\n")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", FORMS)
def test_a_fresh_view_is_judged_fresh(run: Run, kiln: Path, view: str, form: str) -> None:
    name = f"plan.{view}.{form}"
    assert run("render", kiln, "--view", view, "--to", form).code == 0
    assert "GP9" not in run("check", name).said and run("check", ".").code == 0
    assert run("verify", name).code == 0
    assert run("render", kiln, "--view", view, "--to", form, "--check").code == 0
    ran = run("render", ".", "--check")
    assert ran.code == 0 and f"up to date  {name}" in ran.out


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_stale_view_is_found_and_the_hint_makes_it_anew(run: Run, kiln: Path, view: str, lang: str) -> None:
    run("render", kiln, "--view", view)
    kiln.write_text(BRIEF.replace("Kiln", "Oven"), encoding="utf-8")
    name = f"plan.{view}.md"
    ran = run("check", name, "--lang", lang)
    assert ran.code == 1 and "GP901" in ran.out and f"--to md --view {view}" in ran.out
    assert run("verify", name).code == 1
    assert run("render", ".", "--check").code == 1
    assert run("render", ".").code == 0, "a folder makes again what is there, each for its own reader"
    assert [path.name for path in Path().glob("plan*")] == [name]
    assert run("check", name).code == 0 and _mark(name).view == view


def test_an_edited_view_is_found_and_not_wiped(run: Run, kiln: Path) -> None:
    run("render", kiln, "--view", "member")
    path = Path("plan.member.md")
    path.write_text(path.read_text(encoding="utf-8").replace("Be kind", "Be quick"), encoding="utf-8")
    assert "GP902" in run("check", path).out
    assert run("render", kiln, "--view", "member").code == 1
    assert "Be quick" in path.read_text(encoding="utf-8")
    assert run("render", kiln, "--view", "member", "--force").code == 0
    assert "Be quick" in next(Path().glob("plan.member.md*.bak")).read_text(encoding="utf-8")


@pytest.mark.parametrize("view", VIEWS)
def test_notes_in_a_view_stay(run: Run, kiln: Path, view: str) -> None:
    run("render", kiln, "--view", view)
    path = Path(f"plan.{view}.md")
    text = path.read_text(encoding="utf-8")
    mark = next(line for line in text.splitlines() if line.startswith("<!-- notes:"))
    path.write_text(text.replace(mark, f"{mark}\nmine\n", 1), encoding="utf-8")
    assert run("check", path).code == 0
    kiln.write_text(BRIEF.replace("Kiln", "Oven"), encoding="utf-8")
    assert run("render", kiln, "--view", view).code == 0
    assert f"{mark}\n\nmine\n" in path.read_text(encoding="utf-8")


def test_the_seal_of_what_members_read_names_nobodys_playbooks(run: Run, kiln: Path) -> None:
    for view in VIEWS:
        run("render", kiln, "--view", view)
    named = {view: [name for name, _ in _mark(f"plan.{view}.md").parts] for view in VIEWS}
    assert named == {"boss": ["brief", "playbooks/house.yaml"], "host": named["boss"], "member": []}
    assert "playbooks/" not in Path("plan.member.md").read_text(encoding="utf-8")


def test_a_forged_view_is_no_seal(run: Run, kiln: Path) -> None:
    run("render", kiln, "--view", "boss")
    path = Path("plan.boss.md")
    path.write_text(path.read_text(encoding="utf-8").replace("view=boss", "view=king"), encoding="utf-8")
    ran = run("check", path)
    assert ran.code == 1 and "GP903" in ran.out
    assert json.loads(run("verify", path, "--json").out)["verdict"] == "cut"


def test_a_view_that_says_another_one_is_not_what_its_brief_makes(run: Run, kiln: Path) -> None:
    run("render", kiln, "--view", "boss")
    path = Path("plan.boss.md")
    path.write_text(path.read_text(encoding="utf-8").replace("view=boss", "view=host"), encoding="utf-8")
    assert "GP901" in run("check", path).out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unknown_view_and_a_form_without_views_are_misuse(run: Run, kiln: Path, lang: str) -> None:
    ran = run("render", kiln, "--view", "king\x1b", "--lang", lang)
    assert ran.code == 2 and "boss host member" in ran.err and "\x1b" not in ran.err
    ran = run("render", kiln, "--view", "boss", "--to", "json", "--lang", lang)
    assert ran.code == 2 and "json" in ran.err
    assert not list(Path().glob("plan*"))


def test_two_briefs_with_views_beside_each_other(run: Run, kiln: Path) -> None:
    Path("spring.brief.yaml").write_text(BRIEF.replace("Kiln", "Spring"), encoding="utf-8")
    assert run("render", ".", "--view", "boss").code == 0
    assert sorted(path.name for path in Path().glob("*.md")) == ["plan.boss.md", "spring.plan.boss.md"]
    assert run("render", ".", "--check").code == 0


def test_settings_may_expect_a_view(run: Run, kiln: Path) -> None:
    Path("groupplan.toml").write_text('documents = ["md", "boss.md"]\n', encoding="utf-8")
    ran = run("check", ".")
    assert ran.code == 1 and "plan.boss.md" in ran.out and "--to md --view boss" in ran.out
    assert run("render", ".").code == 0
    assert _mark("plan.md").view == "all" and _mark("plan.boss.md").view == "boss"
    assert run("check", ".").code == 0
