"""Comments that were meant to silence something and are spelt so that they do not; prose is none of them."""

import re
from difflib import SequenceMatcher

from msgspec import Struct

WORD = "ignore"
START = re.compile(r"(?i)(?<!\S)#+[ \t]*group[-_ ]?plan(?:\s*[:：;；=]\s*|\s+|[-.](?=[^\W\d]))(?=\S)")
"""Looser than what counts: any case, another sign or none behind the name, more than one ``#``."""
_EXACT = re.compile(r"#[ \t]*groupplan[ \t]*[:：][ \t]*\Z")
_CHINESE = "忽略|跳过|屏蔽|禁用|关闭|放过|豁免"
_OTHER = re.compile(
    r"ignor(?:ed|es|ing)|disable[ds]?|noqa|nolint|skip(?:ped|s)?|silence[ds]?|suppress(?:ed|es)?|allow(?:ed|s)?"
    rf"|mute[ds]?|exclude[ds]?|exempt(?:ed|s)?|off|{_CHINESE}"
)
"""The same in other tongues. Prose begins with such words too: a code has to follow, or nothing at all."""
_HEAD = re.compile(rf"(?P<word>{_CHINESE}|[A-Za-z]*)(?P<tail>[\w-]*)")
_BRACKET = re.compile(r"(?P<gap>[ \t]*)[\[［【](?P<codes>[^\]］】]*)")
_CODE = re.compile(r"(?<![A-Za-z0-9_/-])(?:(?:GP|gp)[0-9]{1,3}(?![A-Za-z0-9_])|[a-z]+(?:-[a-z]+)+)")
_NEAR, _LONG = 0.75, 20
"""``ignroe``, ``ingore``, ``ignor`` and ``inore`` are that near; ``minor`` and ``gnome`` are not."""


class Misspelt(Struct, frozen=True):
    """What was typed in place of the word, and the codes it names.

    Where it is not ``sure`` by its form, only a code that exists tells it from prose.
    """

    word: str
    codes: tuple[str, ...]
    sure: bool


def misspelt(start: str, text: str) -> Misspelt | None:
    """A comment of which ``start`` is what `START` matches and ``text`` the rest; None for prose."""
    head, exact = _HEAD.match(text), _EXACT.match(start) is not None
    assert head is not None  # noqa: S101 - it matches nothing at all, too
    word, bracket = head["word"].lower(), _BRACKET.match(text, head.end())
    near, other = _near(word), _OTHER.fullmatch(word) is not None and (word.isascii() or not head["tail"])
    if not (exact or near or other):
        return None
    bare = not head["tail"] and not text[head.end() :].strip(" \t.。")
    if near:
        sure = bracket is not None or (exact and (bare or word == WORD))
    else:
        sure = exact and other and (bare or (bracket is not None and not bracket["gap"]))
    codes = _codes(text, bracket["codes"] if bracket else None, word=near or other)
    typed = head[0] or (text[: bracket.end() + 1] if bracket else "")
    typed = typed if exact else " ".join(f"{start}{typed}".split())
    return Misspelt(typed, codes, sure) if sure or codes else None


def _codes(text: str, inside: str | None, *, word: bool) -> tuple[str, ...]:
    """What stands in brackets; without them what looks like a code, behind a word or first of all."""
    if inside is not None:
        found = re.findall(r"[^\s,，、]+", inside) if word else _CODE.findall(inside)
    else:
        found = _CODE.findall(text) if word or re.match(r"(?:GP|gp)[0-9]", text) else []
    return tuple(dict.fromkeys(one.upper() if one.startswith("gp") else one for one in found))


def _near(word: str) -> bool:
    if _OTHER.fullmatch(word) or len(word) > _LONG:
        return False
    return SequenceMatcher(None, word, WORD).ratio() >= _NEAR
