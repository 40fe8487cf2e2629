"""docs/ci.*.md and docs/editors.*.md: commands run, recipes fit, both languages tell the same."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from groupplan.cli.briefs import below
from groupplan.cli.main import main
from groupplan.model import brief
from groupplan.scaffold import MODELINE
from tests.outside import act
from tests.outside.act import ROOT
from tests.outside.plans import PLACE, doubt, spoil
from tests.outside.test_hooks import HOOKS
from tests.readme.blocks import blocks, commands, headings

DOCS = ROOT / "docs"
PAGES = ("ci.en.md", "ci.zh-CN.md", "editors.en.md", "editors.zh-CN.md")
PAGE = pytest.mark.parametrize("page", PAGES)
SETUP = ("python3", "check-jsonschema")
"""Commands that fetch something, or come with it: tests/outside/run tries them."""
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")


def text(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def recipe(page: str, file: str) -> str:
    """The one block of a page that is that file."""
    (found,) = (block.text for block in blocks(text(page)) if block.file == file)
    return found


@PAGE
def test_commands_run_in_order(page: str, plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (plans / "camp" / "brief.yaml").unlink()
    if page.startswith("ci"):
        assert main(["new", "camp", "--archetype", "study-camp", "--opens", "2027-03-01"]) == 0
    found = [command for block in blocks(text(page)) for command in commands(block)]
    own = [command for command in found if command.words.split()[0] not in SETUP]
    assert own
    for command in own:
        first, *arguments = command.words.split()
        assert (first, main(arguments)) == ("groupplan", command.code), command.words
    capsys.readouterr()


@PAGE
def test_links_and_files_lead_somewhere(page: str) -> None:
    assert [link for link in LINK.findall(text(page)) if not (DOCS / link).exists()] == []


@pytest.mark.parametrize("name", ["ci", "editors"])
def test_both_languages_have_the_same_sections_and_files(name: str) -> None:
    pages = [text(f"{name}.{language}.md") for language in ("en", "zh-CN")]
    levels = [[level for level, _ in headings(page)] for page in pages]
    files = [[(block.language, block.file) for block in blocks(page)] for page in pages]
    assert (levels[0], files[0]) == (levels[1], files[1])


@pytest.mark.parametrize("page", PAGES[:2])
def test_hooks_of_the_recipe_are_there(page: str) -> None:
    (repo,) = yaml.safe_load(recipe(page, ".pre-commit-config.yaml"))["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == list(HOOKS)


@pytest.mark.parametrize("page", PAGES[:2])
def test_inputs_of_the_action_are_there_and_all_told(page: str) -> None:
    workflow = yaml.safe_load(recipe(page, ".github/workflows/plans.yaml"))
    *_, step = workflow["jobs"]["plans"]["steps"]
    known = act.action()
    assert step["uses"].startswith("OWNER/groupplan@")
    assert step["with"].keys() <= known["inputs"].keys()
    for name in (*known["inputs"], *known["outputs"]):
        assert f"`{name}`" in text(page)


@pytest.mark.parametrize("page", PAGES[:2])
def test_the_file_for_gitlab_is_there_with_its_variables(page: str) -> None:
    made = yaml.safe_load(recipe(page, ".gitlab-ci.yml"))
    (included,) = made["include"]
    known = yaml.safe_load((ROOT / included["file"]).read_text(encoding="utf-8"))["variables"]
    assert made["variables"].keys() <= known.keys()
    for name in known:
        assert name in text(page)


@pytest.mark.parametrize("page", PAGES[2:])
def test_the_first_line_is_the_one_that_new_writes(page: str) -> None:
    assert blocks(text(page))[0].text == MODELINE.format(schema="brief.schema.json")


@pytest.mark.parametrize("page", PAGES[2:])
def test_settings_of_vs_code_name_briefs_as_check_does(page: str, tmp_path: Path) -> None:
    ((schema, patterns),) = json.loads(recipe(page, ".vscode/settings.json"))["yaml.schemas"].items()
    assert Path(schema).name == "brief.schema.json"
    _found_by_check(patterns, tmp_path)


def _found_by_check(patterns: list[str], folder: Path) -> None:
    for pattern in patterns:
        (folder / pattern.replace("*", "may")).touch()
    assert len(list(below(folder))) == len(patterns)


def concise(lang: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["--lang", lang, "check", "--format", "concise", "."])
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("lang", ["en", "zh-CN"])
@pytest.mark.parametrize("page", PAGES[2:])
def test_the_problem_matcher_reads_what_check_prints(
    page: str, lang: str, plans: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = _problems(page, lang, capsys)
    doubt(plans)
    doubtful = _problems(page, lang, capsys)
    (plans / "camp" / "brief.yaml").write_text("groupplan: 1\nplatform: icq\n", encoding="utf-8")
    wrong = _problems(page, lang, capsys)
    assert {level for level, *_ in clean} == {"info"}
    assert "warning" in {level for level, *_ in doubtful}
    assert ("error", "camp/brief.yaml", "2", "11", "GP014") in wrong


def _problems(page: str, lang: str, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, ...]]:
    """Level, file, line, column and code of each line but the last; just one matcher takes each of them."""
    (task,) = json.loads(recipe(page, ".vscode/tasks.json"))["tasks"]
    assert task["command"] == "groupplan check --format concise ."
    *lines, last = concise(lang, capsys)
    assert _matched(task["problemMatcher"], last) == []
    found = [_matched(task["problemMatcher"], line) for line in lines]
    assert {len(one) for one in found} <= {1}
    return [one for (one,) in found]


def _matched(matchers: list[dict[str, Any]], line: str) -> list[tuple[str, ...]]:
    found = []
    for matcher in matchers:
        pattern = matcher["pattern"]
        if match := re.match(pattern["regexp"], line):
            places = (match[pattern[part]] for part in ("file", "line", "column", "code"))
            found.append((matcher["severity"], *places))
    return found


@pytest.mark.parametrize("page", PAGES[2:])
def test_the_filter_of_jetbrains_reads_what_check_prints(
    page: str, plans: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(plans)
    (shown,) = re.findall(r"`(\$FILE_PATH\$.+?)`", text(page))
    parts = {"FILE_PATH": "(.+?)", "LINE": r"(\d+)", "COLUMN": r"(\d+)", "MESSAGE": ".+"}
    pattern = re.sub(r"\$(\w+)\$", lambda match: parts[match[1]], shown)
    found = [re.fullmatch(pattern, line) for line in concise("en", capsys)]
    places = [":".join(match.groups()) for match in found if match]
    assert PLACE in places
    assert found[-1] is None


def test_the_entry_for_schemastore_fits_schema_and_check(tmp_path: Path) -> None:
    entry = json.loads((DOCS / "schemastore.json").read_text(encoding="utf-8"))
    assert entry["url"] == brief.schema()["$id"]
    assert "schema" not in entry["description"].lower()
    _found_by_check(entry["fileMatch"], tmp_path)
