"""Exported files beside the brief: updated while they are ours, left alone as soon as they are not."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from groupplan.export.landing import MANIFEST
from tests.cli.conftest import Run, process

FORMS = ("json", "csv", "xlsx", "ics")
ALL = ",".join(FORMS)
MARKED = ("json", "xlsx", "ics")
FOLDER = Path("plan.ics-by-duty")


def change(brief: Path) -> None:
    text = brief.read_text(encoding="utf-8")
    assert "6000元" in text and "林老师" in text
    brief.write_text(text.replace("6000元", "6001元").replace("林老师", "林林老师"), encoding="utf-8")


@pytest.fixture
def exported(brief: Path, run: Run) -> Path:
    assert run("render", brief, "--to", ALL).code == 0
    return brief


def test_each_form_lies_beside_the_brief_and_stays_as_it_is(exported: Path, run: Run) -> None:
    before = {form: Path(f"plan.{form}").read_bytes() for form in FORMS}
    ran = run("render", exported, "--to", ALL)
    assert ran.code == 0
    assert ran.err.count("is up to date") == len(FORMS)
    assert {form: Path(f"plan.{form}").read_bytes() for form in FORMS} == before
    assert run("render", exported, "--to", ALL, "--check").code == 0


def test_what_only_groupplan_wrote_is_brought_up_to_date(exported: Path, run: Run) -> None:
    change(exported)
    for form in MARKED:
        before = Path(f"plan.{form}").read_bytes()
        assert run("render", exported, "--to", form, "--check").code == 1
        assert Path(f"plan.{form}").read_bytes() == before
        assert run("render", exported, "--to", form).code == 0
        assert Path(f"plan.{form}").read_bytes() != before
    assert list(Path().glob("*.bak")) == []


def test_a_csv_that_differs_is_replaced_by_force_alone(exported: Path, run: Run) -> None:
    change(exported)
    before = Path("plan.csv").read_bytes()
    ran = run("render", exported, "--to", "csv")
    assert (ran.code, Path("plan.csv").read_bytes()) == (1, before)
    assert "--force" in ran.err
    assert run("render", exported, "--to", "csv", "--force").code == 0
    assert Path("plan.csv.bak").read_bytes() == before
    assert run("render", exported, "--to", "csv", "--check").code == 0


def test_a_status_typed_into_a_sheet_is_never_wiped(exported: Path, run: Run) -> None:
    book = openpyxl.load_workbook("plan.xlsx")
    book.worksheets[0]["H2"] = "完成"
    book.save("plan.xlsx")
    typed = Path("plan.xlsx").read_bytes()
    change(exported)
    ran = run("render", exported, "--to", "xlsx")
    assert (ran.code, Path("plan.xlsx").read_bytes()) == (1, typed)
    assert "plan.xlsx" in ran.err
    assert run("render", exported, "--to", "xlsx", "--force").code == 0
    assert Path("plan.xlsx.bak").read_bytes() == typed


@pytest.mark.parametrize("form", FORMS)
def test_somebody_elses_file_is_left_alone(brief: Path, run: Run, form: str) -> None:
    Path(f"plan.{form}").write_bytes(b"mine")
    ran = run("render", brief, "--to", form)
    assert (ran.code, Path(f"plan.{form}").read_bytes()) == (1, b"mine")
    assert run("render", brief, "--to", form, "--force").code == 0
    assert Path(f"plan.{form}.bak").read_bytes() == b"mine"


def test_the_name_tells_the_form(brief: Path, run: Run) -> None:
    assert run("render", brief, "-o", "team/all.xlsx").code == 0
    assert openpyxl.load_workbook("team/all.xlsx").sheetnames[0] == "任务"


def test_differences_are_lines_where_there_are_lines(exported: Path, run: Run) -> None:
    change(exported)
    ran = run("render", exported, "--to", "ics", "--diff")
    assert ran.code == 1
    assert "+++ plan.ics" in ran.out and "林林老师" in ran.out
    ran = run("render", exported, "--to", "xlsx", "--diff")
    assert ran.code == 1
    assert "plan.xlsx" in ran.out and "PK" not in ran.out


def test_standard_output_takes_the_bytes_of_the_file(exported: Path, folder: Path) -> None:
    for form in ("csv", "xlsx"):
        done = process("render", "brief.yaml", "--to", form, "-o", "-", folder=folder)
        assert (done.returncode, done.stdout) == (0, (folder / f"plan.{form}").read_bytes())


def test_one_calendar_a_duty(brief: Path, run: Run) -> None:
    assert run("render", brief, "--to", "ics", "--split", "duty").code == 0
    names = {path.name for path in FOLDER.iterdir()}
    assert {"群主.ics", MANIFEST} < names
    assert run("render", brief, "--to", "ics", "--split", "duty", "--check").code == 0
    assert not Path("plan.ics").exists()


def test_a_folder_of_which_a_file_is_missing_is_not_up_to_date(brief: Path, run: Run) -> None:
    split = ("render", brief, "--to", "ics", "--split", "duty")
    assert "has not been made yet" in run(*split, "--check").err
    run(*split)
    (FOLDER / "群主.ics").unlink()
    ran = run(*split, "--check")
    assert ran.code == 1
    assert "is not up to date" in ran.err
    assert run(*split).code == 0
    assert (FOLDER / "群主.ics").is_file()


def test_a_folder_is_left_alone_as_a_whole_when_one_file_was_changed(brief: Path, run: Run) -> None:
    split = ("render", brief, "--to", "ics", "--split", "duty")
    run(*split)
    (FOLDER / "群主.ics").write_text("mine", encoding="utf-8")
    (FOLDER / "notes.txt").write_text("mine too", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    change(brief)
    ran = run(*split)
    assert (ran.code, {path.name: path.read_bytes() for path in FOLDER.iterdir()}) == (1, before)
    assert run(*split, "--force").code == 0
    assert (FOLDER / "群主.ics.bak").read_text(encoding="utf-8") == "mine"
    assert (FOLDER / "notes.txt").read_text(encoding="utf-8") == "mine too"


def test_what_a_folder_loses_is_named_and_nothing_else_goes(brief: Path, run: Run) -> None:
    assert run("render", brief, "--to", "scripts").code == 0
    folder = Path("plan.scripts")
    listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    for name in ("gone.txt", "README.md", "sub/a.txt", "changed.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
        listed["files"][name] = sha256(b"x").hexdigest()
    (folder / "changed.txt").write_bytes(b"y")
    (folder / MANIFEST).write_text(json.dumps(listed), encoding="utf-8")
    ran = run("render", brief, "--to", "scripts")
    assert ran.code == 0
    assert [line for line in ran.err.splitlines() if line.startswith("removed ")] == [
        f"removed {folder / 'gone.txt'}, which the plan no longer has"
    ]
    assert not (folder / "gone.txt").exists()
    assert all((folder / name).exists() for name in ("README.md", "sub/a.txt", "changed.txt"))


def test_a_link_in_a_folder_that_leads_outside_is_refused(brief: Path, run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("secret", encoding="utf-8")
    project = Path("project")
    project.mkdir()
    (project / "brief.yaml").write_bytes(brief.read_bytes())
    folder = project / FOLDER
    folder.mkdir()
    (folder / "群主.ics").symlink_to(outside)
    ran = run("render", project / "brief.yaml", "--to", "ics", "--split", "duty", "--force")
    assert ran.code == 4
    assert outside.read_text(encoding="utf-8") == "secret"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--to", "xlsx", "--split", "duty"],
        ["--split", "duty"],
        ["--to", "ics", "--split", "week"],
        ["--to", "scripts", "-o", "-"],
        ["--to", "pdf", "--check"],
        ["--to", "scripts", "-o", "brief.yaml"],
        ["--to", "xlsx", "-o", "sub"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_2_with_a_sentence(brief: Path, run: Run, arguments: list[str]) -> None:
    Path("sub").mkdir()
    before = sorted(Path().rglob("*"))
    ran = run("render", brief, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()[-1]) > 20
    assert sorted(Path().rglob("*")) == before


def test_a_missing_extra_is_one_sentence_with_the_command(
    brief: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: object) -> Any:
        raise ModuleNotFoundError("No module named 'docxtpl'", name="docxtpl")

    monkeypatch.setattr("groupplan.exports.exporter", missing)
    ran = run("render", brief, "--to", "docx")
    assert ran.code == 2
    assert "pip install 'groupplan[docx]'" in ran.err.splitlines()[-1]
    assert not Path("plan.docx").exists()


def test_over_a_folder_the_state_of_every_file_is_told(exported: Path, run: Run) -> None:
    assert run("render", ".", "--to", "json,ics", "--check").code == 0
    change(exported)
    Path("plan.ics").unlink()
    ran = run("render", ".", "--to", "json,ics", "--check")
    assert ran.code == 1
    assert [line.split()[0] for line in ran.out.splitlines()[:2]] == ["stale", "missing"]


WHERE: dict[str, dict[str, str]] = {
    "west": {"TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "1"},
    "east": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2", "LC_ALL": "C"},
    "chinese": {"LC_ALL": "zh_CN.UTF-8", "GROUPPLAN_LANG": "zh-CN", "SOURCE_DATE_EPOCH": "1"},
}


@pytest.mark.parametrize("where", WHERE)
def test_the_bytes_are_the_same_everywhere(exported: Path, folder: Path, where: str) -> None:
    arguments = ("render", "brief.yaml", "--to", ALL, "--out-dir", where)
    done = process(*arguments, folder=folder, **WHERE[where])
    assert done.returncode == 0, done.stderr
    for form in FORMS:
        assert (folder / where / f"plan.{form}").read_bytes() == (folder / f"plan.{form}").read_bytes()


def test_only_who_asks_loads_an_exporter(brief: Path, folder: Path) -> None:
    def loaded(*arguments: str) -> set[str]:
        watch = "import sys; from groupplan.cli.main import main; main(sys.argv[1:]); print(*sys.modules)"
        command = [sys.executable, "-c", watch, *arguments]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=folder
        )
        return {"xlsxwriter", "icalendar"} & set(done.stdout.split())

    assert loaded("check", "brief.yaml") == set()
    assert loaded("render", "brief.yaml") == set()
    assert loaded("render", "brief.yaml", "--to", "xlsx") == {"xlsxwriter"}
    assert loaded("render", "brief.yaml", "--to", "ics") == {"icalendar"}


def test_the_schema_is_printed_and_the_json_is_as_it_says(exported: Path, run: Run) -> None:
    from jsonschema import Draft7Validator

    schema = json.loads(run("schema", "plan").out)
    data = json.loads(Path("plan.json").read_text(encoding="utf-8"))
    assert list(Draft7Validator(schema).iter_errors(data)) == []
