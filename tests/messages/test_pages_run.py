"""The examples of every page do what it says: the bad one yields its code, the good one no error either.

A fragment stands below the usual head of a brief; one that begins `playbook: 1` is a playbook of the house.
What else such an example needs it says itself, for its reader too: `# brief.yaml: LINE` is a line of the
brief that names it, `# playbooks/NAME.yaml: {…}` a playbook beside it.
"""

import re
from pathlib import Path

import pytest

from groupplan import pipeline
from groupplan.check import ALL
from groupplan.cli.main import main
from groupplan.messages import catalogue
from groupplan.model.codes import COMMENTS, FORM, TEMPLATES
from groupplan.model.finding import Finding, Severity
from tests.briefs import brief

PAGES = catalogue("pages")
COMMANDS = {"GP901", "GP902", "GP903", "GP904"}
"""What these show are steps: the findings are about documents, not about a brief or playbook."""
CHOICE = set(COMMENTS.values())
"""What these show is chosen after the rules: `tests/choose/test_pages.py` runs them."""
OWN = set(TEMPLATES.values())
"""What these show are templates: `tests/render/test_template_pages.py` draws them."""
WHOLE = {"GP008", "GP011"}
"""What is missing here the usual head would add."""
LONG = {"GP406": ("一共四千多字……", "课" * 4001)}
"""What a page only says, since nobody would read it, and what is meant."""
CODINGS = {("GP001", "bad"): "gbk"}
_BRIEF = re.compile(r"^# brief\.yaml: (.+)$", re.MULTILINE)
_BESIDE = re.compile(r"^# playbooks/(\w+)\.yaml: (.+)$", re.MULTILINE)
_BOOK = re.compile(r"^playbook: 1\nname: (\w+)\n", re.MULTILINE)


def _spoken(text: str) -> str:
    """The examples are in Chinese unless they say so."""
    return text if re.search("^language:", text, re.MULTILINE) else f"language: zh-CN\n{text}"


def _lines(text: str, folder: Path) -> str:
    """The lines of the brief; playbooks are put into the folder."""
    (folder / "playbooks").mkdir()
    for name, words in _BESIDE.findall(text):
        (folder / "playbooks" / f"{name}.yaml").write_text(words, encoding="utf-8")
    book = _BOOK.search(text)
    if not book:
        return text
    name, lines = book[1], _BRIEF.findall(text)
    (folder / "playbooks" / f"{name}.yaml").write_text(_spoken(text), encoding="utf-8")
    named = any(line.startswith("playbooks:") for line in lines)
    return "\n".join([*lines, *([] if named else [f"playbooks: [{name}]"])])


def _findings(code: str, what: str, folder: Path) -> tuple[bool, tuple[Finding, ...]]:
    """Whether the example can be made into a plan, and what is found."""
    text = str(PAGES[code][what]).replace(*LONG.get(code, ("", "")))
    lines = _spoken(_lines(text, folder))
    raw = (lines if code in WHOLE else brief(lines)).encode(CODINGS.get((code, what), "utf-8"))
    loaded = pipeline.load(raw, "brief.yaml", folder, folder)
    made = pipeline.make(loaded).findings if loaded.ok else ()
    return loaded.ok, (*loaded.findings, *made)


@pytest.mark.parametrize("code", sorted(set(PAGES) - COMMANDS - CHOICE - OWN))
def test_examples(code: str, tmp_path: Path) -> None:
    for what in ("bad", "good"):
        (tmp_path / what).mkdir()
    _, found = _findings(code, "bad", tmp_path / "bad")
    levels = {one.severity.word for one in found if one.code == code}
    assert levels == {PAGES[code]["level"]}, f"found only {sorted({one.code for one in found})}"
    fine, right = _findings(code, "good", tmp_path / "good")
    assert fine, [(one.code, one.words) for one in right]
    wrong = [one for one in right if one.code == code or one.severity is Severity.ERROR]
    assert [(one.code, one.words) for one in wrong] == []


def test_every_code_is_shown() -> None:
    """None but the codes of documents goes without an example that runs."""
    assert {*FORM.values(), *(rule.code for rule in ALL)} == set(PAGES) - COMMANDS - CHOICE - OWN


def _by_hand(line: str) -> None:
    """What an editor and git do, done here."""
    match line.split():
        case ["nano", "brief.yaml"]:
            path = Path("brief.yaml")
            path.write_text(f"{path.read_text(encoding='utf-8')}members_now: 12\n", encoding="utf-8")
        case ["nano", "plan.md"]:
            path = Path("plan.md")
            path.write_text(path.read_text(encoding="utf-8").replace("。", "！", 1), encoding="utf-8")
        case ["echo", *_]:
            Path("groupplan.toml").write_text(f"{line.split(chr(39))[1]}\n", encoding="utf-8")
        case ["git", "mv", old, new]:
            Path(old).rename(new)
        case ["git", "rm", old]:
            Path(old).unlink()
        case other:
            raise AssertionError(f"no way to do {other}")


@pytest.mark.parametrize("what", ["bad", "good"])
@pytest.mark.parametrize("code", sorted(COMMANDS))
def test_commands(
    code: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same for documents: after these steps beside a fresh plan, `check` says the code or does not."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    main(["new", ".", "--archetype", "study-camp", "--opens", "2027-03-01", "--lang", "zh-CN"])
    assert main(["render", "brief.yaml"]) == 0
    for line in str(PAGES[code][what]).strip().splitlines():
        if line.startswith("groupplan "):
            main(line.split()[1:])
        else:
            _by_hand(line)
    capsys.readouterr()
    main(["check", ".", "--lang", "en"])
    said = capsys.readouterr().out
    assert (f"{code} {PAGES[code]['level']} " in said) == (what == "bad"), said
    assert what == "bad" or "GP90" not in said
