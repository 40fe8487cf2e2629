"""`groupplan check`: files, folders, standard input; what is shown, and what counts."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import LANGUAGES, Run

CASES = Path(__file__).parent.parent / "check" / "cases"
WARNS = CASES / "goal-without-deadline" / "fires.yaml"
FAILS = CASES / "over-budget" / "fires.yaml"


def test_a_warning_is_0_and_with_strict_1(run: Run) -> None:
    ran = run("check", WARNS)
    assert (ran.code, ran.err) == (0, "")
    assert f"{WARNS}:7:5: GP204 warning" in ran.out
    assert run("check", WARNS, "--strict").code == 1


def test_an_error_is_1(run: Run) -> None:
    ran = run("check", FAILS)
    assert ran.code == 1
    assert f"{FAILS}:8:10: GP701 error" in ran.out


def test_a_file_that_is_no_yaml_is_1_at_its_line(run: Run, folder: Path) -> None:
    Path("brief.yaml").write_text("groupplan: 1\nname: [晨读\nopens: 2027-03-01\n", encoding="utf-8")
    ran = run("check", "brief.yaml")
    assert ran.code == 1
    assert "brief.yaml:3:" in ran.out
    assert "GP002" in ran.out


@pytest.mark.parametrize(
    "raw", [b"", b"\xff\xfe\x00", b"\x00" * 9, "群".encode("gbk") * 9, b"- 1\n", b"a\n", b"{}"]
)
def test_any_bytes_are_1_with_a_place(run: Run, folder: Path, raw: bytes) -> None:
    Path("brief.yaml").write_bytes(raw)
    ran = run("check", "brief.yaml")
    assert ran.code == 1
    assert "brief.yaml:1:1: GP0" in ran.out


def test_standard_input_is_checked_as_a_brief(run: Run) -> None:
    assert run("check", "-", stdin=WARNS.read_bytes()).code == 0
    ran = run("check", "-", stdin=FAILS.read_bytes())
    assert ran.code == 1
    assert "-:8:10: GP701" in ran.out


def test_a_folder_is_searched_for_briefs_playbooks_and_plans(run: Run, plan: Path) -> None:
    Path("sub/playbooks").mkdir(parents=True)
    shutil.copy(FAILS, "sub/bad.brief.yaml")
    Path("sub/playbooks/odd.yaml").write_text("playbook: 1\nname: Odd\n", encoding="utf-8")
    Path("sub/other.yaml").write_text("not: ours\n", encoding="utf-8")
    Path(".hidden").mkdir()
    shutil.copy(FAILS, ".hidden/brief.yaml")
    ran = run("check", ".")
    assert ran.code == 1
    files = {line.partition(":")[0] for line in ran.out.splitlines() if not line.startswith(" ")}
    assert files >= {"brief.yaml", "sub/bad.brief.yaml", "sub/playbooks/odd.yaml"}
    assert json.loads(run("check", ".", "--format", "json").out)["summary"]["files"] == 4
    assert "hidden" not in ran.out


def test_without_a_path_the_folder_itself_is_checked(run: Run, brief: Path) -> None:
    assert run("check").out == run("check", ".").out


def test_an_edited_plan_is_a_warning_and_a_stale_one_an_error(run: Run, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("一页摘要", "两页摘要", 1), encoding="utf-8")
    assert "GP902" in run("check", plan).out
    assert run("check", plan).code == 0
    assert run("check", plan, "--strict").code == 1
    plan.write_text(text, encoding="utf-8")
    brief = Path("brief.yaml")
    brief.write_text(brief.read_text(encoding="utf-8").replace("6000元", "6001元"), encoding="utf-8")
    ran = run("check", plan)
    assert ran.code == 1
    assert "GP901" in ran.out


def test_select_and_ignore_take_beginnings_of_codes(run: Run) -> None:
    found = {"GP202", "GP203", "GP204", "GP205", "GP206", "GP207", "GP209"}
    assert set(_codes(run, "--select", "GP2")) == found
    assert _codes(run, "--select", "GP204,GP301") == ["GP204"]
    assert "GP204" not in _codes(run, "--ignore", "GP204")
    assert _codes(run, "--select", "GP2", "--ignore", "GP20") == []
    assert run("check", FAILS, "--ignore", "GP701").code == 0
    assert run("check", FAILS, "--select", "GP204").code == 0


def test_select_takes_the_name_of_a_house_rule(run: Run) -> None:
    house = CASES.parent / "house" / "brief.yaml"
    assert _codes(run, "--select", "our_house/seeds", brief=house) == ["our_house/seeds"]
    assert "our_house/seeds" not in _codes(run, "--ignore", "our_house/", brief=house)


def test_what_makes_a_file_unreadable_is_always_shown(run: Run, folder: Path) -> None:
    Path("brief.yaml").write_text("groupplan: 1\n", encoding="utf-8")
    ran = run("check", "brief.yaml", "--select", "GP701", "--ignore", "GP0")
    assert ran.code == 1
    assert "GP011" in ran.out


def _codes(run: Run, *options: str, brief: Path = WARNS) -> list[str]:
    found = json.loads(run("check", brief, "--format", "json", *options).out)["findings"]
    return list(dict.fromkeys(one["code"] for one in found))


def test_json_says_code_level_place_and_words(run: Run) -> None:
    ran = run("check", FAILS, "--format", "json", "--select", "GP701")
    body = json.loads(ran.out)
    assert ran.out.isascii()
    assert body["version"] == 1
    assert body["summary"] == {"files": 1, "errors": 1, "warnings": 0, "notes": 0, "not_shown": 0}
    (one,) = body["findings"]
    place = {"file": str(FAILS), "line": 8, "column": 10, "end_column": 16}
    assert {key: one[key] for key in place} == place
    assert (one["code"], one["slug"], one["level"]) == ("GP701", "over-budget", "error")
    assert one["route"] == ["budget", "total"]
    assert one["message"]
    assert one["hint"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_in_the_language_asked_for(run: Run, lang: str) -> None:
    ran = run("--lang", lang, "check", FAILS, "--select", "GP701")
    head, *_, last = ran.out.splitlines()
    assert ("错误" in head) == (lang == "zh-CN")
    assert ("个错误" in last) == (lang == "zh-CN")


def test_at_most_a_hundred_findings_a_file_are_shown(run: Run, folder: Path) -> None:
    lines = "".join(f"key{number}: 1\n" for number in range(300))
    Path("brief.yaml").write_text(f"groupplan: 1\n{lines}", encoding="utf-8")
    ran = run("check", "brief.yaml")
    assert ran.out.count(" GP010 ") <= 100
    assert "not shown" in ran.out


def test_a_legacy_encoding_is_named_and_read_on_demand(run: Run, folder: Path) -> None:
    Path("brief.yaml").write_bytes(WARNS.read_text(encoding="utf-8").encode("gbk"))
    ran = run("check", "brief.yaml")
    assert ran.code == 1
    assert "--encoding" in ran.out
    assert run("check", "brief.yaml", "--encoding", "gbk").code == 0


def test_bad_files_do_not_keep_the_others_from_being_judged(run: Run, folder: Path) -> None:
    Path("a.yaml").write_bytes(b"\xff")
    shutil.copy(FAILS, "b.yaml")
    ran = run("check", "a.yaml", "b.yaml")
    assert ran.code == 1
    assert "a.yaml:1:1" in ran.out
    assert "b.yaml:8:10" in ran.out


def test_check_writes_nothing(run: Run, brief: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*")}
    run("check")
    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*")} == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_misspelt_comment_is_found_in_briefs_and_playbooks_and_recalled(
    run: Run, folder: Path, lang: str
) -> None:
    Path("playbooks").mkdir()
    book = "playbook: 1 # groupplan: ignroe[GP204] why\nname: our_house\nlanguage: en\n# groupplan: see\n"
    Path("playbooks/our_house.yaml").write_text(book, encoding="utf-8")
    brief = WARNS.read_text(encoding="utf-8").replace("name: ", "# groupplan: disable GP204\nname: ", 1)
    Path("brief.yaml").write_text(f"{brief}playbooks: [our_house]\n", encoding="utf-8")
    first = run("--lang", lang, "check", ".", "--select", "GP03", "--format", "concise")
    assert (first.code, first.out.count("GP030")) == (0, 2)
    assert "playbooks/our_house.yaml:1:13: GP030" in first.out and "ignroe" in first.out
    assert "brief.yaml:" in first.out and "disable" in first.out
    assert run("--lang", lang, "check", ".", "--select", "GP03", "--format", "concise") == first
