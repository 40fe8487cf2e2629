"""`check --fix`, `--diff`, `--unsafe-fixes`: what is written, shown, marked, and what is left alone."""

import json
import os
import shutil
from pathlib import Path

import pytest

from groupplan.cli import changing
from tests.cli.conftest import Run

HEAD = "groupplan: 1\nname: 晨读\nplatform: other\nopens: 2027-03-01\ncloses: 2027-03-21\n"
WRONG = "# mine\ngroupplan: 1\n\nname: 晨读  # short\nplatfrom: other\nopens: 2027/3/1\ncloses: 2027-03-21\n"
RIGHT = (
    "# mine\ngroupplan: 1\n\nname: 晨读  # short\nplatform: other\nopens: 2027-03-01\ncloses: 2027-03-21\n"
)
EARLY = f"{HEAD}lessons: [{{id: l1, title: a, at: 2029-03-02 20:00}}]\n"


@pytest.fixture
def wrong(folder: Path) -> Path:
    Path("brief.yaml").write_text(WRONG, encoding="utf-8")
    return Path("brief.yaml")


def test_fix_writes_says_what_and_reports_the_rest(run: Run, wrong: Path) -> None:
    wrong.chmod(0o640)
    ran = run("check", wrong, "--fix")
    assert wrong.read_text(encoding="utf-8") == RIGHT
    assert wrong.stat().st_mode & 0o777 == 0o640
    assert ran.err.splitlines() == [
        "brief.yaml:5: GP010: the key “platfrom” becomes “platform”",
        "brief.yaml:6: GP013: “2027/3/1” becomes “2027-03-01”",
        "fixed: 2",
    ]
    assert "GP010" not in ran.out and "GP013" not in ran.out and "errors: " in ran.out


def test_a_second_run_writes_nothing(run: Run, wrong: Path) -> None:
    run("check", wrong, "--fix")
    before = wrong.stat()
    ran = run("check", wrong, "--fix")
    after = wrong.stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert ran.err == "nothing to fix\n"


def test_diff_shows_writes_nothing_and_is_1(run: Run, wrong: Path) -> None:
    ran = run("check", wrong, "--diff")
    assert ran.code == 1
    changed = [line for line in ran.out.splitlines() if line[:1] in "+-"]
    assert changed == [
        "--- brief.yaml",
        "+++ brief.yaml",
        "-platfrom: other",
        "-opens: 2027/3/1",
        "+platform: other",
        "+opens: 2027-03-01",
    ]
    assert ran.err == "--fix would mend: 2\n"
    assert wrong.read_text(encoding="utf-8") == WRONG
    wrong.write_text(RIGHT, encoding="utf-8")
    ran = run("check", wrong, "--diff", "--fix")
    assert (ran.code, ran.out, ran.err) == (0, "", "nothing to fix\n")


def test_what_can_be_fixed_is_marked_and_counted(run: Run, wrong: Path) -> None:
    ran = run("check", wrong)
    assert "brief.yaml:5:1: GP010 error [*] " in ran.out
    assert ran.out.endswith("fixable with --fix, marked [*]: 2\n")
    assert "GP010 error [*]" in run("check", wrong, "--format", "concise").out
    wrong.write_text(RIGHT, encoding="utf-8")
    assert "[*]" not in run("check", wrong).out


def test_what_a_fix_would_make_worse_is_not_marked(run: Run, wrong: Path) -> None:
    wrong.write_text(f"{HEAD}goalz: many\n", encoding="utf-8")
    ran = run("check", wrong)
    assert "did you mean “goals”" in ran.out and "[*]" not in ran.out and "--fix" not in ran.out


def test_unsafe_fixes_are_counted_and_made_only_when_asked_for(run: Run, wrong: Path) -> None:
    wrong.write_text(EARLY, encoding="utf-8")
    ran = run("check", wrong)
    assert ran.out.endswith("fixable with --unsafe-fixes, which may change meaning: 1\n")
    assert "[*]" not in ran.out
    assert "GP020 error [*]" in run("check", wrong, "--unsafe-fixes").out
    assert run("check", wrong, "--fix").code == 1
    assert wrong.read_text(encoding="utf-8") == EARLY
    ran = run("check", wrong, "--fix", "--unsafe-fixes")
    assert wrong.read_text(encoding="utf-8") == EARLY.replace("2029-03-02", "2027-03-28")


def test_ignored_findings_are_not_fixed(run: Run, wrong: Path) -> None:
    text = f"{HEAD}seeds: {{count: 300, consent: true}}\n"
    wrong.write_text(text, encoding="utf-8")
    run("check", wrong, "--fix", "--unsafe-fixes", "--ignore", "GP3")
    assert wrong.read_text(encoding="utf-8") == text
    run("check", wrong, "--fix", "--unsafe-fixes")
    assert "count: 50," in wrong.read_text(encoding="utf-8")


def test_line_ends_and_byte_order_mark_stay(run: Run, wrong: Path) -> None:
    wrong.write_bytes(b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    run("check", wrong, "--fix")
    assert wrong.read_bytes() == b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode()


def test_a_gbk_file_becomes_utf8(run: Run, wrong: Path) -> None:
    wrong.write_bytes(WRONG.encode("gbk"))
    ran = run("check", wrong, "--diff")
    assert ran.code == 1 and "UTF-8 instead of GBK" in ran.err
    run("check", wrong, "--fix")
    assert wrong.read_bytes() == RIGHT.encode()


def test_a_named_encoding_stays(run: Run, wrong: Path) -> None:
    wrong.write_bytes(WRONG.encode("gbk"))
    run("check", wrong, "--fix", "--encoding", "gbk")
    assert wrong.read_bytes() == RIGHT.encode("gbk")


def test_the_line_for_editors_comes_only_beside_a_schema(run: Run, wrong: Path) -> None:
    wrong.write_text(RIGHT, encoding="utf-8")
    assert run("check", wrong, "--diff").code == 0
    Path("brief.schema.json").write_text("{}", encoding="utf-8")
    assert "yaml-language-server" not in run("check", wrong).said
    run("check", wrong, "--fix")
    line = "# yaml-language-server: $schema=brief.schema.json\n"
    assert wrong.read_text(encoding="utf-8") == line + RIGHT


def test_standard_input_comes_out_fixed_and_findings_go_aside(run: Run) -> None:
    ran = run("check", "-", "--fix", stdin=WRONG.encode())
    assert ran.out == RIGHT
    assert "fixed: 2" in ran.err and "errors: " in ran.err
    assert run("check", "-", "--fix", stdin=RIGHT.encode()).out == RIGHT
    assert "+platform: other" in run("check", "-", "--diff", stdin=WRONG.encode()).out


def test_a_playbook_is_fixed_before_the_brief_that_uses_it(run: Run, folder: Path) -> None:
    assert run("new", "playbook", "house", "--lang", "en").code in (0, 2)
    Path("playbooks").mkdir(exist_ok=True)
    Path("brief.yaml").write_text(f"{WRONG}playbooks: [house]\n", encoding="utf-8")
    Path("playbooks/house.yaml").write_text(
        "playbook: 1\nname: house\nlanguage: en\nextnds: []\n", encoding="utf-8"
    )
    ran = run("check", ".", "--fix")
    assert "extends: []" in Path("playbooks/house.yaml").read_text(encoding="utf-8")
    assert Path("brief.yaml").read_text(encoding="utf-8") == f"{RIGHT}playbooks: [house]\n"
    assert "GP0" not in ran.out
    assert run("check", ".", "--diff").code == 0


def test_plan_documents_are_never_touched(run: Run, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8").replace("晨读", "晨\u200b读", 1)
    plan.write_text(text, encoding="utf-8")
    run("check", plan, "--fix", "--unsafe-fixes")
    assert plan.read_text(encoding="utf-8") == text


def test_a_file_that_may_not_be_written_is_left_and_reported(run: Run, wrong: Path) -> None:
    wrong.chmod(0o444)
    ran = run("check", wrong, "--fix")
    assert ran.code == 3 and "cannot be written" in ran.err
    assert wrong.read_text(encoding="utf-8") == WRONG and "GP010" in ran.out


def test_a_file_that_changed_meanwhile_is_left(
    run: Run, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changing, "slurp", lambda path, most: b"other")
    ran = run("check", wrong, "--fix")
    assert ran.code == 3 and "was changed by something else" in ran.err
    assert wrong.read_text(encoding="utf-8") == WRONG


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_link_stays_a_link_and_never_leads_out(run: Run, wrong: Path) -> None:
    Path("inside").mkdir()
    shutil.move(wrong, "inside/real.yaml")
    Path("brief.yaml").symlink_to("inside/real.yaml")
    run("check", "brief.yaml", "--fix")
    assert Path("brief.yaml").is_symlink()
    assert Path("inside/real.yaml").read_text(encoding="utf-8") == RIGHT
    Path("inside/real.yaml").write_text(WRONG, encoding="utf-8")
    Path("project").mkdir()
    Path("project/brief.yaml").symlink_to("../inside/real.yaml")
    ran = run("check", "project/brief.yaml", "--fix")
    assert ran.code == 4 and "leads out of the project" in ran.err
    assert Path("inside/real.yaml").read_text(encoding="utf-8") == WRONG


def test_json_and_sarif_carry_the_edits(run: Run, wrong: Path) -> None:
    first, second = json.loads(run("check", wrong, "--format", "json").out)["findings"][:2]
    edit = {"line": 5, "column": 1, "end_line": 5, "end_column": 9, "text": "platform"}
    assert first["fix"]["edits"] == [edit] and first["fix"]["safe"] is True
    assert second["fix"]["edits"][0]["text"] == "2027-03-01"
    (made,) = json.loads(run("check", wrong, "--format", "sarif").out)["runs"]
    (fix,) = made["results"][0]["fixes"]
    (change,) = fix["artifactChanges"]
    assert (
        change["artifactLocation"]
        == made["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    )
    region = {"startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 9}
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "platform"}}]


def test_a_missing_file_is_said_once(run: Run, wrong: Path) -> None:
    ran = run("check", "nowhere.yaml", wrong, "--fix")
    assert ran.code == 2 and ran.err.count("nowhere.yaml") == 1
    assert wrong.read_text(encoding="utf-8") == RIGHT
