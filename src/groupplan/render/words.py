"""The plan's own words: headings, heads of tables, short sentences; from `templates/words.toml`."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from string import Formatter
from typing import Any

from groupplan.messages import sentence
from groupplan.model.finding import Words
from groupplan.model.formats import chinese, day, joined
from groupplan.resources import shipped

_DATES = re.compile(r"\d{4}-\d{4}(?!\d)|\d{4}(?:-\d{2}){0,2}")


@cache
def _all() -> dict[str, Any]:
    return tomllib.loads((shipped("templates") / "words.toml").read_text(encoding="utf-8"))


@cache
def _words(key: str, language: str) -> str:
    found: Any = _all()
    for step in key.split("."):
        found = found[step]
    return str(found[language])


@cache
def _pieces(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((words, gap or "") for words, gap, _, _ in Formatter().parse(text))


class Dictionary:
    """The words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str, /, **gaps: object) -> str:
        """The words of a dotted key: ``goals.title``; gaps are filled."""
        text = _words(key, self.language)
        if not gaps:
            return text
        parts: list[str] = []
        for words, gap in _pieces(text):
            parts += [words, str(gaps[gap])] if gap else [words]
        return joined(parts, self.language)

    def all(self, key: str) -> dict[str, str]:
        """Every sentence below a key, gaps open: for those who fill them later."""
        found: Any = _all()
        for step in key.split("."):
            found = found[step]
        return {name: str(text[self.language]) for name, text in found.items()}

    def heads(self, key: str) -> tuple[str, ...]:
        """The heads of a table, written as one line with bars."""
        return tuple(part.strip() for part in self.say(key).split("|"))

    def moved(self, words: Words, names: Mapping[str, str]) -> str:
        """Why something was moved, from the message catalogue; tasks by their names."""
        gaps = tuple(
            (gap, day(date.fromisoformat(value), self.language) if gap == "day" else names.get(value, value))
            for gap, value in words.gaps
        )
        return sentence(Words(words.key, gaps), self.language)

    def bracketed(self, text: str) -> str:
        """A figure whose range stands behind it, in the language's own brackets."""
        return text.replace(" (", "（").replace(")", "）") if chinese(self.language) else text

    def as_of(self, dated: str) -> str:
        """The date of a figure; one that is not dated is said to be so."""
        found = _DATES.findall(dated)
        return " / ".join(found) if found else self.say("plan.undated")

    def finding(self, words: Words) -> str:
        """What a check found, from the message catalogue."""
        return sentence(words, self.language)

    def value(self, name: str, text: str) -> str:
        """A settled word by its name for people, where there is one."""
        key = f"value.{name}.{text}"
        return self.say(key) if self.has(key) else text

    def has(self, key: str) -> bool:
        """Whether a key is there."""
        found: Any = _all()
        for step in key.split("."):
            if not isinstance(found, dict) or step not in found:
                return False
            found = found[step]
        return True
