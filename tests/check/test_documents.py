"""Plan documents: stale (GP901), edited (GP902), orphaned (GP903), and silent when in order."""

import shutil
from pathlib import Path

import pytest

from groupplan.cli.main import main
from groupplan.model.finding import Severity
from groupplan.papers import judge

BRIEF = Path(__file__).parent / "house" / "silent.yaml"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A rendered plan beside its brief and playbook."""
    shutil.copytree(BRIEF.parent / "playbooks", tmp_path / "playbooks")
    shutil.copy(BRIEF, tmp_path / "brief.yaml")
    assert main(["render", str(tmp_path / "brief.yaml")]) == 0
    return tmp_path / "plan.md"


def _codes(plan: Path) -> list[str]:
    return [finding.code for finding in judge(plan.read_text(encoding="utf-8"), plan.name, plan)]


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_fresh_plan_is_in_order(plan: Path) -> None:
    assert _codes(plan) == []


def test_windows_line_ends_change_nothing(plan: Path) -> None:
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r\n"))
    assert _codes(plan) == []


def test_notes_change_nothing(plan: Path) -> None:
    _change(plan, "<!-- notes:summary -->\n", "<!-- notes:summary -->\n\n周三和林老师确认\n\n")
    assert _codes(plan) == []


@pytest.mark.parametrize("what", ["brief.yaml", "playbooks/our_house_at_ease.yaml"])
def test_a_remark_in_brief_or_playbook_does_not_make_it_stale(plan: Path, what: str) -> None:
    with (plan.parent / what).open("a", encoding="utf-8") as file:
        file.write("# 下期再看\n")
    assert _codes(plan) == []


def test_a_changed_brief_makes_it_stale(plan: Path) -> None:
    _change(plan.parent / "brief.yaml", "21天晨读营", "28天晨读营")
    assert _codes(plan) == ["GP901"]


def test_a_changed_playbook_makes_it_stale(plan: Path) -> None:
    _change(plan.parent / "playbooks/our_house_at_ease.yaml", "seeds_count >= 20", "seeds_count >= 60")
    assert _codes(plan) == ["GP901"]


def test_a_broken_brief_leaves_it_stale(plan: Path) -> None:
    _change(plan.parent / "brief.yaml", "opens: 2027-03-01", "opens: 2027-02-30")
    assert _codes(plan) == ["GP901"]


def test_an_edited_plan_is_a_warning(plan: Path) -> None:
    _change(plan, "21天晨读营", "大家的晨读营")
    text = plan.read_text(encoding="utf-8")
    assert [(f.code, f.severity) for f in judge(text, "plan.md", plan)] == [("GP902", Severity.WARNING)]


def test_edited_and_stale_are_both_said(plan: Path) -> None:
    _change(plan, "21天晨读营", "大家的晨读营")
    _change(plan.parent / "brief.yaml", "count: 25", "count: 26")
    assert _codes(plan) == ["GP902", "GP901"]


def test_a_plan_without_its_brief_is_orphaned(plan: Path) -> None:
    (plan.parent / "brief.yaml").unlink()
    assert _codes(plan) == ["GP903"]


def test_a_document_without_a_seal_is_orphaned(plan: Path) -> None:
    body = plan.read_text(encoding="utf-8").splitlines()[:-1]
    plan.write_text("\n".join(body) + "\n", encoding="utf-8")
    assert _codes(plan) == ["GP903"]


ODD = [
    "../../../../../../etc/passwd", "/dev/zero", "%00", "a%00b.yaml", "x" * 1900, "loop", "%ED%A0%80",
    "playbooks", "-",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD, ids=lambda name: name[:12])
def test_a_seal_that_names_no_brief_of_the_project_opens_nothing(plan: Path, name: str) -> None:
    (plan.parent / "groupplan.toml").touch()
    (plan.parent / "loop").symlink_to("loop")
    _change(plan, " brief=brief.yaml ", f" brief={name} ")
    assert _codes(plan) == ["GP903"]
