"""The message catalogue: every sentence for people, in both languages, by key."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from groupplan.model.finding import Words
from groupplan.resources import shipped

LANGUAGES = ("zh-CN", "en")


@cache
def catalogue(name: str) -> Mapping[str, Any]:
    """One part of the catalogue whole: ``findings`` and ``pages`` lie in files by subject."""
    found: dict[str, Any] = {}
    for path in _files(name):
        found |= tomllib.loads(_text(path))
    return found


def sentence(words: Words, language: str, name: str = "findings") -> str:
    """The sentence of a key in a language, its gaps filled."""
    return _filled(_entry(name, words.key)[language], words)


def hint(words: Words, language: str) -> str:
    """What to write instead, or "" where the catalogue has no hint for the key."""
    found = _entry("findings", words.key).get("hint")
    return _filled(found[language], words) if found else ""


def page(code: str) -> Mapping[str, Any] | None:
    """The page of a rule by its code; None where there is none."""
    return catalogue("pages").get(code)


@cache
def _files(name: str) -> tuple[Path, ...]:
    folder = shipped("messages") / name
    return tuple(sorted(folder.glob("*.toml"))) if folder.is_dir() else (folder.with_suffix(".toml"),)


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _parsed(path: Path) -> Mapping[str, Any]:
    return tomllib.loads(_text(path))


@cache
def _entry(name: str, key: str) -> Mapping[str, Any]:
    """The entry of a key; only the file that holds it is parsed. ``KeyError`` when there is none."""
    heads = (f'["{key}"]', f"[{key}]", f"[{key}.")
    for path in _files(name):
        if any(f"\n{head}" in _text(path) for head in heads) and key in _parsed(path):
            return _parsed(path)[key]  # type: ignore[no-any-return]
    raise KeyError(key)


def _filled(text: str, words: Words) -> str:
    return str(text).format_map(dict(words.gaps))
