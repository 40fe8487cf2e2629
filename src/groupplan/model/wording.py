"""Words that promise what nobody can keep, or ask for deceit: families, and how they are seen in a text."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from groupplan.model.choice import Choices
from groupplan.model.fields import AsList, Count, Id, Model, OneOf, Str, Truth, about
from groupplan.model.lexicon import LINK
from groupplan.model.phrases import NEAR_HAN, both, denied, matches, near_words, pattern, squeezed
from groupplan.model.scalars import ScalarError, plain
from groupplan.model.source import Route
from groupplan.model.texts import Text

PLACES = Choices(
    rewards=("奖励", "rewards"),
    members=("成员看得到的话", "what members read"),
    plain=("成员看得到的话和目的、画像", "what members read, purpose and portrait"),
    all=("简报里所有的话", "every text of the brief"),
)
"""Where a family is looked for; each place includes the ones before it."""
_RANK = {place: rank for rank, place in enumerate(PLACES)}


def _listed(value: object) -> object:
    """Words by language, written one after the other: 、 between Chinese ones, commas between English."""
    if not isinstance(value, dict):
        raise ScalarError("needs-text")
    return {
        language: tuple(word.strip() for word in plain(text).split("、" if language == "zh-CN" else ", "))
        for language, text in value.items()
    }


Words = Annotated[dict[str, tuple[str, ...]], BeforeValidator(_listed)]


def reaches(where: str, place: str) -> bool:
    """Whether what is looked for in one place is looked for in another."""
    return _RANK[place] <= _RANK[where]


class LeftOut(NamedTuple):
    """What the plan goes without: its route in the brief, its words, the word seen, its family.

    The route of an item of a playbook begins with the name of its file.
    """

    route: Route
    words: str
    word: str
    family: str


class Family(Model):
    """Words of one sort, the harmless longer words around them, and what can honestly be said instead.

    In words ``□`` stands for a figure and ``…`` for up to eight characters of the same clause.
    """

    id: Annotated[Id, about("词族 id", "id of the family")]
    where: Annotated[str, OneOf(PLACES), about("在哪里找", "where it is looked for")]
    teaching: Annotated[Truth | None, about("只在教学类社群里找", "only where something is taught")] = None
    left_out: Annotated[
        Truth | None, about("写在列表里的不进计划", "elements with it stay out of the plan")
    ] = None
    words: Annotated[Words, about("词", "the words")]
    allow: Annotated[Words, about("包含它们的无害说法", "harmless words that contain them")] = {}  # noqa: RUF012
    lifted: Annotated[Words, about("同一句话里有它就不算", "what in the same text makes it fine")] = {}  # noqa: RUF012
    facts: Annotated[tuple[Str, ...], AsList, about("事实编号", "facts it rests on")] = ()
    alternative: Annotated[Text, about("可以怎么说、怎么做", "what can honestly be said or done")]

    def seen(self, text: str, spared: Sequence[str] = ()) -> str | None:
        """The first of its words that the text uses in earnest; None where there is none."""
        return next(self._meant(text, spared), None)

    def instead(self) -> dict[str, str]:
        """The alternative as the gaps of a sentence."""
        return {"instead_zh": self.alternative["zh-CN"], "instead_en": self.alternative["en"]}

    def among(self, text: str) -> bool:
        """Whether any of its words may occur in a text: a quick look before the exact one."""
        return bool(near_words(both(self.words), squeezed(text)))

    def _meant(self, text: str, spared: Sequence[str]) -> Iterator[str]:
        close = squeezed(text)
        found = tuple(matches(self.words, text, close))
        if not found or any(not denied(text, match) for match in matches(self.lifted, text, close)):
            return
        spared_in = (match for words in spared for match in pattern((words,)).finditer(text))
        harmless = bytearray(len(text))
        for match in chain(matches(self.allow, text, close), spared_in):
            harmless[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        last, refused = 0, False
        for match in found:
            linked = match.start() - last <= NEAR_HAN and LINK.fullmatch(text, last, match.start())
            refused = (refused and bool(linked)) or denied(text, match)
            last = match.end()
            if not refused and not any(harmless[match.start() : last]):
                yield match[0]


class Wording(Model):
    """All families."""

    knowledge: Annotated[Count, about("格式版本", "format version")] = 1
    gone: Annotated[Text, about("没排进计划时补一句", "what is added where the plan goes without it")] = {}  # noqa: RUF012
    gap: Annotated[Text, about("非写不可的地方空着时写什么", "what stands where something must")] = {}  # noqa: RUF012
    families: Annotated[tuple[Family, ...], AsList, about("词族", "families")] = ()

    def forbidden(self, text: str, place: str, *, teaching: bool) -> tuple[str, str]:
        """The first word of a text that no plan can carry, and its family; empty where there is none."""
        for family in self.families:
            meant = family.left_out and (teaching or not family.teaching)
            looked = meant and reaches(family.where, place) and family.among(text)
            word = family.seen(text) if looked else None
            if word is not None:
                return word, family.id
        return "", ""

    def without(self, *, left: bool) -> dict[str, str]:
        """That the plan goes without an element, as the gaps of a sentence; empty where it does not."""
        said = self.gone if left else {}
        return {"gone_zh": said.get("zh-CN", ""), "gone_en": said.get("en", "")}

    def family(self, name: str) -> Family | None:
        """A family by its id."""
        return next((one for one in self.families if one.id == name), None)
