"""`groupplan check` in every format: asked for by option or environment, printed or written to a file."""

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from groupplan.report import FORMATS
from tests.cli.conftest import LANGUAGES, Run, process

CASES = Path(__file__).parent.parent / "check" / "cases"
WARNS = CASES / "goal-without-deadline" / "fires.yaml"
FAILS = CASES / "over-budget" / "fires.yaml"


@pytest.fixture(autouse=True)
def _no_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GROUPPLAN_FORMAT", raising=False)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_format_keeps_the_exit_code(run: Run, form: str, lang: str) -> None:
    for path, code in ((WARNS, 0), (FAILS, 1)):
        ran = run("--lang", lang, "check", path, "--format", form)
        assert (ran.code, ran.err) == (code, "") and ran.out
    assert run("--lang", lang, "check", WARNS, "--format", form, "--strict").code == 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_without_findings_is_valid_in_every_format(run: Run, form: str) -> None:
    ran = run("check", FAILS, "--select", "GP204", "--format", form)
    assert (ran.code, ran.err) == (0, "")
    if form in ("json", "gitlab", "sarif"):
        json.loads(ran.out)
    if form == "jsonl":
        assert [set(json.loads(row)) for row in ran.out.splitlines()] == [{"version", "summary"}]
    if form == "junit":
        assert ElementTree.fromstring(ran.out.encode()).attrib["failures"] == "0"
    if form in ("text", "concise", "github"):
        assert ran.out == "nothing found (files: 1)\n"


@pytest.mark.parametrize("form", FORMATS)
def test_the_file_holds_what_standard_output_would(run: Run, folder: Path, form: str) -> None:
    printed = run("check", FAILS, "--format", form)
    ran = run("check", FAILS, "--format", form, "-o", "sub/report")
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert Path("sub/report").read_text(encoding="utf-8") == printed.out
    assert run("check", FAILS, "--format", form, "-o", "-").out == printed.out


def test_the_file_holds_no_colours(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in run("check", FAILS).out
    run("check", FAILS, "-o", "report.txt")
    assert "\x1b" not in Path("report.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["brief.yaml", "./sub/../brief.yaml", "link.yaml"])
def test_findings_are_never_written_over_a_file_that_is_checked(run: Run, brief: Path, name: str) -> None:
    Path("sub").mkdir()
    Path("link.yaml").symlink_to("brief.yaml")
    before = brief.read_bytes()
    ran = run("check", ".", "-o", name)
    assert (ran.code, ran.out) == (2, "") and name in ran.err
    assert brief.read_bytes() == before


def test_a_report_that_cannot_be_written_is_3_and_leaves_what_was_there(run: Run, folder: Path) -> None:
    Path("taken").write_text("x", encoding="utf-8")
    ran = run("check", FAILS, "-o", "taken/report")
    assert (ran.code, ran.out) == (3, "") and ran.err
    assert Path("taken").read_text(encoding="utf-8") == "x"


def test_when_no_file_could_be_read_no_report_is_written(run: Run, folder: Path) -> None:
    ran = run("check", "nowhere.yaml", "--format", "sarif", "-o", "report.sarif")
    assert (ran.code, ran.out) == (2, "") and not Path("report.sarif").exists()


def test_the_environment_names_the_format_where_none_is_asked_for(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUPPLAN_FORMAT", "concise")
    concise = run("check", FAILS).out
    assert concise == run("check", FAILS, "--format", "concise").out
    assert run("check", FAILS, "--format", "text").out != concise
    monkeypatch.setenv("GROUPPLAN_FORMAT", "")
    assert run("check", FAILS).out == run("check", FAILS, "--format", "text").out


@pytest.mark.parametrize("way", ["option", "environment"])
def test_a_format_nobody_knows_is_2(run: Run, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    if way == "environment":
        monkeypatch.setenv("GROUPPLAN_FORMAT", "xml\x1b")
    ran = run("check", FAILS, *(["--format", "xml\x1b"] if way == "option" else []))
    assert (ran.code, ran.out) == (2, "")
    assert "\x1b" not in ran.err and all(form in ran.err for form in FORMATS)


def test_a_github_runner_gets_annotations_and_a_summary_unless_settings_say_otherwise(folder: Path) -> None:
    runner = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    usual = process("check", FAILS, folder=folder, **runner)
    assert usual.returncode == 1 and b"\n::error title=groupplan (GP" in usual.stdout
    assert (folder / "summary.md").read_text(encoding="utf-8").startswith("### groupplan\n")
    (folder / "summary.md").unlink()
    (folder / "groupplan.toml").write_text('format = "text"\n', encoding="utf-8")
    (folder / "brief.yaml").write_bytes(FAILS.read_bytes())
    plain = process("check", "brief.yaml", folder=folder, **runner)
    assert plain.returncode == 1 and b"\n  8 | " in plain.stdout and b"::error" not in plain.stdout
    assert not (folder / "summary.md").exists()


def test_a_summary_that_cannot_be_written_stops_nothing(folder: Path) -> None:
    for place in (folder, folder / "none" / "summary.md", ""):
        ran = process("check", FAILS, folder=folder, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(place))
        assert (ran.returncode, ran.stderr) == (1, b"") and b"\n::error " in ran.stdout


def test_bytes_are_the_same_in_every_locale(folder: Path) -> None:
    for form in FORMATS:
        outs = {
            process("check", FAILS, "--format", form, folder=folder, **environ).stdout
            for environ in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "cp936"})
        }
        assert len(outs) == 1


def test_names_of_files_are_quoted_where_a_format_needs_it(run: Run, folder: Path) -> None:
    name = "a, b|c&<d>'\"%0A.brief.yaml"
    Path(name).write_bytes(FAILS.read_bytes())
    for form in FORMATS:
        assert run("check", name, "--format", form, "--select", "GP701").code == 1
    (issue,) = json.loads(run("check", ".", "--format", "gitlab", "--select", "GP701").out)
    assert issue["location"]["path"] == name
    root = ElementTree.fromstring(run("check", ".", "--format", "junit", "--select", "GP701").out.encode())
    assert root[0].attrib["name"] == name
    command = run("check", ".", "--format", "github", "--select", "GP701").out.splitlines()[0]
    (fields,) = csv.reader([command.partition(" ")[2].partition("::")[0]], quoting=csv.QUOTE_NONE)
    assert f"file={name.replace('%', '%25').replace(',', '%2C')}" in fields
