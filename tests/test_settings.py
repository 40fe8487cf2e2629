"""The settings of a file: nearest configuration, what it extends, the environment, the options."""

from pathlib import Path

import pytest

from groupplan.model.codes import DOCUMENTS
from groupplan.model.finding import Severity
from groupplan.model.refusal import Misuse, Refused
from groupplan.model.settings import OPTION, Given, Settings, Where
from groupplan.settings import Finder, environment, known, nearest


def put(folder: Path, **texts: str) -> None:
    """Files by their path with ``__`` for a slash, ending in ``.toml``."""
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def refused(folder: Path, place: str = ".") -> list[str]:
    with pytest.raises(Misuse) as error:
        Finder(folder).of(folder / place)
    return [error.value.words.key, *(words.key for words in error.value.more)]


def test_the_nearest_counts_alone(tmp_path: Path) -> None:
    put(tmp_path, groupplan='ignore = ["GP1"]', a__groupplan='ignore = ["GP2"]', a__b__x="")
    finder = Finder(tmp_path)
    assert finder.of(tmp_path).ignore == Given(("GP1",), Where("file", "groupplan.toml", 1))
    assert finder.of(tmp_path / "a/b").ignore.value == ("GP2",)
    assert finder.of(tmp_path / "a/b").ignore.where.name == "a/groupplan.toml"


def test_pyproject_counts_when_it_speaks_of_us(tmp_path: Path) -> None:
    put(tmp_path, pyproject='[tool.groupplan]\nignore = ["GP1"]', a__pyproject="[tool.ruff]\n# groupplan")
    finder = Finder(tmp_path)
    assert finder.of(tmp_path / "a").ignore.where == Where("file", "pyproject.toml", 2)
    put(tmp_path, groupplan="")
    assert nearest(tmp_path / "a") == tmp_path / "groupplan.toml"
    assert Finder(tmp_path).of(tmp_path) == Settings()


def test_a_broken_pyproject_of_others_is_none_of_ours(tmp_path: Path) -> None:
    put(tmp_path, pyproject="groupplan = [")
    assert nearest(tmp_path) is None or nearest(tmp_path) != tmp_path / "pyproject.toml"


def test_what_is_extended_lies_below(tmp_path: Path) -> None:
    base = 'ignore = ["GP1"]\nfail-on = "never"\n[levels]\nGP2 = "note"\n[[overrides]]\npaths = ["x/**"]\n'
    put(tmp_path, groupplan=base, a__groupplan='extends = "../groupplan.toml"\nignore = ["GP3"]\n')
    found = Finder(tmp_path).of(tmp_path / "a")
    assert (found.ignore.value, found.fail_on.value) == (("GP3",), None)
    assert found.fail_on.where == Where("file", "groupplan.toml", 2)
    assert found.levels[0].where.name == "groupplan.toml"
    assert found.overrides[0].concerns(f"{tmp_path.resolve().as_posix()}/x/brief.yaml")


def test_of_several_the_last_wins(tmp_path: Path) -> None:
    put(
        tmp_path,
        one='ignore = ["GP1"]',
        two='ignore = ["GP2"]',
        groupplan='extends = ["one.toml", "two.toml"]',
    )
    assert Finder(tmp_path).of(tmp_path).ignore.value == ("GP2",)


def test_a_circle_a_missing_file_and_too_many_are_refused(tmp_path: Path) -> None:
    put(tmp_path, a__groupplan='extends = "b.toml"', a__b='extends = "groupplan.toml"')
    assert refused(tmp_path, "a") == ["config-extends-circle"]
    put(tmp_path, c__groupplan='extends = "none.toml"')
    assert refused(tmp_path, "c") == ["config-extends-missing"]
    chain = {
        f"d__f{number}": f'extends = ["f{number + 1}.toml", "f{number + 1}.toml"]' for number in range(40)
    }
    put(tmp_path, d__groupplan='extends = "f0.toml"', d__f40="", **chain)
    assert refused(tmp_path, "d") == ["config-extends-many"]


def test_nothing_outside_the_project_is_read(tmp_path: Path) -> None:
    put(tmp_path, outside="", project__groupplan='extends = "../outside.toml"')
    with pytest.raises(Refused):
        Finder(tmp_path).of(tmp_path / "project")
    put(tmp_path, project__groupplan='baseline = "../b.json"')
    with pytest.raises(Refused):
        Finder(tmp_path).of(tmp_path / "project")
    (tmp_path / ".git").mkdir()
    Finder(tmp_path).of(tmp_path / "project")


def test_mistakes_come_together(tmp_path: Path) -> None:
    put(tmp_path, groupplan='selct = []\nfail-on = "x"\n')
    assert refused(tmp_path) == ["config-unknown-key-near", "config-no-choice"]


def test_options_beat_the_environment_and_that_beats_files(tmp_path: Path) -> None:
    put(tmp_path, groupplan='format = "json"\nfail-on = "never"\nignore = ["GP1"]')
    environ = environment({"GROUPPLAN_FORMAT": "github", "GROUPPLAN_FAIL_ON": "warning"})
    over = Settings(format=Given("junit", Where(OPTION, "--format"))).upon(environ)
    found = Finder(tmp_path, over).of(tmp_path)
    assert (found.format.value, found.fail_on.value, found.ignore.value) == (
        "junit",
        Severity.WARNING,
        ("GP1",),
    )
    assert found.fail_on.where == Where("environment", "GROUPPLAN_FAIL_ON")
    assert Finder(tmp_path, over, files=False).of(tmp_path).ignore.value == ()


@pytest.mark.parametrize("environ", [{"GROUPPLAN_FORMAT": "xml"}, {"GROUPPLAN_FAIL_ON": "warn"}])
def test_variables_with_unknown_words_are_refused(environ: dict[str, str]) -> None:
    with pytest.raises(Misuse):
        environment(environ)


def test_every_code_of_documents_may_be_set() -> None:
    assert {*DOCUMENTS, *DOCUMENTS.values()} <= set(known().codes)
