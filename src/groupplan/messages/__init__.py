"""The message catalogue: every sentence for people, in both languages, by key."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from groupplan.model.finding import Words
from groupplan.resources import shipped

LANGUAGES = ("zh-CN", "en")


@cache
def catalogue(name: str) -> Mapping[str, Any]:
    """One file of the catalogue: ``findings``, ``pages``, ``vocabulary``, ``cli``."""
    return tomllib.loads((shipped("messages") / f"{name}.toml").read_text(encoding="utf-8"))


def sentence(words: Words, language: str, name: str = "findings") -> str:
    """The sentence of a key in a language, its gaps filled."""
    return _filled(catalogue(name)[words.key][language], words)


def hint(words: Words, language: str) -> str:
    """What to write instead, or "" where the catalogue has no hint for the key."""
    found = catalogue("findings")[words.key].get("hint")
    return _filled(found[language], words) if found else ""


def page(code: str) -> Mapping[str, Any] | None:
    """The page of a rule by its code."""
    return catalogue("pages").get(code)


def _filled(text: str, words: Words) -> str:
    return str(text).format_map(dict(words.gaps))
