"""The plan as a Word document, in our own template or in the user's."""

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from groupplan.export.archive import repacked
from groupplan.export.forms import Request
from groupplan.export.plain import one_line
from groupplan.export.word_styles import styles_for
from groupplan.export.word_template import filled, mark, ours, slots
from groupplan.export.word_xml import Writer
from groupplan.export.words import Wordbook
from groupplan.model.document import Paper

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPEN = f'<w:body xmlns:w="{_W[1:-1]}">'
_TITLE = 250
"""Characters that the title among a document's properties takes; it stands whole on the page."""
_MADE = datetime(2000, 1, 1)
"""A document is no older or younger for being written."""


def as_docx(given: Paper, request: Request) -> bytes:
    """The document; ``Misuse`` and ``Refused`` say what is wrong with an own template."""
    return written(given, request.template or ours())


def written(paper: Paper, template: bytes) -> bytes:
    """The paper in a template: where this asks for it, else at the end."""
    from docx import Document

    document = filled(template, slots(paper))
    writer = Writer(styles_for(document, Document(io.BytesIO(ours()))), Wordbook(paper.language))
    sections = {mark(one.id): one for one in paper.sections}
    marks = {mark("plan"), *sections}
    places = [(one, _text(one)) for one in document.element.body.iter(f"{_W}p") if _text(one) in marks]
    for place, name in places:
        _instead(place, writer.section(sections[name]) if name in sections else writer.plan(paper))
    if not places and "{" not in _text(Document(io.BytesIO(template)).element.body):
        last = document.add_paragraph()
        _instead(last._p, writer.plan(paper))
    return _saved(document, paper)


def _text(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_W}t")).strip()


def _instead(place: Any, xml: str) -> None:
    """Put blocks where a paragraph stands; a cell or a body ends with a paragraph, as Word wants it."""
    from docx.oxml import parse_xml

    for one in list(parse_xml(f"{_OPEN}{xml}</w:body>")):
        place.addprevious(one)
    if place.getparent().tag == f"{_W}tc":
        for child in list(place):
            place.remove(child)
    else:
        place.getparent().remove(place)


def _saved(document: "Document", paper: Paper) -> bytes:
    """The bytes, with nothing in them of the clock or of who ran it."""
    properties = document.core_properties
    properties.title = one_line(paper.title)[:_TITLE]
    properties.language = paper.language
    properties.created = properties.modified = _MADE
    properties.last_modified_by = "groupplan"
    properties.revision = 1
    found = io.BytesIO()
    document.save(found)
    return repacked(found.getvalue())
