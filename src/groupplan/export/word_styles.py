"""Styles of a Word document by their names; those it lacks come from our own template."""

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from groupplan.export.word_text import Styles

if TYPE_CHECKING:
    from docx.document import Document

USED = (
    *(f"heading {level}" for level in range(1, 7)),
    *("Plan Text", "Plan Lead", "Plan Warning", "Plan List", "Plan Pair", "Plan Cell", "Plan Head"),
    *("Plan Gap", "Plan Sent", "Plan Words", "Plan Contents", "Plan Entry", "Plan Table"),
)
"""What a plan is written in. An own template that has a style of such a name gives the plan its look."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def styles_for(document: "Document", ours: "Document") -> Styles:
    """The ids of all styles in use; the missing ones are put into the document."""
    there = {name.lower(): one for name, one in _named(document).items()}
    own = {name.lower(): one for name, one in _named(ours).items()}
    found = {}
    for name in USED:
        style = there.get(name.lower())
        if style is None:
            style = _copied(own[name.lower()], document)
        found[name] = str(style.get(f"{_W}styleId"))
    return found


def _named(document: "Document") -> dict[str, Any]:
    named = ((style.find(f"{_W}name"), style) for style in document.styles.element.iter(f"{_W}style"))
    return {str(name.get(f"{_W}val")): style for name, style in named if name is not None}


def _copied(style: Any, document: "Document") -> Any:
    """A style under an id of its own that leans on nothing but the document's normal text."""
    found = deepcopy(style)
    found.set(f"{_W}styleId", f"groupplan{style.get(f'{_W}styleId')}")
    for tag in ("basedOn", "next", "link"):
        for child in found.findall(f"{_W}{tag}"):
            found.remove(child)
    document.styles.element.append(found)
    return found
