"""The texts of all items: names, reasons, criteria, formulas, responses …"""

from collections.abc import Iterator, Mapping

from groupplan.model.outline import Outline
from groupplan.model.playbook import SECTIONS
from groupplan.model.source import Route
from groupplan.model.worded import Gap
from groupplan.word.fill import fill


def texts(
    outline: Outline, values: Mapping[str, object], language: str, gaps: list[Gap]
) -> dict[tuple[str, str, str], str]:
    """Every text field of every item, filled; scripts are filled post by post instead."""
    found = {}
    for section in (name for name in SECTIONS if name not in ("scripts", "wordings")):
        for piece in getattr(outline, section):
            known = {**values, **piece.values}
            for field in type(piece.item).model_fields:
                for name, text, place in _parts(field, getattr(piece.item, field)):
                    origin = piece.trace.origin.down(*place)
                    found[section, piece.key, name] = fill(
                        text, known, language, piece.book.language, origin, piece.key, gaps
                    )
    return found


def _parts(field: str, value: object) -> Iterator[tuple[str, dict[str, str], Route]]:
    """A text under its field's name; each text of a list under ``field.0``, ``field.1`` …"""
    if isinstance(value, dict):
        yield field, value, (field,)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            if isinstance(one, dict):
                yield f"{field}.{index}", one, (field, index)
