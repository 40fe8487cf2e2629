"""What a Word template may be made of, looked at before Word's own library opens it."""

import io
import re
import zipfile
from collections.abc import Iterator

from groupplan.model.finding import say
from groupplan.model.limits import SHOWN, WORD_TEMPLATE_BYTES
from groupplan.model.refusal import Misuse, Refused

OWN = "templates/plan.docx"
"""Where the user's template lies, beside the brief."""
_UNPACKED = 4 * WORD_TEMPLATE_BYTES
_PART = 2 * 1024 * 1024
"""Of the text of one part with slots: more than a thousand pages of a template."""
_RELATIONS = 512 * 1024
_SLOT = 4000
"""Characters from brace to brace, the file's own marks between them included."""
_SLOTS = 5000
_BETWEEN = r"(?:<[^<>]{0,300}>){0,50}"
"""The file's own marks between two braces; bounded, or a part of braces alone would take hours."""
_OPENINGS = re.compile(rf"\{{{_BETWEEN}([{{%#])")
_CLOSINGS = {
    opening: re.compile(rf"{closing}{_BETWEEN}\}}")
    for opening, closing in (("{", r"\}"), ("%", "%"), ("#", "#"))
}
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<", b"\0\0\xfe\xff", b"\0\0\0<")
"""How XML begins that is UTF-16 or UTF-32, with its mark and without."""
_DECLARED = re.compile(r"\s*<\?xml[^<>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([^\"'<>]{0,60})")
_ACTIVE = re.compile(r"<(?:[\w.-]{1,60}:)?(attachedTemplate|OLEObject|oleObject)\b")
_KINDS = ("vbaproject", "vbadata", "oleobject", "attachedtemplate", "macroenabled")
_LINK = "/relationships/hyperlink"


def careful(raw: bytes) -> None:
    """``Misuse`` for what is no Word document, ``Refused`` for one made to be slow or to reach elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if len(raw) > WORD_TEMPLATE_BYTES or sum(one.file_size for one in archive.infolist()) > _UNPACKED:
                raise Refused(say("word-template-large", limit=WORD_TEMPLATE_BYTES))
            if "word/document.xml" not in archive.namelist():
                raise Misuse(say("not-a-word-template", path=OWN))
            for one in archive.infolist():
                _part(one.filename, archive.read(one))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Misuse(say("not-a-word-template", path=OWN)) from None


def _part(name: str, raw: bytes) -> None:
    lower = name.lower()
    if any(kind in lower for kind in ("vbaproject", "vbadata", "oleobject")):
        raise _active(name.rpartition("/")[2])
    named = lower.endswith((".xml", ".rels"))
    bare = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not named and not bare.startswith((b"<", *(_WIDE if b"<" in raw[:8] else ()))):
        return  # a picture or a font
    if raw.startswith(_WIDE):
        raise Refused(say("word-template-encoding", what="UTF-16"))
    _text(bare.decode("utf-8"))
    if lower.endswith(".rels") or lower == "[content_types].xml":
        _relations(bare)


def _text(text: str) -> None:
    declared = _DECLARED.match(text)
    if declared and declared[1].lower() not in ("utf-8", "us-ascii"):
        raise Refused(say("word-template-encoding", what=declared[1]))
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Refused(say("word-template-forbidden", what="DOCTYPE"))
    for start, end in (("<!--", "-->"), ("<?", "?>")):
        if any("<" in rest.partition(end)[0] for rest in text.split(start)[1:]):
            raise Refused(say("word-template-forbidden", what=start))
    active = _ACTIVE.search(text)
    if active:
        raise _active(active[1])
    _braces(text)


def _braces(text: str) -> None:
    """Whether every opening brace is closed soon, in a part of a size for that."""
    if len(text) > _PART and any(_OPENINGS.finditer(text)):
        raise Refused(say("word-template-large", limit=_PART))
    for count, opening in enumerate(_OPENINGS.finditer(text), 1):
        if count > _SLOTS:
            raise Refused(say("word-template-large", limit=_SLOTS))
        if not _CLOSINGS[opening[1]].search(text, opening.end(), opening.end() + _SLOT):
            raise Misuse(say("word-template-broken", reason="{" + opening[1]))


def _relations(raw: bytes) -> None:
    """Whether the parts name nothing that runs, and nothing outside the file but links to click."""
    if len(raw) > _RELATIONS:
        raise Refused(say("word-template-large", limit=_RELATIONS))
    for kind, outside in _named(raw):
        short = kind.rpartition("/")[2]
        if any(one in kind.lower() for one in _KINDS):
            raise _active(short)
        if outside and not kind.endswith(_LINK):
            raise _active(f"{short} → TargetMode=External")


def _named(raw: bytes) -> Iterator[tuple[str, bool]]:
    from docx.oxml import parse_xml

    try:
        root = parse_xml(raw)
    except SyntaxError:  # lxml's own for XML that is none
        raise Misuse(say("not-a-word-template", path=OWN)) from None
    for one in root.iter("{*}*"):
        given = {str(key).rpartition("}")[2].lower(): str(text).strip() for key, text in one.attrib.items()}
        yield (
            given.get("type") or given.get("contenttype", ""),
            given.get("targetmode", "").lower() == "external",
        )


def _active(what: str) -> Refused:
    return Refused(say("word-template-active", what=what[:SHOWN]))
