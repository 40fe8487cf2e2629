"""Every kind of change has its sentence in both languages, and none is left over."""

import ast
import re
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import groupplan
from groupplan.cli.speaker import Speaker
from groupplan.compare.items import SECTIONS
from groupplan.compare.scripts import TEXTS
from groupplan.messages import LANGUAGES, catalogue
from groupplan.model.comparison import GROUPS
from tests.compare.plans import between

HAN = re.compile("[\u3400-\u9fff]")
SENTENCES: dict[str, Any] = {key: value for key, value in catalogue("diff").items() if key != "frame"}
FRAME: dict[str, Any] = catalogue("diff")["frame"]
LEVELS = ("error", "warning", "note")
SPELLED = {
    *(f"falls-{sort}" for sort in ("makeup", "off", "weekend")),
    *(f"{section}-{end}" for section, _ in SECTIONS for end in ("added", "removed", "changed")),
    *(f"scripts-{end}" for end in ("added", "removed", "changed", "figures")),
    *(f"{section}-texts" for section in TEXTS),
    *(f"{end}-{level}" for end in ("new", "gone") for level in LEVELS),
    *(f"head-{name}" for name in ("kept", "paying")),
    *(f"{kind}-currency" for kind in ("spent", "line", "line-named", "budget", "cautious", "labour")),
    *(f"head-{name}-currency" for name in ("kept", "paying")),
}
"""Kinds put together by f-strings."""


def _literal() -> set[str]:
    """Every text in the room that is the key of a sentence, or looks like one in a call of ``change``."""
    found = set()
    for path in (Path(groupplan.__file__).parent / "compare").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in SENTENCES:
                found.add(str(node.value))
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "change" and len(node.args) > 1:
                kind = node.args[1]
                if isinstance(kind, ast.Constant):
                    found.add(str(kind.value))
    return found


def test_every_kind_has_a_sentence_and_no_sentence_is_unused() -> None:
    assert _literal() | SPELLED == set(SENTENCES)


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _letters(text: str) -> bool:
    """Whether a sentence says anything but its gaps."""
    return any(sign.isalpha() for words, *_ in Formatter().parse(text) for sign in words)


@pytest.mark.parametrize("key", sorted(SENTENCES))
def test_sentence(key: str) -> None:
    entry = SENTENCES[key]
    for words in (entry, *([entry["short"]] if "short" in entry else [])):
        assert HAN.search(words["zh-CN"]) or not _letters(words["en"])
        assert not HAN.search(words["en"])
        assert not words["zh-CN"].endswith("。") and not words["en"].endswith(".")
        assert _gaps(words["zh-CN"]) == _gaps(words["en"])
        assert _gaps(words.get("en_one", "")) <= _gaps(words["zh-CN"]) | {"names"}
        if "{count}" in words["en"]:
            assert "en_one" in words or key in ("seats-missing",)


@pytest.mark.parametrize("key", sorted(FRAME))
def test_words_of_the_frame(key: str) -> None:
    assert set(LANGUAGES) <= set(FRAME[key])
    assert {*GROUPS, "causes"} <= set(FRAME)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_many_changes_is_filled(language: str) -> None:
    found = between(
        "opens=2027-03-03", "roles.lin.hours_week=6", "budget.total=100元", "platform=wecom", "seeds.count=60"
    )
    speaker = Speaker(language)
    for change in found.changes:
        text = speaker.sentence(change)
        assert "{" not in text and "—" not in text, text


def test_one_is_not_several() -> None:
    later = Speaker("en").summary(between("opens=2027-03-02"))
    assert later.startswith("opens one day later")
