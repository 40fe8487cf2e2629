"""What goes wrong is said in plain words of one language: no parser's English, no traceback, no escapes."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import LANGUAGES, Run

HEAD = "groupplan: 1\nname: 晨读\nplatform: wecom\nopens: 2027-03-01\n"
BROKEN = {
    "yaml": "groupplan: 1\nname: [a\n",
    "tab": "groupplan: 1\n\tname: a\n",
    "quote": 'groupplan: 1\nname: "a\n',
    "wide colon": "groupplan: 1\nname：晨读\n",
    "tag": f"{HEAD}members_now: !!int 3\n",
    "alias": f"{HEAD}positioning: &a {{topic: *a}}\n",
    "merge": f"{HEAD}seeds: {{<<: {{count: 3}}}}\n",
    "documents": f"{HEAD}---\n{HEAD}",
    "directive": f"%YAML 1.1\n---\n{HEAD}",
    "twice": f"{HEAD}name: b\n",
    "unknown key": f"{HEAD}nmae: b\n",
    "missing key": "groupplan: 1\n",
    "list for mapping": f"{HEAD}audience: [a]\n",
    "text for mapping": f"{HEAD}audience: a\n",
    "mapping for list": f"{HEAD}goals: {{a: b}}\n",
    "text for list": f"{HEAD}goals: a\n",
    "list for text": "groupplan: 1\nname: [a]\nplatform: wecom\nopens: 2027-03-01\n",
    "mapping for number": f"{HEAD}members_now: {{a: 1}}\n",
    "number": f"{HEAD}members_now: many\n",
    "negative": f"{HEAD}members_now: -3\n",
    "fraction": f"{HEAD}members_now: 3.5\n",
    "underscore": f"{HEAD}members_now: 1_000\n",
    "exponent": f"{HEAD}members_now: 1e3\n",
    "huge": f"{HEAD}members_now: {'9' * 5000}\n",
    "infinite": f"{HEAD}assumptions: {{join_rate: .inf}}\n",
    "share": f"{HEAD}assumptions: {{join_rate: 120%}}\n",
    "range": f"{HEAD}assumptions: {{join_rate: 9%..1%}}\n",
    "range parts": f"{HEAD}assumptions: {{join_rate: {{low: 1%}}}}\n",
    "money": f"{HEAD}budget: {{total: lots}}\n",
    "date": f"{HEAD}closes: 2027-02-30\n",
    "year zero": f"{HEAD}closes: 0000-01-01\n",
    "time": f"{HEAD}lessons: [{{id: a, title: b, at: 2027-03-02 24:30}}]\n",
    "duration": f"{HEAD}horizon: long\n",
    "choice": "groupplan: 1\nname: a\nplatform: wechta\nopens: 2027-03-01\n",
    "truth": f"{HEAD}audience: {{minors: maybe}}\n",
    "id": f"{HEAD}roles: [{{id: A B, name: a}}]\n",
    "unknown name": f"{HEAD}channels: [{{id: a, owner: nobody}}]\n",
    "unknown duty": f"{HEAD}roles: [{{id: a, name: b, duties: [ownr]}}]\n",
    "unknown playbook": f"{HEAD}playbooks: [nowhere]\n",
    "order": f"{HEAD}closes: 2026-01-01\n",
    "zone": f"{HEAD}timezone: Mars/Olympus\n",
    "version": HEAD.replace("groupplan: 1", "groupplan: 9"),
    "deep": "groupplan: " + "[" * 70 + "]" * 70 + "\n",
    "nul": f'{HEAD}x-note: "a\\0b"\n',
    "escape": f'{HEAD}x-note: "\\q"\n',
}
OURS = re.compile(r"::(error|warning|notice) title=groupplan( \(GP\d+\))?(,\w+=[^:,]*)*::")
COMMANDS = ["::error::x", "\u3000::error::x", " ::add-mask::x", "##[error]x", "\u2003::set-env::x"]
ENGLISH = re.compile(
    "Input should|Field required|validation error|Extra inputs|pydantic|Value error|mapping val"
)
HAN = re.compile("[\u4e00-\u9fff]")


def _without_examples(line: str) -> str:
    """English may repeat the brief, and show how money is written in Chinese."""
    return line.replace("晨读", "").replace("999元", "")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_brief_is_explained_in_one_language(run: Run, what: str, lang: str) -> None:
    Path("brief.yaml").write_text(BROKEN[what], encoding="utf-8")
    ran = run("--lang", lang, "check", "brief.yaml")
    assert (ran.code, ran.err) == (1, "")
    assert not ENGLISH.search(ran.out)
    assert "Traceback" not in ran.out
    said = [line for line in ran.out.splitlines() if not re.match(r" +(\d+)? ?\|", line)]
    assert all(HAN.search(line) for line in said) or lang == "en"
    assert lang == "zh-CN" or not any(HAN.search(_without_examples(line)) for line in said)
    ran = run("--lang", lang, "render", "brief.yaml")
    assert (ran.code, ran.out) == (1, "")
    assert not Path("plan.md").exists()


def test_text_from_files_cannot_steer_a_terminal(run: Run, folder: Path) -> None:
    name = "\\e[31m\\e]0;title\\a[red]x[/] :warning: \\u202e\\x9b\\u2028"
    Path("brief.yaml").write_text(f'{HEAD}x-a: 1\nnmae: "{name}"\n\u009b: 1\n', encoding="utf-8")
    for ran in (run("check", "brief.yaml"), run("render", "brief.yaml")):
        assert ran.code == 1
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", ran.said)


def commands(text: str) -> list[str]:
    """What a runner would obey of a text, without our own annotations."""
    lines = [line for line in text.splitlines() if not OURS.match(line)]
    return [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


@pytest.mark.parametrize("form", ["github", "text"])
@pytest.mark.parametrize("word", COMMANDS)
def test_text_from_files_cannot_command_a_runner(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, word: str, form: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GROUPPLAN_FORMAT", form)
    Path("brief.yaml").write_text(f"{HEAD}kind: |\n  a\n  {word}\n{word}\n", encoding="utf-8")
    Path("odd.brief.yaml").write_text(f'{HEAD}playbooks: ["{word}"]\n"\\n{word}": 1\n', encoding="utf-8")
    for arguments in (["check", "."], ["render", "brief.yaml", "odd.brief.yaml"], ["render", f"{word}.yaml"]):
        ran = run(*arguments)
        assert ran.code in (1, 2)
        assert not commands(ran.said)


@pytest.mark.parametrize("arguments", ["check", "check .", "render", "render -o .", "explain"])
def test_names_cannot_steer_a_terminal_or_a_runner(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    name = "\x1b[31mred\n::error::##[error].brief.yaml"
    Path(name).write_text(HEAD, encoding="utf-8")
    command, *options = arguments.split()
    for shown in (name, f"{name}x"):
        ran = run(command, shown, *options)
        assert "\x1b" not in ran.said
        assert not commands(ran.said)
