"""`groupplan explain`: every code and id has its page, in both languages."""

import pytest

from groupplan.cli.pages import _rows
from groupplan.messages import catalogue
from tests.cli.conftest import LANGUAGES, Run

CODES = sorted(catalogue("pages"))
IDS = sorted(key for letter in "FMKNS" for key in _rows(letter))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_page(run: Run, lang: str) -> None:
    for code in CODES:
        ran = run("--lang", lang, "explain", code)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(f"# {code} ")
        assert ("\n## 为什么\n" in ran.out) == (lang == "zh-CN")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("letter", "FMKNS")
def test_every_id_of_the_craft_has_a_page(run: Run, letter: str, lang: str) -> None:
    found = [key for key in IDS if key.startswith(letter)]
    assert found
    for key in (found[0], found[len(found) // 2], found[-1]):
        ran = run("--lang", lang, "explain", key.lower())
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.startswith(f"# {key}")
        assert len(ran.out.splitlines()) > 2


def test_a_slug_leads_to_the_same_page_as_its_code(run: Run) -> None:
    assert run("explain", "goal-without-deadline").out == run("explain", "gp204").out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_conditions_lists_every_name_with_its_meaning(run: Run, lang: str) -> None:
    ran = run("--lang", lang, "explain", "conditions")
    assert ran.code == 0
    for name, meaning in catalogue("vocabulary").items():
        assert f"`{name}`" in ran.out or name == "item.number"
        assert meaning[lang] in ran.out or name == "item.number"


@pytest.mark.parametrize("topic", ["", " ", "M", "M9999", "../../etc/passwd", "\x1b[31m", "a" * 9999, "群"])
def test_an_unknown_topic_is_2_and_shown_escaped(run: Run, topic: str) -> None:
    ran = run("explain", topic)
    assert (ran.code, ran.out) == (2, "")
    assert "\x1b" not in ran.err
    assert len(ran.err) < 500


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_prints_every_page(run: Run, lang: str) -> None:
    ran = run("explain", "--all", "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[1] for line in ran.out.splitlines() if line.startswith("# GP")] == CODES
    for code in (CODES[0], "GP204", CODES[-1]):
        assert run("explain", code, "--lang", lang).out in ran.out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown_of_one_rule_is_its_part_of_the_whole(run: Run, lang: str) -> None:
    whole = run("explain", "--all", "--to", "markdown", "--lang", lang).out
    for code in ("GP001", "goal-without-deadline", "GP901"):
        ran = run("explain", code, "--to", "markdown", "--lang", lang)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out in whole


def test_commands_are_no_yaml(run: Run) -> None:
    assert "```sh\n" in run("explain", "GP901").out
    assert "```yaml\n" in run("explain", "GP204").out


def test_markdown_of_anything_else_is_its_page(run: Run) -> None:
    for topic in ("M049", "conditions"):
        assert run("explain", topic, "--to", "markdown").out == run("explain", topic).out


@pytest.mark.parametrize(
    "arguments", [["GP204", "--all"], ["--all", "--to", "pdf"], ["--to", "markdown"], []]
)
def test_a_misuse_is_2_and_prints_nothing(run: Run, arguments: list[str]) -> None:
    ran = run("explain", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
