"""The words of exported files, in the plan's language; from ``messages/export.toml``."""

from collections.abc import Iterable
from datetime import date

from groupplan.messages import catalogue, sentence
from groupplan.model.finding import Words
from groupplan.model.formats import chinese, day, joined


class Wordbook:
    """The words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = catalogue("export")

    def say(self, key: str, /, **gaps: object) -> str:
        """The words of a dotted key: ``head.date``; gaps are filled."""
        found = self._words
        for step in key.split("."):
            found = found[step]
        return str(found[self.language]).format_map(gaps)

    def find(self, key: str) -> str:
        """The words of a key, "" where there is none."""
        found = self._words
        for step in key.split("."):
            found = found.get(step, {})
        return str(found.get(self.language, ""))

    def several(self, values: Iterable[str]) -> str:
        """Values in one cell; a comma may stand within each."""
        return ("、" if chinese(self.language) else "; ").join(values)

    def moved(self, words: Words, names: dict[str, str]) -> str:
        """Why something was moved, tasks by their names."""
        gaps = tuple(
            (gap, day(date.fromisoformat(value), self.language) if gap == "day" else names.get(value, value))
            for gap, value in words.gaps
        )
        return sentence(Words(words.key, gaps), self.language)

    def person(self, name: str, duty: str) -> str:
        """A person with the duty in brackets, as the plan writes it."""
        if not (name and duty):
            return name or duty
        left, right = ("（", "）") if self.language == "zh-CN" else (" (", ")")
        return joined((name, f"{left}{duty}{right}"), self.language)


__all__ = ["Wordbook"]
