"""What the READMEs say is true: commands run, outputs and tables equal the program's, both tell the same."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from groupplan.cli import main as leaving
from groupplan.cli import trouble
from groupplan.cli.main import main
from groupplan.model import brief, condition, limits, playbook
from tests.readme.blocks import ROOT, Block, Command, blocks, commands, headings, made, remade, table, ticked
from tests.readme.excerpt import excerpt
from tests.readme.reference import FORMS, both, reference

SETUP = ("make", "pipx", "uv", "pip")
"""Commands that set things up: `.ci/run` and `make` try what can be tried of them."""
SECTIONS = {
    "What comes out": "做出来是什么样",
    "Try it from a checkout": "先试一下",
    "Install": "安装",
    "Five minutes": "五分钟走一遍",
    "For everyone on the team": "各看各的",
    "The brief": "简报",
    "Forms of values": "值怎么写",
    "Every key": "全部键",
    "Checks that fit your team": "检查得合你们的规矩",
    "In CI": "放进 CI",
    "Exit codes": "退出码",
    "What it promises": "说到做到",
    "Take part": "一起来做",
}
FIGURE = "3%..8%"
"""Stands in knowledge only, not in briefs."""
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)\)")
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]+)`")


class Readme(NamedTuple):
    """A README with its language and what its excerpt is made of."""

    path: Path
    language: str
    sections: tuple[str, ...]
    example: str
    funnel: str
    day: str


ENGLISH = Readme(ROOT / "README.md", "en", tuple(SECTIONS), "open-source", "The funnel", "Mon 15 March")
CHINESE = Readme(
    ROOT / "README.zh-CN.md", "zh-CN", tuple(SECTIONS.values()), "study-camp", "漏斗", "3 月 2 日 周二"
)
READMES = pytest.mark.parametrize("readme", [ENGLISH, CHINESE], ids=lambda readme: readme.path.name)


@READMES
def test_commands_run_in_order(
    readme: Readme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    update: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("GROUPPLAN_LANG", readme.language)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    text = readme.path.read_text(encoding="utf-8")
    notes = []
    for block in blocks(text):
        place = f"{readme.path.name}:{block.line}"
        if block.file:
            notes += _put(block, place)
        for command in commands(block):
            if command.words.split()[0] in SETUP:
                continue
            said = _run(command, place, capsys)
            if command.output and update:
                text = text.replace(f"$ {command.line}\n{command.output}", f"$ {command.line}\n{said}")
            elif command.output:
                assert command.output == said, f"{place}: pytest tests/readme --update shows it anew"
    if update:
        readme.path.write_text(text, encoding="utf-8", newline="\n")
    assert notes, "no note is written"
    for file, line in notes:
        assert line in Path(file).read_text(encoding="utf-8"), "a note did not survive"


def _run(command: Command, place: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command prints on both streams, when it leaves with the exit code the README says."""
    first, *arguments = command.words.split()
    assert first == "groupplan", f"{place}: no test runs {command.words}"
    code = main(arguments)
    said = "".join(capsys.readouterr())
    assert (command.words, code) == (command.words, command.code), f"{place}\n{said}"
    return said


def _put(block: Block, place: str) -> list[tuple[str, str]]:
    """Write a file, or change one as a diff says; gives back the notes that were written into a plan."""
    path = Path(block.file)
    if block.language != "diff":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        return []
    lines = block.text.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if not line.startswith("+"))
    new = "".join(line[1:] for line in lines if not line.startswith("-"))
    before = path.read_text(encoding="utf-8")
    assert before.count(old) == 1, f"{place}: {old!r} stands {before.count(old)} times in {path}"
    path.write_text(before.replace(old, new), encoding="utf-8")
    added = (line[1:].strip() for line in lines if line.startswith("+"))
    return [(block.file, line) for line in added] if path.suffix == ".md" else []


@READMES
def test_the_parts_that_are_made_are_up_to_date(readme: Readme, update: bool) -> None:
    parts = {
        "excerpt": excerpt(readme.example, readme.funnel, readme.day),
        "reference": reference(brief.schema(), readme.language),
    }
    _hold(readme.path, parts, update)


def test_the_reference_of_playbooks_is_up_to_date(update: bool) -> None:
    _hold(ROOT / "docs" / "playbook.md", {"reference": both(playbook.schema())}, update)


def _hold(path: Path, parts: dict[str, str], update: bool) -> None:
    text = path.read_text(encoding="utf-8")
    if update:
        for name, part in parts.items():
            text = remade(text, name, part)
        path.write_text(text, encoding="utf-8", newline="\n")
    for name, part in parts.items():
        assert made(text, name) == part, f"{path.name}: pytest tests/readme --update makes the part anew"


@READMES
def test_sections_are_the_same_in_the_same_order(readme: Readme) -> None:
    text = readme.path.read_text(encoding="utf-8")
    other = headings(ENGLISH.path.read_text(encoding="utf-8"))
    assert tuple(words for level, words in headings(text) if level > 1) == readme.sections
    assert [level for level, _ in headings(text)] == [level for level, _ in other]


def test_both_show_the_same_blocks_and_commands() -> None:
    kinds = []
    for readme in (ENGLISH, CHINESE):
        found = blocks(readme.path.read_text(encoding="utf-8"))
        kinds.append(
            [
                (block.language, Path(block.file).name, [_verb(command.words) for command in commands(block)])
                for block in found
            ]
        )
    assert kinds[0] == kinds[1]


def _verb(words: str) -> tuple[str, ...]:
    """A command without the names that differ: files, archetypes."""
    return tuple(word for word in words.split() if word.startswith("-") or word.isalpha())[:2]


@READMES
def test_every_form_of_value_is_read_as_shown(readme: Readme) -> None:
    heading = "Forms of values" if readme is ENGLISH else "值怎么写"
    rows = table(readme.path.read_text(encoding="utf-8"), heading)
    by_name = {form.name(readme.language): form for form in FORMS.values()}
    assert {row[0] for row in rows} == set(by_name) - {FORMS[FIGURE].name(readme.language)}
    for name, shown, _ in rows:
        for text in ticked(shown):
            by_name[name].read(yaml.load(text, yaml.BaseLoader))


@READMES
def test_exit_codes_are_all_there(readme: Readme) -> None:
    heading = "Exit codes" if readme is ENGLISH else "退出码"
    shown = [
        int(code)
        for row in table(readme.path.read_text(encoding="utf-8"), heading)
        for code in ticked(row[0])
    ]
    names = ("FINE", "INPUT", "COMMAND", "SURROUNDINGS", "REFUSED", "BUG", "INTERRUPTED", "TERMINATED")
    known = {**vars(trouble), **vars(leaving)}
    assert shown == [*(known[name] for name in names), 141]


@pytest.mark.parametrize(
    "name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
)
def test_links_lead_somewhere(name: str) -> None:
    found = LINK.findall((ROOT / name).read_text(encoding="utf-8"))
    assert [link for link in found if not (ROOT / link).exists()] == []


def test_contributing_names_files_that_are_there() -> None:
    found = NAMED.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert found
    assert [name for name in found if not (ROOT / name).exists()] == []


def test_limits_are_those_of_the_program() -> None:
    rows = table((ROOT / "SECURITY.md").read_text(encoding="utf-8"), "Promises")
    sizes = {"KiB": 1024, "MiB": 1024 * 1024}
    shown = [int(value.split()[0].replace(",", "")) * sizes.get(value.split()[-1], 1) for _, value in rows]
    names = ("BRIEF_BYTES", "PLAYBOOK_BYTES", "PLAYBOOKS", "EXTENDS", "PLAN_BYTES", "DEPTH", "NODES", "TEXT")
    more = ("FINDINGS", "SHOWN", "OCCURRENCES", "DAYS", "TEMPLATE_BYTES", "TEMPLATE_FILES")
    first, last = ([getattr(limits, name) for name in part] for part in (names, more))
    assert shown == [*first, condition.LONGEST, *last]
