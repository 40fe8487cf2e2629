"""What stands at the top of a file: encoding, format version, the line for editors; and repeated lines."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from groupplan.mend import spot
from groupplan.model.edit import Edit, Fix, inserting, replacing
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.source import BREAK, Origin, Source, Span

BRIEF_KEYS = {"name", "platform", "opens", "goals", "positioning"}
PLAYBOOK_KEYS = {"tasks", "scripts", "metrics", "risks", "rewards", "require", "extends", "wordings"}
SCHEMAS = {"groupplan": "brief.schema.json", "playbook": "playbook.schema.json"}
"""The first key of a file, and the schema that `new` puts beside it."""
_CODECS = {"GBK": "gb18030", "GB18030": "gb18030", "UTF-16": "utf-16", "UTF-32": "utf-32"}
_MARKED = ("utf-16", "utf-32")
_MODELINE = re.compile(r"^[ \t]*#[ \t]*yaml-language-server:", re.MULTILINE)
_SIMPLE = re.compile(r"[ ]*(?:-[ ]+)?[A-Za-z_][\w-]*:[ ]+[^\s#&*!|>\[{'\"-][^#]*")
_JOINERS = "\u200b\u2060\ufeff\u00ad"
_HIDDEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff]")


def encoding(finding: Finding, source: Source) -> Fix | None:
    """A file in another encoding is saved as UTF-8."""
    name = spot.gap(finding, "encoding")
    if finding.words.key != "not-utf8-looks-like" or name not in _CODECS:
        return None
    return Fix(say("fix-encoding", encoding=name), encoding=_CODECS[name])


def recoded(raw: bytes, encoding: str) -> str | None:
    """The text of bytes in another encoding; None unless it can hardly be anything else.

    UTF-16 and UTF-32 say so by their first bytes. GBK comes back to the same bytes, and nine of ten of its
    Chinese signs are everyday ones (level 1 of GB 2312), which bytes of Big5, Shift-JIS or Latin-1 are not.
    """
    try:
        text = raw.decode(encoding)
        if encoding in _MARKED:
            return text
        same = text.encode(encoding) == raw
    except UnicodeError:
        return None
    han = [sign.encode(encoding) for sign in text if "\u3400" <= sign <= "\u9fff"]
    usual = sum(1 for pair in han if len(pair) == 2 and 0xB0 <= pair[0] <= 0xD7 and pair[1] >= 0xA1)
    return text if same and len(han) >= 2 and usual >= 0.9 * len(han) else None


def version(finding: Finding, source: Source) -> Fix | None:
    """The line with the format version, before the first key of what is surely a brief or a playbook."""
    if finding.words.key != "not-a-brief" or not isinstance(source.data, dict) or not source.data:
        return None
    kind, keys, name = "", set(source.data), PurePath(source.name)
    if "playbook" in keys:
        return None
    if name.parent.name == "playbooks" and keys & PLAYBOOK_KEYS:
        kind = "playbook"
    elif not keys & (PLAYBOOK_KEYS - {"rewards"}) and len(keys & BRIEF_KEYS) > 1 - _named(name):
        kind = "groupplan"
    top = min(source.span((key,), key=True) for key in source.data)
    indent = source.line(top.line)[: top.column - 1]
    if not kind or indent.strip(" "):
        return None
    line = f"{indent}{kind}: 1"
    return Fix(say("fix-insert", text=f"{kind}: 1"), (inserting(top.line, 1, f"{line}{ending(source)}"),))


def _named(name: PurePath) -> bool:
    return name.name == "brief.yaml" or name.name.endswith(".brief.yaml")


def empty_version(finding: Finding, source: Source) -> Fix | None:
    """``groupplan:`` without its figure."""
    key = spot.gap(finding, "key")
    if key not in SCHEMAS or len(finding.origin.route) != 1 or not isinstance(source.data, dict):
        return None
    if key not in source.data or source.data[key] is not None:
        return None
    span = source.span((key,), key=True)
    if not re.fullmatch(rf"{key}:[ ]*(?:#.*)?", source.line(span.line)):
        return None
    return Fix(say("fix-insert", text=f"{key}: 1"), (inserting(span.line, len(key) + 2, " 1"),))


def hidden(finding: Finding, source: Source) -> Fix | None:
    """An invisible sign goes; safe where the line holds no words that people wrote."""
    span = finding.origin.at or Span(0, 0, 0)
    line = source.line(span.line)
    sign = line[span.column - 1 : span.column]
    if not _HIDDEN.fullmatch(sign):
        return None
    safe = sign in _JOINERS and "#" not in line and _HIDDEN.sub("", line).isascii()
    words = say("fix-hidden", code=f"U+{ord(sign):04X}")
    return Fix(words, (replacing(Span(span.line, span.column, span.column + 1), ""),), safe)


def repeated(finding: Finding, source: Source) -> Fix | None:
    """The second of two equal lines goes; where they differ, only a person knows which one is right."""
    here = finding.origin.at
    first = finding.related[0].at if finding.related else None
    if here is None or first is None or here.column != first.column:
        return None
    line = source.line(here.line)
    if line != source.line(first.line) or not _SIMPLE.fullmatch(line) or _deeper(line, here.line, source):
        return None
    end = BREAK.split(source.text)
    if here.line >= len(end):
        return None
    words = say("fix-repeated", key=spot.gap(finding, "key"), line=here.line)
    return Fix(words, (Edit(here.line, 1, here.line + 1, 1, ""),), safe=False)


def _deeper(line: str, number: int, source: Source) -> bool:
    """Whether the next line belongs to this one."""
    below = source.line(number + 1)
    return bool(below.strip()) and len(below) - len(below.lstrip()) > len(line) - len(line.lstrip())


def modeline(source: Source, beside: frozenset[str]) -> Iterator[tuple[Finding, Fix]]:
    """The line by which editors find the schema, where one lies beside the file and no line says so."""
    keys = source.data if isinstance(source.data, dict) else {}
    schema = next((SCHEMAS[key] for key in SCHEMAS if key in keys), "")
    if schema in beside and not _MODELINE.search(source.text) and not source.text.startswith("%"):
        line = f"# yaml-language-server: $schema={schema}"
        origin = Origin(source.name, at=Span(1, 1, 1))
        finding = Finding(origin, say("modeline-missing"), slug="modeline-missing", severity=Severity.NOTE)
        words = say("fix-insert", text=line)
        yield finding, Fix(words, (inserting(1, 1, f"{line}{ending(source)}"),), slug=finding.slug)


def ending(source: Source) -> str:
    """How lines end in a file, by its first line."""
    found = BREAK.search(source.text)
    return found[0] if found and found[0] in ("\n", "\r\n", "\r") else "\n"
