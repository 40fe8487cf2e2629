"""The texts of all items: names, reasons, criteria, formulas, responses …"""

from collections.abc import Mapping

from groupplan.model.outline import Outline
from groupplan.model.playbook import SECTIONS
from groupplan.model.worded import Gap
from groupplan.word.fill import fill


def texts(
    outline: Outline, values: Mapping[str, object], language: str, gaps: list[Gap]
) -> dict[tuple[str, str, str], str]:
    """Every text field of every item, filled; scripts are filled post by post instead."""
    found = {}
    for section in (name for name in SECTIONS if name != "scripts"):
        for piece in getattr(outline, section):
            known = {**values, **piece.values}
            for field in type(piece.item).model_fields:
                text = getattr(piece.item, field)
                if not isinstance(text, dict):
                    continue
                origin = piece.trace.origin.down(field)
                found[section, piece.key, field] = fill(
                    text, known, language, piece.book.language, origin, piece.key, gaps
                )
    return found
