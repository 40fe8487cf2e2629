"""One text: words and slots with values."""

from collections.abc import Mapping

from groupplan.model.formats import joined, shown
from groupplan.model.slots import pieces
from groupplan.model.source import Origin
from groupplan.model.texts import words
from groupplan.model.worded import Gap


def fill(
    text: Mapping[str, str],
    values: Mapping[str, object],
    language: str,
    own: str,
    origin: Origin,
    item: str,
    gaps: list[Gap],
) -> str:
    """The text in a language with its slots filled; "" and a noted gap where that cannot be."""
    said = words(dict(text), language, own)
    if said is None:
        gaps.append(Gap(origin, "", item))
        return ""
    parts = []
    for piece in pieces(said):
        if isinstance(piece, str):
            parts.append(piece)
            continue
        value = values.get(piece.name)
        if value is None:
            gaps.append(Gap(origin, piece.name, item))
            return ""
        parts.append(shown(value, language, piece.format))
    return joined(parts, language)
