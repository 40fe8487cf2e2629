"""Words that promise what nobody can keep, or ask for deceit: families, and how they are seen in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from groupplan.model.choice import Choices
from groupplan.model.fields import AsList, Count, Id, Model, OneOf, Str, Truth, about
from groupplan.model.lexicon import CANCELLED, CLAUSE, DENIED_AFTER, DENIED_BEFORE, LINK, OR_ELSE
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
NEAR_HAN, NEAR_ASCII = 12, 32
"""How far a denial reaches to the word behind it, in characters."""
CLAUSE_LENGTH = 80
"""How far back a clause is looked for."""


def _listed(value: object) -> object:
    """Words by language, written one after the other: 、 between Chinese ones, commas between English."""
    if not isinstance(value, dict):
        raise ScalarError("needs-text")
    return {
        language: tuple(word.strip() for word in plain(text).split("、" if language == "zh-CN" else ", "))
        for language, text in value.items()
    }


Words = Annotated[dict[str, tuple[str, ...]], BeforeValidator(_listed)]


class LeftOut(NamedTuple):
    """An element the plan goes without: its route in the brief, its words, the word seen, its family."""

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
        return bool(_near(_both(self.words), squeezed(text)))

    def _meant(self, text: str, spared: Sequence[str]) -> Iterator[str]:
        close = squeezed(text)
        found = tuple(_matches(self.words, text, close))
        if not found or any(not _denied(text, match) for match in _matches(self.lifted, text, close)):
            return
        spared_in = (match for words in spared for match in _pattern((words,)).finditer(text))
        harmless = bytearray(len(text))
        for match in chain(_matches(self.allow, text, close), spared_in):
            harmless[match.start() : match.end()] = b"\1" * (match.end() - match.start())
        last, denied = 0, False
        for match in found:
            linked = match.start() - last <= NEAR_HAN and LINK.fullmatch(text, last, match.start())
            denied = (denied and bool(linked)) or _denied(text, match)
            last = match.end()
            if not denied and not any(harmless[match.start() : last]):
                yield match[0]


class Wording(Model):
    """All families."""

    knowledge: Annotated[Count, about("格式版本", "format version")] = 1
    gone: Annotated[Text, about("没排进计划时补一句", "what is added where the plan goes without it")] = {}  # noqa: RUF012
    families: Annotated[tuple[Family, ...], AsList, about("词族", "families")] = ()

    def without(self, *, left: bool) -> dict[str, str]:
        """That the plan goes without an element, as the gaps of a sentence; empty where it does not."""
        said = self.gone if left else {}
        return {"gone_zh": said.get("zh-CN", ""), "gone_en": said.get("en", "")}

    def family(self, name: str) -> Family | None:
        """A family by its id."""
        return next((one for one in self.families if one.id == name), None)


def squeezed(text: str) -> str:
    """A text in small letters without spaces and hyphens: what a quick look compares."""
    return text.lower().translate(_LOOSE)


def _both(words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(word for language in words.values() for word in language)


def _matches(words: Mapping[str, tuple[str, ...]], text: str, close: str) -> Iterator[re.Match[str]]:
    near = _near(_both(words), close)
    return _pattern(near).finditer(text) if near else iter(())


def _near(words: tuple[str, ...], close: str) -> tuple[str, ...]:
    return tuple(word for word in words if _core(word) in close)


@cache
def _core(word: str) -> str:
    """The longest part of a word without figures and gaps, as a quick look compares it."""
    if "□" in word or "…" in word:
        word = max(word.replace("…", "□").split("□"), key=len)
    return squeezed(word)


def _denied(text: str, match: re.Match[str]) -> bool:
    """Whether the clause around a word turns it down: 不做水军, no fake reviews, 水军一经发现移出."""
    start = max(0, match.start() - CLAUSE_LENGTH)
    start = max((sign.end() for sign in CLAUSE.finditer(text, start, match.start())), default=start)
    for denial in DENIED_BEFORE.finditer(text, start, match.start()):
        gap = text[denial.end() : match.start()]
        near = NEAR_ASCII if gap.isascii() else NEAR_HAN
        if len(gap) <= near and not CANCELLED.search(gap):
            return True
    if text[: match.start()].endswith(("不", "不用")) and not OR_ELSE.match(text, match.end()):
        return True
    return DENIED_AFTER.match(text, match.end()) is not None


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all words, the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return re.compile("|".join(_one(word) for word in ordered), re.IGNORECASE)


def _one(word: str) -> str:
    parts = [_SIGNS.get(sign, re.escape(sign)) for sign in word]
    for index in range(len(word) - 1, 0, -1):
        if not (word[index - 1] + word[index]).isascii() or "%" in word[index - 1 : index + 1]:
            parts.insert(index, r"\s?")
    before = r"(?<![a-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    after = r"(?![a-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return before + "".join(parts) + after


_SIGNS = {
    "□": r"\d[\d,.]*",
    "…": r"[^，。；！？,.;!?\n]{0,8}?",
    " ": r"[\s-]+",
    "-": r"[\s-]?",
    "%": "[%％]",
}
_LOOSE = {ord(" "): None, ord("-"): None, ord("\u3000"): None, ord("％"): "%", ord("\n"): None}
