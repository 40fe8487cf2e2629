"""Our own Word template or the user's: opened with care, its slots filled, marks left for the plan's text."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from groupplan.model.document import Paper, Part, Table
from groupplan.model.finding import say
from groupplan.model.limits import WORD_TEMPLATE_BYTES
from groupplan.model.refusal import Misuse, Refused
from groupplan.resources import shipped

if TYPE_CHECKING:
    from docx.document import Document

OWN = "templates/plan.docx"
"""Where the user's template lies, beside the brief."""
_UNPACKED = 4 * WORD_TEMPLATE_BYTES
_PART = 2 * 1024 * 1024
"""Of the text of one part: more than a thousand pages of a template."""
_SLOT = 4000
"""Characters from brace to brace, the file's own marks between them included."""
_OPENINGS = re.compile(r"\{(?:<[^>]*>)*([{%#])")
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")


def ours() -> bytes:
    """The shipped template."""
    return (shipped("templates") / "word" / "plan.docx").read_bytes()


def mark(place: str) -> str:
    """What stands in a paragraph that the plan's text is put into the place of."""
    return f"\uf8f0{place}\uf8f1"


def slots(paper: Paper) -> dict[str, Any]:
    """What a template may show: the plan whole or by sections, its words on the cover, its tables by name."""
    return {
        "plan": mark("plan"),
        "title": paper.title,
        "subtitle": paper.subtitle,
        "language": paper.language,
        "section": {section.id: mark(section.id) for section in paper.sections},
        "sections": [{"id": one.id, "number": one.number, "title": one.title} for one in paper.sections],
        "tables": dict(_tables(tuple(block for section in paper.sections for block in section.blocks))),
    }


def _tables(blocks: tuple[object, ...]) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for block in blocks:
        if isinstance(block, Part):
            found += _tables(block.blocks)
        elif isinstance(block, Table):
            name = re.sub(r"\W", "_", block.slug)
            found.append((name, {"head": list(block.head), "rows": [list(row) for row in block.rows]}))
    return found


def filled(raw: bytes, given: Mapping[str, Any]) -> "Document":
    """The template with its slots filled, as a document to go on with."""
    from docxtpl import DocxTemplate

    from groupplan.export.word_slots import fill

    _careful(raw)
    found = DocxTemplate(io.BytesIO(raw))
    found.init_docx()
    for name in _PROPERTIES:
        if "{" in getattr(found.docx.core_properties, name):
            setattr(found.docx.core_properties, name, "")
    fill(found, given)
    document: Document = found.docx
    return document


def _careful(raw: bytes) -> None:
    """``Misuse`` for what is no Word document, ``Refused`` for one made to be slow or to reach elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if len(raw) > WORD_TEMPLATE_BYTES or sum(one.file_size for one in archive.infolist()) > _UNPACKED:
                raise Refused(say("word-template-large", limit=WORD_TEMPLATE_BYTES))
            if "word/document.xml" not in archive.namelist():
                raise Misuse(say("not-a-word-template", path=OWN))
            for one in archive.infolist():
                if one.filename.endswith((".xml", ".rels")):
                    _look_at(archive.read(one).decode("utf-8", "replace"))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise Misuse(say("not-a-word-template", path=OWN)) from None


def _look_at(text: str) -> None:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Refused(say("word-template-forbidden", what="DOCTYPE"))
    openings = list(_OPENINGS.finditer(text))
    if openings and len(text) > _PART:
        raise Refused(say("word-template-large", limit=_PART))
    for opening in openings:
        near = text[opening.end() : opening.end() + _SLOT]
        if not re.search(rf"{re.escape(_CLOSING[opening[1]])}(?:<[^>]*>)*\}}", near):
            raise Misuse(say("word-template-broken", reason="{" + opening[1]))


_CLOSING = {"{": "}", "%": "%", "#": "#"}
