"""`groupplan render`: what it writes, and what it refuses to wipe."""

import difflib
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import LANGUAGES, Run

FAILS = Path(__file__).parent.parent / "check" / "cases" / "over-budget" / "fires.yaml"


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _note(plan: Path, name: str, words: str) -> None:
    _change(plan, f"<!-- notes:{name} -->\n", f"<!-- notes:{name} -->\n\n{words}\n\n")


def test_the_plan_lies_beside_the_brief_and_ends_with_its_seal(run: Run, plan: Path) -> None:
    lines = plan.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# 21天晨读营·运营计划"
    assert lines[-1].startswith("<!-- groupplan-seal format=2 brief=brief.yaml ")


def test_rendering_again_changes_nothing(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    ran = run("render", "brief.yaml")
    assert (ran.code, ran.out) == (0, "")
    assert "up to date" in ran.err
    assert plan.read_bytes() == before


def test_a_changed_brief_is_rendered_over_the_older_plan(run: Run, plan: Path) -> None:
    _change(Path("brief.yaml"), "name: 21天晨读营", "name: 早起读书")
    assert run("render", "brief.yaml").code == 0
    assert "早起读书" in plan.read_text(encoding="utf-8")
    assert not list(Path().glob("*.bak*"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_foreign_file_is_never_overwritten(run: Run, brief: Path, lang: str) -> None:
    Path("plan.md").write_text("# 我们自己的计划\n", encoding="utf-8")
    ran = run("--lang", lang, "render", brief)
    assert ran.code == 1
    assert "plan.md" in ran.err
    assert Path("plan.md").read_text(encoding="utf-8") == "# 我们自己的计划\n"


def test_an_edited_plan_is_shown_as_a_diff_and_left_alone(run: Run, plan: Path) -> None:
    _change(plan, "一页摘要", "两页摘要")
    before = plan.read_bytes()
    ran = run("render", "brief.yaml")
    assert ran.code == 1
    assert "\n-1. [两页摘要](#summary)\n+1. [一页摘要](#summary)\n" in ran.err
    assert "--force" in ran.err
    assert plan.read_bytes() == before


def test_force_keeps_what_was_there_and_never_loses_an_earlier_copy(run: Run, plan: Path) -> None:
    kept = []
    for word in ("两页摘要", "三页摘要", "四页摘要"):
        _change(plan, "一页摘要", word)
        kept.append(plan.read_bytes())
        assert run("render", "brief.yaml", "--force").code == 0
        assert "一页摘要" in plan.read_text(encoding="utf-8")
    names = ["plan.md.bak", "plan.md.bak2", "plan.md.bak3"]
    assert [Path(name).read_bytes() for name in names] == kept


def test_force_keeps_a_foreign_file_byte_for_byte(run: Run, brief: Path) -> None:
    odd = b"\xff\xfe not text \r\n\x00"
    Path("plan.md").write_bytes(odd)
    assert run("render", brief, "--force").code == 0
    assert Path("plan.md.bak").read_bytes() == odd


def test_an_executable_or_private_plan_stays_so(run: Run, plan: Path) -> None:
    plan.chmod(0o600)
    _change(Path("brief.yaml"), "6000元", "6001元")
    assert run("render", "brief.yaml").code == 0
    assert plan.stat().st_mode & 0o777 == 0o600


def test_notes_survive_a_render(run: Run, plan: Path) -> None:
    _note(plan, "summary", "周三和林老师确认 <b>老板</b>\n\n- 第二条")
    _change(Path("brief.yaml"), "6000元", "6001元")
    assert run("render", "brief.yaml").code == 0
    text = plan.read_text(encoding="utf-8")
    assert "<!-- notes:summary -->\n\n周三和林老师确认 <b>老板</b>\n\n- 第二条\n\n<!-- /notes -->" in text
    assert run("render", "brief.yaml").code == 0
    assert plan.read_text(encoding="utf-8") == text


def test_notes_survive_windows_line_ends(run: Run, plan: Path) -> None:
    _note(plan, "goals", "第一条\n第二条")
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r\n"))
    _change(Path("brief.yaml"), "6000元", "6001元")
    assert run("render", "brief.yaml").code == 0
    assert "第一条\n第二条\n" in plan.read_bytes().decode()


def test_notes_whose_place_is_gone_wait_in_an_appendix_and_come_back(run: Run, plan: Path) -> None:
    _note(plan, "budget", "财务已批")
    text = plan.read_text(encoding="utf-8").replace("notes:budget", "notes:purse")
    plan.write_text(text, encoding="utf-8")
    assert run("render", "brief.yaml", "--force").code == 0
    lost = plan.read_text(encoding="utf-8")
    head, mark, appendix = lost.partition("<!-- lost-notes -->")
    assert mark
    assert "财务已批" in appendix
    assert "财务已批" not in head
    assert run("check", plan).code == 0
    assert run("render", "brief.yaml").code == 0
    assert plan.read_text(encoding="utf-8") == lost
    plan.write_text(lost.replace("notes:purse", "notes:budget"), encoding="utf-8")
    assert run("render", "brief.yaml").code == 0
    found = plan.read_text(encoding="utf-8")
    assert "<!-- lost-notes -->" not in found
    assert found.count("财务已批") == 1


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_check_and_diff_write_nothing_and_say_1_when_something_would_change(
    run: Run, plan: Path, option: str
) -> None:
    assert run("render", "brief.yaml", option).code == 0
    before = plan.read_bytes()
    _change(Path("brief.yaml"), "6000元", "6001元")
    assert run("render", "brief.yaml", option).code == 1
    assert plan.read_bytes() == before
    plan.unlink()
    assert run("render", "brief.yaml", option).code == 1
    assert not plan.exists()
    assert run("render", "brief.yaml", "-o", "sub/plan.md", option).code == 1
    assert not Path("sub").exists()


def test_diff_shows_on_stdout_what_would_change(run: Run, plan: Path) -> None:
    _change(Path("brief.yaml"), "6000元", "7000元")
    ran = run("render", "brief.yaml", "--diff")
    assert "--- plan.md\n+++ plan.md\n" in ran.out
    assert "7,000 元" in "".join(line for line in ran.out.splitlines(True) if line.startswith("+"))
    assert difflib.restore(ran.out.splitlines(True), 2)


def test_a_dash_renders_to_standard_output(run: Run, brief: Path) -> None:
    ran = run("render", brief, "-o", "-")
    assert ran.code == 0
    assert ran.out.startswith("# 21天晨读营·运营计划\n")
    assert sorted(path.name for path in Path().iterdir()) == ["brief.schema.json", "brief.yaml"]


def test_standard_input_is_rendered_to_standard_output(run: Run, brief: Path) -> None:
    ran = run("render", "-", stdin=brief.read_bytes())
    assert ran.code == 0
    assert ran.out.startswith("# 21天晨读营·运营计划\n")
    assert run("render", "-", "-o", "plan.md", stdin=brief.read_bytes()).code == 0
    assert " brief=- " in Path("plan.md").read_text(encoding="utf-8").splitlines()[-1]


def test_html_is_told_by_the_name_or_by_to(run: Run, brief: Path) -> None:
    assert run("render", brief, "-o", "page.html").code == 0
    assert run("render", brief, "--to", "html").code == 0
    assert run("render", brief, "--to", "md,html", "--out-dir", "both").code == 0
    pages = [Path(name).read_text(encoding="utf-8") for name in ("page.html", "plan.html", "both/plan.html")]
    assert all(page.startswith("<!doctype html>") for page in pages)
    assert Path("both/plan.md").exists()
    assert run("check", "page.html", "plan.html", "both").code == 0


def test_a_broken_brief_leaves_the_plan_alone(run: Run, plan: Path) -> None:
    before = plan.read_bytes()
    _change(Path("brief.yaml"), "opens: 2027-03-01", "opens: 2027-02-30")
    ran = run("render", "brief.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert "brief.yaml:12:8: GP013" in ran.err
    assert plan.read_bytes() == before


def test_errors_of_craft_are_listed_and_the_plan_is_made(run: Run, folder: Path) -> None:
    shutil.copy(FAILS, "brief.yaml")
    ran = run("render", "brief.yaml")
    assert ran.code == 0
    assert "GP701" in ran.err
    assert Path("plan.md").exists()


@pytest.mark.parametrize("output", ["brief.yaml", "link.md", "./brief.yaml"])
def test_a_plan_never_replaces_what_it_is_made_of(run: Run, brief: Path, output: str) -> None:
    before = brief.read_bytes()
    (brief.parent / "link.md").symlink_to(brief.name)
    ran = run("render", brief, "--to", "md", "--force", "-o", brief.parent / output)
    assert (ran.code, brief.read_bytes()) == (2, before)
    assert "never written over it" in ran.err


def test_a_loop_of_links_is_replaced_by_the_plan(run: Run, brief: Path) -> None:
    (brief.parent / "a.md").symlink_to("b.md")
    (brief.parent / "b.md").symlink_to("a.md")
    ran = run("render", brief, "--to", "md", "-o", brief.parent / "a.md")
    assert ran.code == 0 and not (brief.parent / "a.md").is_symlink()
