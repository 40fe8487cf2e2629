"""Our own Word template or the user's: opened with care, its slots filled, marks left for the plan's text."""

import io
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from groupplan.export.word_care import OWN, careful
from groupplan.model.document import Paper, Part, Table
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse
from groupplan.resources import shipped

if TYPE_CHECKING:
    from docx.document import Document

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
    from docx.opc.exceptions import OpcError

    careful(raw)
    try:
        return _filled(raw, given)
    except (SyntaxError, OpcError, LookupError, AttributeError, ValueError, TypeError):
        # what lxml, python-docx and docxtpl say of a document they did not expect, each in its own way
        raise Misuse(say("not-a-word-template", path=OWN)) from None


def _filled(raw: bytes, given: Mapping[str, Any]) -> "Document":
    from docxtpl import DocxTemplate

    from groupplan.export.word_slots import fill

    found = DocxTemplate(io.BytesIO(raw))
    found.init_docx()
    for name in _PROPERTIES:
        if "{" in getattr(found.docx.core_properties, name):
            setattr(found.docx.core_properties, name, "")
    fill(found, given)
    document: Document = found.docx
    return document
