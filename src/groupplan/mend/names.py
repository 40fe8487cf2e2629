"""Words of closed lists: keys, choices, names that other lines give."""

import re
import unicodedata
from difflib import SequenceMatcher

from groupplan.mend import spot
from groupplan.mend.figures import narrow
from groupplan.model import choices
from groupplan.model.choice import Choices, Label
from groupplan.model.edit import Fix, replacing
from groupplan.model.finding import Finding, say
from groupplan.model.source import Origin, Source, Span

_LOOSE = re.compile(r"[\s_-]+")
_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)\s*：")
_ITEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:%-]*")
_COMMA = re.compile(r"\s*[，、,；;]\s*")
NEAR = 0.75
"""How alike a misspelt key and the one that was meant are for a safe fix; a swap of two letters in four."""


def alike(one: str, other: str) -> float:
    """How alike two words are: 1 where only case, width, hyphens and spaces differ."""
    first, second = _bare(one), _bare(other)
    return SequenceMatcher(None, first, second).ratio() if first and second else 0.0


def _bare(word: str) -> str:
    return _LOOSE.sub("", unicodedata.normalize("NFKC", word).casefold())


def misspelt_key(finding: Finding, source: Source) -> Fix | None:
    """A key that is nearly a known one which its mapping lacks."""
    found, name = spot.key(finding.origin, source), spot.meant(finding)
    beside = spot.at(source.data, finding.origin.route[:-1])
    if found is None or not isinstance(beside, dict):
        return None
    wide = _KEY.match(found.text)
    if wide and not found.quote:
        return _colon(Span(found.span.line, found.span.column + wide.end() - 1, 0), wide[1], source)
    if not name or name in beside:
        return None
    words = say("fix-key", old=spot.short(found.text), new=name)
    return Fix(words, (found.becomes(name),), alike(found.text, name) >= NEAR)


def wide_colon(finding: Finding, source: Source) -> Fix | None:
    """A full-width colon where a key's colon belongs."""
    if finding.words.key != "full-width-colon":
        return None
    return _colon(source.place(finding.origin), spot.gap(finding, "key"), source)


def _colon(span: Span, key: str, source: Source) -> Fix | None:
    line = source.line(span.line)
    if line[span.column - 1 : span.column] != "：":
        return None
    gap = "" if line[span.column : span.column + 1] in ("", " ") else " "
    edit = replacing(Span(span.line, span.column, span.column + 1), f":{gap}")
    return Fix(say("fix-colon", key=key), (edit,))


def colon_in_brackets(finding: Finding, source: Source) -> Fix | None:
    """A key said to be missing, which stands between braces with a full-width colon."""
    *way, last = finding.origin.route or ("",)
    beside = spot.at(source.data, tuple(way))
    typed = (
        next((key for key in beside if key.startswith(f"{last}：")), "") if isinstance(beside, dict) else ""
    )
    found = spot.key(Origin(source.name, (*way, typed)), source) if typed else None
    if found is None or found.quote:
        return None
    return _colon(Span(found.span.line, found.span.column + len(str(last)), 0), str(last), source)


def choice(finding: Finding, source: Source) -> Fix | None:
    """A word of a closed list in other letters, under its name for people, or nearly spelt right."""
    found = spot.value(finding.origin, source)
    if found is None or finding.words.key != "not-a-choice":
        return None
    text, options = narrow(found.text), spot.gap(finding, "options").split()
    same = [word for word in options if alike(text, word) == 1] or _labelled(text, options)
    if len(same) == 1:
        return spot.retyped(found, same[0])
    return spot.retyped(found, spot.meant(finding), safe=False)


def _labelled(text: str, options: list[str]) -> list[str]:
    """The words of a closed list called so: by the English name, or by how the Chinese one begins."""
    lists = [one for one in vars(choices).values() if isinstance(one, Choices) and list(one) == options]
    return [word for one in lists[:1] for word in one if _called(one.both(word), _bare(text))]


def _called(label: Label, word: str) -> bool:
    return word == _bare(label.en) or (len(word) > 1 and _bare(label.zh).startswith(word))


def name(finding: Finding, source: Source) -> Fix | None:
    """A name given elsewhere: safe where only case, width or hyphens differ."""
    found, near = spot.value(finding.origin, source), spot.meant(finding)
    if found is None or not near or found.text != spot.gap(finding, "name"):
        return None
    return spot.retyped(found, near, safe=alike(found.text, near) == 1)


def items(finding: Finding, source: Source) -> Fix | None:
    """Several entries of a list parted by full-width commas, or a list without its brackets."""
    found = spot.value(finding.origin, source)
    if found is None:
        return None
    inside = isinstance(finding.origin.route[-1], int)
    parts = _COMMA.split(found.text.strip("【】［］[] "))
    if not all(_ITEM.fullmatch(part) for part in parts) or (inside and len(parts) == 1):
        return None
    if not inside and (found.quote or finding.words.key != "needs-list"):
        return None
    joined = f"{found.quote}, {found.quote}".join(parts)
    return spot.retyped(found, joined if inside else f"[{joined}]")
