"""Every text of a playbook, where it stands, and who gets to read it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from groupplan.model.book import Book
from groupplan.model.items import Item
from groupplan.model.lexicon import DENIED_BEFORE, TEACHING
from groupplan.model.playbook import SECTIONS
from groupplan.model.source import Origin, Route

_READ = {
    "scripts": "members",
    "wordings": "members",
    "rules": "members",
    "posters": "members",
    "dialogues": "members",
    "rewards": "rewards",
}
"""Sections that members read, with the place of ``PLACES`` their texts belong to; the rest is the team's."""
_OF_OTHERS = {("risks", "name"), ("risks", "trigger"), ("cards", "name"), ("cards", "sign")}
"""Texts that name what others may do."""


_FORBIDS = {
    "rules": DENIED_BEFORE,
    "guides": re.compile(f"(?:{DENIED_BEFORE.pattern})[^\n]*[:：]\\s*$", re.IGNORECASE | re.MULTILINE),
}
"""What makes a rule, or the list below a line of a guide, one of things not to do."""


class Line(NamedTuple):
    """One text of an item in one language."""

    section: str
    number: int
    route: Route
    text: str
    place: str

    @property
    def of_others(self) -> bool:
        """Whether it only names what others may do, or what nobody may."""
        forbids = _FORBIDS.get(self.section)
        named = (self.section, self.route[0]) in _OF_OTHERS
        return named or (forbids is not None and forbids.search(self.text) is not None)

    def origin(self, book: Book) -> Origin:
        """Where it was written."""
        return book.origin(self.section, self.number, *self.route)


def lines(book: Book) -> Iterator[Line]:
    """The texts of all items by section; what comes from a shipped parent is not its own."""
    for section in SECTIONS:
        for index, item in enumerate(getattr(book.playbook, section)):
            for route, text in _texts(item):
                line = Line(section, index, route, text, _READ.get(section, "plain"))
                if not line.of_others and line.origin(book).source not in book.given:
                    yield line


def teaches(book: Book) -> bool:
    """Whether any of its texts is about teaching."""
    return any(word in line.text.lower() for line in lines(book) for word in TEACHING)


def _texts(item: Item) -> Iterator[tuple[Route, str]]:
    found = [(part.route, part.words) for part in item.parts]
    variants = getattr(item, "variants", ())
    found += [(("variants", number, "text"), one.text) for number, one in enumerate(variants)]
    for route, words in found:
        for language, text in words.items():
            yield (*route, language) if language else route, text
