"""The catalogue says everything the code asks for, in both languages, and nothing else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import groupplan
from groupplan.check import ALL
from groupplan.check.wording import SENTENCES
from groupplan.messages import LANGUAGES, catalogue, page
from groupplan.model.codes import COMMENTS, FORM, MILDER, TEMPLATES
from groupplan.model.finding import Severity
from groupplan.model.vocabulary import ITEM_FIELDS, NAMES
from groupplan.read import read

SOURCE = Path(groupplan.__file__).parent
HAN = re.compile("[\u3400-\u9fff]")
SPELLED = {
    "f'lesson-without-{name}-reminder'": {
        f"lesson-without-{name}-reminder" for name in ("morning", "hour", "minutes")
    },
    "f'stage-without-{what}'": {f"stage-without-{what}" for what in ("action", "metric", "target")},
    "_SAID[kind]": {"number-with-text", "text-with-number", "truth-with-other", "set-compared"},
    "SENTENCES[name]": set(SENTENCES.values()),
}
"""Keys put together by f-strings, or taken from a table."""
PASSED_ON = {"cause.key", "key"}
"""Keys that come from a value: of a ScalarError, a table, a choice between two."""
PLACED = {"column"}
"""Gaps of a ScalarError that `validate` turns into a place and does not fill."""
NO_YAML = {"GP002", "GP003", "GP005", "GP006", "GP007"}
DOCUMENTS = {
    "GP901": "plan-stale",
    "GP902": "plan-edited",
    "GP903": "plan-orphaned",
    "GP904": "plan-missing",
}
TEXTS = catalogue("findings")
MEANT = {*NAMES, *(f"item.{field}" for fields in ITEM_FIELDS.values() for field in fields), "item.number"}


def _calls(tree: ast.AST) -> Iterator[tuple[ast.expr, set[str] | None]]:
    """The key of each say(…) and ScalarError(…), and its gaps where they all stand in the call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            gaps = {word.arg for word in node.keywords}
            named = {gap for gap in gaps if gap is not None}
            match ast.unparse(node.func):
                case "say":
                    yield node.args[0], None if None in gaps else named
                case "ScalarError" | "scalars.ScalarError":
                    yield node.args[0], named - PLACED | {"options"}


def _strings(tree: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def _refusal(key: ast.expr) -> bool:
    """Of the command line's own keys those without a dot are refusals; the others stand in `cli.toml`."""
    return isinstance(key, ast.Constant) and "." not in str(key.value)


class Used:
    """What the code says: keys with the gaps of their calls, keys this test cannot read, loose strings."""

    def __init__(self) -> None:
        self.keys: dict[str, list[set[str]]] = {}
        self.odd: set[str] = set()
        self.loose: set[str] = set()
        for path in SOURCE.rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for key, gaps in _calls(tree):
                if not path.is_relative_to(SOURCE / "cli") or _refusal(key):
                    self._add(key, gaps, path.name, tree)

    def _add(self, key: ast.expr, gaps: set[str] | None, name: str, tree: ast.AST) -> None:
        text = ast.unparse(key)
        spelled = {key.value} if isinstance(key, ast.Constant) else SPELLED.get(text, set())
        for one in spelled:
            self.keys.setdefault(str(one), []).extend([gaps] if gaps is not None else [])
        if text in PASSED_ON:
            self.loose |= _strings(tree)
        elif not spelled:
            self.odd.add(f"{name}: {text}")


USED = Used()


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _neutral(text: str) -> set[str]:
    return {gap.removesuffix("_zh").removesuffix("_en") for gap in _gaps(text)}


def test_every_key_used_has_a_sentence() -> None:
    assert set() == USED.odd, "say() with a key this test cannot read: spell it out in SPELLED"
    assert set(USED.keys) - set(TEXTS) == set()
    passed_on = {word for word in USED.loose if word.startswith(("yaml-", "moved-", "not-utf8"))}
    assert passed_on - set(TEXTS) == set()


def test_no_sentence_is_unused() -> None:
    assert set(TEXTS) - set(USED.keys) - USED.loose == set()


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_sentence(key: str) -> None:
    entry = TEXTS[key]
    assert set(entry) <= {*LANGUAGES, "hint"}
    sentences = [entry, entry["hint"]] if "hint" in entry else [entry]
    for words in sentences:
        zh, en = words["zh-CN"], words["en"]
        assert zh.strip() and en.strip()
        assert not zh.endswith(("。", ".")) and not en.endswith(".")
        assert _neutral(zh) == _neutral(en)
        assert HAN.search(zh) or key == "house-rule"
        assert not HAN.search(_as_ascii(en)), "Chinese in the English sentence"
        assert not any(gap.endswith("_zh") for gap in _gaps(en))
        assert not any(gap.endswith("_en") for gap in _gaps(zh))
        for given in USED.keys.get(key, []):
            assert _gaps(zh) | _gaps(en) <= given, "a gap that a call does not fill"


def _as_ascii(text: str) -> str:
    """English may show how money is written in Chinese."""
    return text.replace("999元", "")


@pytest.mark.parametrize("name", sorted(MEANT))
def test_name_has_both_meanings(name: str) -> None:
    entry = catalogue("vocabulary")[name]
    assert HAN.search(entry["zh-CN"])
    assert entry["en"].strip() and not HAN.search(entry["en"])


def test_no_meaning_is_unused() -> None:
    assert set(catalogue("vocabulary")) - MEANT == set()


def test_pages_are_those_of_the_code() -> None:
    rules: dict[str, tuple[str, str | None, tuple[str, ...] | None]] = {
        code: (slug, MILDER.get(slug, Severity.ERROR).word, ()) for slug, code in FORM.items()
    }
    rules |= {code: (slug, "warning", ()) for slug, code in COMMENTS.items()}
    rules |= {code: (slug, MILDER.get(slug, Severity.ERROR).word, ()) for slug, code in TEMPLATES.items()}
    rules |= {rule.code: (rule.slug, rule.severity.word, rule.basis) for rule in ALL}
    rules |= {code: (slug, None, None) for code, slug in DOCUMENTS.items()}
    pages = catalogue("pages")
    assert set(pages) == set(rules)
    for code, (slug, level, basis) in rules.items():
        found = pages[code]
        assert (code, found["slug"]) == (code, slug)
        assert (code, found["level"]) == (code, level or found["level"])
        assert (code, tuple(found["basis"])) == (code, basis if basis is not None else tuple(found["basis"]))


@pytest.mark.parametrize("code", sorted(catalogue("pages")))
def test_page(code: str) -> None:
    found: dict[str, Any] = dict(page(code) or {})
    assert set(found) == {"slug", "level", "basis", "title", "why", "bad", "good", "mend"}
    for part in ("title", "why", "mend"):
        assert set(found[part]) == set(LANGUAGES)
        assert HAN.search(found[part]["zh-CN"])
        assert found[part]["en"].strip()
    assert found["bad"].strip() != found["good"].strip()
    if code in DOCUMENTS or code in TEMPLATES.values():
        return
    assert read(found["good"].encode(), "good").findings == ()
    wrong = [finding.code for finding in read(found["bad"].encode(), "bad").findings]
    assert wrong == ([code] if code in NO_YAML else [])
