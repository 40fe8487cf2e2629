"""`groupplan verify`: what made a document, what became of it, and one sentence to end with."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import LANGUAGES, Run

HOUSE = Path(__file__).parent.parent / "check" / "house"
BOOKS = ("playbooks/our_house.yaml", "playbooks/our_house_at_ease.yaml")
"""The brief's own playbook and the one it extends."""
BENCHMARKS = """\
knowledge: 1
rates:
  - {id: join_rate, range: "30%..40%", say: {zh-CN: 前三期。, en: Three camps.}, date: "2026-05", trust: high}
"""


@pytest.fixture
def made(run: Run, folder: Path) -> Path:
    """A plan of a brief with a playbook of its own, one folder down."""
    shutil.copytree(HOUSE / "playbooks", "camp/playbooks")
    shutil.copy(HOUSE / "silent.yaml", "camp/brief.yaml")
    assert run("render", "camp/brief.yaml").code == 0
    return Path("camp/plan.md")


def change(path: Path | str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")


def told(run: Run, name: Path | str, *more: str, stdin: bytes = b"") -> dict[str, Any]:
    ran = run("verify", name, "--json", *more, stdin=stdin)
    found: dict[str, Any] = json.loads(ran.out)
    assert ran.code == (0 if found["holds"] else 1)
    assert ran.err == ""
    return found


def own(found: dict[str, Any]) -> dict[str, str]:
    return {one["name"]: one["state"] for one in found["playbooks"]["own"]}


@pytest.mark.parametrize("form", ["md", "html"])
def test_a_fresh_document_names_what_made_it(run: Run, made: Path, form: str) -> None:
    assert run("render", "camp/brief.yaml", "--to", form).code == 0
    found = told(run, made.with_suffix(f".{form}"))
    assert found["verdict"] == "fresh"
    assert found["brief"]["path"] == "camp/brief.yaml"
    assert (found["brief"]["place"], found["brief"]["state"]) == ("there", "same")
    assert own(found) == dict.fromkeys(BOOKS, "same")
    assert "our_house_at_ease" not in found["playbooks"]["shipped"]
    assert {"recruit", "team"} <= set(found["playbooks"]["shipped"])
    assert found["version"]["made"] == found["version"]["now"]
    assert found["body"] == {"edited": False, "stale": False, "places": []}
    assert "diff" not in found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_account_ends_with_one_sentence(run: Run, made: Path, lang: str) -> None:
    ran = run("--lang", lang, "verify", made)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "camp/plan.md"
    assert any("camp/brief.yaml" in line for line in lines)
    assert any("playbooks/our_house_at_ease.yaml" in line for line in lines)
    assert lines[-1].startswith(("结论：", "Verdict: "))


def test_what_changed_is_named(run: Run, made: Path) -> None:
    change("camp/playbooks/our_house_at_ease.yaml", "seeds_count >= 20", "seeds_count >= 60")
    found = told(run, made)
    assert found["verdict"] == "stale"
    assert found["brief"]["state"] == "same"
    assert own(found) == dict(zip(BOOKS, ("same", "changed"), strict=True))
    ran = run("check", made)
    assert "playbooks/our_house_at_ease.yaml" in ran.out.partition("GP901")[2].splitlines()[0]
    assert "brief.yaml" not in ran.out.partition("GP901")[2].splitlines()[0]


def test_a_remark_changes_an_input_and_not_the_plan(run: Run, made: Path) -> None:
    with Path("camp/brief.yaml").open("a", encoding="utf-8") as file:
        file.write("# 下期再看\n")
    found = told(run, made)
    assert (found["verdict"], found["brief"]["state"], found["body"]["stale"]) == (
        "unmoved",
        "changed",
        False,
    )


def test_own_knowledge_is_among_what_made_it(run: Run, made: Path) -> None:
    before = made.read_text(encoding="utf-8").rpartition("inputs=")[2]
    path = Path("camp/knowledge/benchmarks.yaml")
    path.parent.mkdir()
    path.write_text(BENCHMARKS, encoding="utf-8")
    assert [one["state"] for one in told(run, made)["knowledge"]["own"]] == ["added"]
    assert run("render", "camp/brief.yaml").code == 0
    assert made.read_text(encoding="utf-8").rpartition("inputs=")[2] != before
    assert told(run, made)["knowledge"]["own"][0] == {
        "name": "knowledge/benchmarks.yaml",
        "state": "same",
        **{when: told(run, made)["knowledge"]["own"][0]["now"] for when in ("made", "now")},
    }
    change(path, "30%..40%", "20%..50%")
    assert told(run, made)["knowledge"]["own"][0]["state"] == "changed"
    shutil.rmtree(path.parent)
    assert told(run, made)["knowledge"]["own"][0]["state"] == "gone"


def test_an_edit_is_placed_and_shown(run: Run, made: Path) -> None:
    lines = made.read_text(encoding="utf-8").split("\n")
    note = lines.index("<!-- notes:summary -->")
    lines[note + 1 : note + 1] = ["", "周三确认", ""]
    row = next(n for n, line in enumerate(lines) if n > note + 8 and line.startswith("- "))
    was, lines[row] = lines[row], "- 改成周五"
    made.write_text("\n".join(lines), encoding="utf-8")
    found = told(run, made, "--diff")
    assert found["verdict"] == "edited"
    assert found["body"]["places"] == [{"line": row + 1, "there": "- 改成周五", "wanted": was}]
    assert found["notes"] == ["summary"]
    assert f"\n-- 改成周五\n+{was}\n" in found["diff"]
    assert "周三确认" not in found["diff"]
    ran = run("verify", made, "--diff")
    assert ran.code == 1
    assert f"line {row + 1}: “- 改成周五”" in ran.out
    assert ran.out.endswith(found["diff"])


def test_an_edit_of_a_stale_document_has_no_places(run: Run, made: Path) -> None:
    change(made, "\n## ", "\nX\n## ")
    change("camp/brief.yaml", "21天晨读营", "28天晨读营")
    found = told(run, made)
    assert (found["verdict"], found["body"]["places"]) == ("edited_stale", [])
    assert "28天晨读营" in run("verify", made, "--diff").out


def test_a_brief_that_was_renamed_is_found_nearby(run: Run, made: Path) -> None:
    Path("camp/brief.yaml").rename("camp/spring.yaml")
    found = told(run, made)
    assert (found["verdict"], found["brief"]["found"]) == ("gone", "camp/spring.yaml")
    assert "camp/spring.yaml" in run("verify", made).out
    assert "camp/spring.yaml" in run("check", made).out


def test_a_document_that_was_moved_finds_its_brief(run: Run, made: Path) -> None:
    Path("plans").mkdir()
    shutil.move(made, "plans/plan.md")
    found = told(run, "plans/plan.md")
    assert (found["verdict"], found["brief"]["found"]) == ("gone", "camp/brief.yaml")


def test_a_broken_brief_leaves_the_question_open(run: Run, made: Path) -> None:
    change("camp/brief.yaml", "opens: 2027-03-01", "opens: 2027-02-30")
    found = told(run, made)
    assert (found["verdict"], found["body"]["stale"], found["brief"]["errors"]) == ("broken", None, True)
    assert own(found) == dict.fromkeys(BOOKS, "unknown")


@pytest.mark.parametrize("name", ["../../../../../etc/passwd", "/etc/passwd", "../../x.yaml"])
def test_a_brief_outside_the_project_is_not_read(run: Run, made: Path, name: str) -> None:
    change(made, " brief=brief.yaml ", f" brief={name} ")
    found = told(run, made)
    assert (found["verdict"], found["brief"]["place"], found["brief"]["found"]) == (
        "outside",
        "outside",
        None,
    )
    assert "outside the project" in run("check", made).out


@pytest.mark.parametrize("name", ["%00", "x" * 5000, "%ED%A0%80", "loop", "playbooks", "..", "a%0Ab"])
def test_a_seal_that_names_nonsense_opens_nothing(run: Run, made: Path, name: str) -> None:
    Path("camp/loop").symlink_to("loop")
    change(made, " brief=brief.yaml ", f" brief={name} ")
    assert told(run, made)["verdict"] in ("gone", "outside")
    assert len(run("verify", made).out) < 3000


def test_a_damaged_seal_a_missing_one_and_two_of_them(run: Run, made: Path) -> None:
    text = made.read_text(encoding="utf-8")
    seal = text.splitlines()[-1]
    made.write_text(f"{text}{seal}\n", encoding="utf-8")
    found = told(run, made)
    assert (found["verdict"], found["seal"]["count"]) == ("fresh", 2)
    assert "seals: 2" in run("verify", made).out
    made.write_text(text[:-60], encoding="utf-8")
    assert (told(run, made)["verdict"], told(run, made)["seal"]) == ("cut", None)
    assert "damaged" in run("check", made).out
    made.write_text(text.replace(seal, ""), encoding="utf-8")
    assert told(run, made)["verdict"] == "bare"


def test_a_seal_of_the_first_format_does_not_say_what_changed(run: Run, made: Path) -> None:
    text = made.read_text(encoding="utf-8")
    head, _, rest = text.rpartition(" parts=")
    made.write_text(f"{head} {rest.partition(' ')[2]}".replace("format=2", "format=1"), encoding="utf-8")
    assert told(run, made)["verdict"] == "fresh"
    change("camp/brief.yaml", "21天晨读营", "28天晨读营")
    found = told(run, made)
    assert (found["verdict"], found["brief"]["state"], own(found)) == ("stale", "unknown", {})
    assert run("verify", made).code == 1


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"x" * 17_000_000, b"\r\n" * 10], ids=len)
def test_what_is_no_document_has_a_sentence_too(run: Run, folder: Path, raw: bytes) -> None:
    Path("plan.md").write_bytes(raw)
    assert told(run, "plan.md")["verdict"] == ("large" if len(raw) > 16_777_216 else "bare")
    ran = run("verify", "plan.md")
    assert (ran.code, ran.err) == (1, "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", ["json", "ics", "xlsx", "xmind", "sop"])
def test_an_export_has_no_seal_but_a_mark(run: Run, made: Path, form: str, lang: str) -> None:
    assert run("render", "camp/brief.yaml", "--to", form).code == 0
    path = Path(f"camp/plan.{form}" if form != "sop" else "camp/plan.sop.xlsx")
    found = told(run, path)
    assert (found["verdict"], found["seal"], found["holds"]) == ("export", None, False)
    ran = run("--lang", lang, "verify", path)
    assert (ran.code, ran.err) == (1, "")
    assert f"groupplan render --check --to {form} camp/brief.yaml" in ran.out
    assert "md" in ran.out.splitlines()[-1] and "html" in ran.out.splitlines()[-1]
    raw = path.read_bytes()
    assert run("render", "--check", "--to", form, "camp/brief.yaml").code == 0
    middle = len(raw) // 2
    path.write_bytes(raw[:middle] + bytes([raw[middle] ^ 1]) + raw[middle + 1 :])
    assert told(run, path)["verdict"] == "export_changed"
    path.rename("camp/other." + form)
    assert "camp/brief.yaml" not in run("verify", f"camp/other.{form}").out


def test_a_file_without_mark_and_a_document_that_quotes_one_are_bare(run: Run, made: Path) -> None:
    mark = "groupplan-" + "0123456789" * 4
    Path("other.json").write_text("{}\n", encoding="utf-8")
    Path("README.md").write_text(f"{mark}\n", encoding="utf-8")
    assert [told(run, name)["verdict"] for name in ("other.json", "README.md")] == ["bare", "bare"]
    ran = run("verify", "other.json")
    assert "--check" not in ran.out and "Only md and html" in ran.out
    Path("quoted.json").write_text(f'{{"mark": "{mark}"}}\n', encoding="utf-8")
    assert told(run, "quoted.json")["verdict"] == "export_changed"


def test_an_export_on_standard_input_names_no_brief(run: Run, made: Path) -> None:
    raw = run("render", "camp/brief.yaml", "--to", "json", "-o", "-").out.encode()
    assert told(run, "-", stdin=raw)["verdict"] == "export"
    assert "--check" not in run("verify", "-", stdin=raw).out


def test_another_encoding_is_an_edit(run: Run, made: Path) -> None:
    made.write_bytes(made.read_text(encoding="utf-8").encode("gbk", "replace"))
    assert told(run, made)["verdict"] == "edited"
    assert "not UTF-8" in run("verify", made).out


def test_line_ends_and_a_mark_at_the_start_are_no_edit(run: Run, made: Path) -> None:
    made.write_bytes(b"\xef\xbb\xbf" + made.read_bytes().replace(b"\n", b"\r\n"))
    assert told(run, made)["verdict"] == "fresh"


def test_a_plan_from_standard_input_has_no_brief(run: Run, made: Path) -> None:
    assert run("render", "-", "-o", "piped.md", stdin=Path("camp/brief.yaml").read_bytes()).code in (0, 1)
    text = made.read_text(encoding="utf-8").replace(" brief=brief.yaml ", " brief=- ")
    Path("piped.md").write_text(text, encoding="utf-8")
    assert told(run, "piped.md")["verdict"] == "nowhere"
    assert "standard input" in run("check", "piped.md").out


def test_a_document_on_standard_input_lies_in_the_working_folder(run: Run, made: Path) -> None:
    text = made.read_text(encoding="utf-8").replace(" brief=brief.yaml ", " brief=camp/brief.yaml ")
    assert told(run, "-", stdin=text.encode())["verdict"] == "fresh"
    assert told(run, "-", stdin=b"")["verdict"] == "bare"


def test_a_brief_a_folder_and_nothing_are_misuse(run: Run, made: Path) -> None:
    for name in ("camp/brief.yaml", "camp", "nowhere.md"):
        ran = run("verify", name)
        assert (ran.code, ran.out) == (2, "")
        assert name in ran.err


def test_nothing_from_a_document_reaches_the_terminal_raw(run: Run, made: Path) -> None:
    change(made, "\n## ", "\n\x1b[2J\u202eX\n## ")
    ran = run("verify", made, "--diff")
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
