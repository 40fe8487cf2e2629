"""Bytes → text. UTF-8 with or without BOM; anything else is refused with a way out."""

import codecs

from groupplan.model.codes import broken
from groupplan.model.finding import Finding, say
from groupplan.model.source import Origin, Span

_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def decode(raw: bytes, name: str, encoding: str = "utf-8") -> tuple[str, Finding | None]:
    """The text, or a finding that names the line and the encoding it looks like."""
    if encoding.lower() not in ("utf-8", "utf8"):
        return _as(raw, name, encoding)
    for mark, looks_like in _MARKS.items():
        if raw.startswith(mark):
            return "", _refused(name, 1, looks_like)
    try:
        return raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return "", _refused(name, line, _guess(raw, error.start))


def _as(raw: bytes, name: str, encoding: str) -> tuple[str, Finding | None]:
    try:
        text = raw.decode(encoding)
        text.encode()
        return text, None
    except (ValueError, LookupError):
        words = say("not-that-encoding", encoding=encoding)
        return "", broken("not-utf8", Origin(name, at=Span(1, 1, 1)), words)


def _guess(raw: bytes, good: int) -> str:
    """GBK or GB18030, unless the ``good`` bytes hold signs already as only UTF-8 spells them."""
    if any(sign >= "\u0800" for sign in raw[:good].decode("utf-8", "ignore")):
        return ""
    for name in ("GBK", "GB18030"):
        try:
            raw.decode(name)
        except UnicodeDecodeError:
            continue
        return name
    return ""


def _refused(name: str, line: int, looks_like: str) -> Finding:
    key = "not-utf8-looks-like" if looks_like else "not-utf8"
    words = say(key, line=line, encoding=looks_like)
    return broken("not-utf8", Origin(name, at=Span(line, 1, 1)), words)
