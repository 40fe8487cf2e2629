"""A closed list of words with their names for people."""

from collections.abc import Iterator
from typing import NamedTuple


class Label(NamedTuple):
    """A name in both languages."""

    zh: str
    en: str

    def text(self, language: str) -> str:
        """The name in the language asked for: ``zh-CN`` or ``en``."""
        return self.zh if language == "zh-CN" else self.en


class Choices:
    """A closed list: the words, in order, with their labels."""

    def __init__(self, **labels: tuple[str, str]) -> None:
        self._labels = {word.replace("__", "-"): Label(*pair) for word, pair in labels.items()}

    def __iter__(self) -> Iterator[str]:
        return iter(self._labels)

    def __contains__(self, word: object) -> bool:
        return word in self._labels

    def label(self, word: str, language: str) -> str:
        """The name of a word, or the word itself when it is not in the list."""
        found = self._labels.get(word)
        return found.text(language) if found else word

    def both(self, word: str) -> Label:
        """The name of a word in both languages."""
        return self._labels[word]
