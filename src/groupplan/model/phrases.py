"""Words looked for in a text as people write them, and whether its clause turns them down."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from groupplan.model.lexicon import CANCELLED, CLAUSE, DENIED_AFTER, DENIED_BEFORE, OR_ELSE

NEAR_HAN, NEAR_ASCII = 12, 32
"""How far a denial reaches to the word behind it, in characters."""
CLAUSE_LENGTH = 80
"""How far back a clause is looked for."""


def squeezed(text: str) -> str:
    """A text in small letters without spaces and hyphens: what a quick look compares."""
    return text.lower().translate(_LOOSE)


def both(words: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words of all languages."""
    return tuple(word for language in words.values() for word in language)


def matches(words: Mapping[str, tuple[str, ...]], text: str, close: str) -> Iterator[re.Match[str]]:
    """Where a text has any of the words; ``close`` is the text squeezed."""
    near = near_words(both(words), close)
    return pattern(near).finditer(text) if near else iter(())


def near_words(words: tuple[str, ...], close: str) -> tuple[str, ...]:
    """The words a squeezed text may have."""
    return tuple(word for word in words if _core(word) in close)


@cache
def _core(word: str) -> str:
    """The longest part of a word without figures and gaps, as a quick look compares it."""
    if "□" in word or "…" in word:
        word = max(word.replace("…", "□").split("□"), key=len)
    return squeezed(word)


def denied(text: str, match: re.Match[str]) -> bool:
    """Whether the clause around a word turns it down: 不做水军, no fake reviews, 水军一经发现移出."""
    start = max(0, match.start() - CLAUSE_LENGTH)
    start = max((sign.end() for sign in CLAUSE.finditer(text, start, match.start())), default=start)
    for denial in DENIED_BEFORE.finditer(text, start, match.start()):
        gap = text[denial.end() : match.start()]
        near = NEAR_ASCII if gap.isascii() else NEAR_HAN
        if gap.startswith(("：", ":")) or (len(gap) <= near and not CANCELLED.search(gap)):
            return True
    if text[: match.start()].endswith(("不", "不用")) and not OR_ELSE.match(text, match.end()):
        return True
    return DENIED_AFTER.match(text, match.end()) is not None


@lru_cache(maxsize=256)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
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
