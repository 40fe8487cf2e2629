"""Dates, hours and figures in another notation than the reader's: the value says the same afterwards."""

import re
import unicodedata

from groupplan.mend import spot
from groupplan.model.edit import Fix
from groupplan.model.finding import Finding
from groupplan.model.source import Source

_DASH = dict.fromkeys(map(ord, "‐‑‒–—―−﹣"), "-")
_SIGNS = {**_DASH, ord("、"): ",", ord("【"): "[", ord("】"): "]", ord("〜"): "~", ord("。"): "."}
_QUOTES = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"))
_DAY = re.compile(
    r"(?<!\d)(?<!\d\.)(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年\s?(\d{1,2})月\s?(\d{1,2}))[日号]?(?!\d)",
    re.ASCII,
)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}:\d\d):00(?!\d)", re.ASCII)
_BETWEEN = re.compile(r"(?<=\d)T(?=\d\d?:)|(?<=\d\d-\d\d-\d\d)(?=\d\d?:)")
_GROUPED = re.compile(r"(?<=\d)_(?=\d{3}(?!\d))", re.ASCII)
_FIGURE = r"(\d[\d.,]*[千万亿kK]?%?)"
_RANGE = re.compile(rf"{_FIGURE}\s*(?:-+|~+|至|到|\.{{3,}})\s*{_FIGURE}\Z", re.ASCII)
_MARKUP = re.compile(r"[\[\]{},#]|:(?:\s|\Z)")
_TO = re.compile(r"\s*[至到]\s*")
_NUMBERS = ("not-a-number", "not-a-share", "not-a-count", "not-a-range")
_DAYS = ("not-a-date", "not-a-moment", "not-a-day-span", "not-a-day-rule")


def narrow(text: str) -> str:
    """The text in half-width signs, without the Chinese quotes around it and the full stop behind it."""
    text = text.strip()
    for opening, closing in _QUOTES:
        if text[:1] == opening and text[-1:] == closing:
            text = text[1:-1].strip()
    text = text.rstrip("。；，")
    return unicodedata.normalize("NFKC", text.translate(_SIGNS)).strip()


def iso(text: str) -> str:
    """Days as ``2027-03-01``, hours as ``20:00``, one space between the two."""
    return _CLOCK.sub(r"\1", _BETWEEN.sub(" ", _DAY.sub(_iso, text)))


def _iso(match: re.Match[str]) -> str:
    year, month, day = match[1], match[3] or match[5], match[4] or match[6]
    return f"{year}-{month:0>2}-{day:0>2}"


def notation(finding: Finding, source: Source) -> Fix | None:
    """A value the reader refuses, in the reader's own notation."""
    found = spot.value(finding.origin, source)
    if found is None:
        return None
    text, key = narrow(found.text), finding.words.key
    if key in _DAYS:
        text = iso(text)
    elif key in _NUMBERS:
        text = _RANGE.sub(r"\1..\2", text)
    elif key == "not-a-span":
        text = _TO.sub("-", text)
    elif key == "not-a-time":
        text = _CLOCK.sub(r"\1", text)
    return spot.retyped(found, _GROUPED.sub("", text)) if _plain(text) else None


def _plain(text: str) -> bool:
    """Whether YAML reads a text without quotes as just this text, also inside brackets."""
    return bool(text) and text[0] not in "-?:&*!|>'\"%@`" and not _MARKUP.search(text)
