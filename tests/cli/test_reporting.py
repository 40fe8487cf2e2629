"""A report never replaces what people wrote; settings nobody can read are not passed over."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

HEAD = "groupplan: 1\nname: Camp\nlanguage: en\nplatform: other\nopens: 2027-03-01\n"
OURS = ["other.brief.yaml", "playbooks/house.yaml", "groupplan.toml", "pyproject.toml", "old.yml", "plan.md"]


@pytest.mark.parametrize("command", ["check a.brief.yaml", "diff a.brief.yaml b.brief.yaml"])
@pytest.mark.parametrize("name", OURS)
def test_a_report_goes_over_nothing_that_is_ours(run: Run, folder: Path, command: str, name: str) -> None:
    for place in ("a.brief.yaml", "b.brief.yaml", "brief.yaml"):
        Path(place).write_text(HEAD, encoding="utf-8")
    if name == "plan.md":
        assert run("render", "brief.yaml").code == 0
    else:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("" if name.endswith(".toml") else HEAD, encoding="utf-8")
    before = Path(name).read_bytes()
    ran = run(*command.split(), "-o", name)
    assert (ran.code, ran.out) == (2, "") and name in ran.err
    assert Path(name).read_bytes() == before


def test_a_report_replaces_an_earlier_report(run: Run, folder: Path) -> None:
    Path("a.brief.yaml").write_text(HEAD, encoding="utf-8")
    for form in ("text", "markdown"):
        assert run("check", "a.brief.yaml", "--format", form, "-o", "report.md").code == 0
    assert Path("report.md").read_text(encoding="utf-8").startswith("### groupplan")


@pytest.mark.parametrize("name", ["groupplan.toml", "pyproject.toml"])
def test_settings_that_cannot_be_read_are_not_passed_over(run: Run, folder: Path, name: str) -> None:
    Path("a.brief.yaml").write_text(HEAD, encoding="utf-8")
    if name == "groupplan.toml":
        Path(name).symlink_to("nowhere.toml")
    else:
        Path(name).write_text('[tool.groupplan]\nfail-on = "warning"\nx = [\n', encoding="utf-8")
    ran = run("check", "a.brief.yaml")
    assert ran.code in (2, 3) and name in ran.err


def test_the_version_is_told_beside_other_options(run: Run) -> None:
    for arguments in (["--version"], ["-V", "--lang", "en"], ["--lang", "en", "--version"]):
        assert run(*arguments).out.startswith("groupplan ")
