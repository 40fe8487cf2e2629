"""One text: words and slots with values."""

from collections.abc import Mapping

from groupplan.model.formats import joined, shown
from groupplan.model.slots import pieces, slots


def missing(said: str, values: Mapping[str, object]) -> str | None:
    """The first slot that nothing fills; None where all can be filled."""
    for slot in slots(said):
        if values.get(slot.name) is None:
            return slot.name
    return None


def fill(said: str, values: Mapping[str, object], language: str) -> str:
    """The text with its slots filled; every one has a value."""
    found = pieces(said)
    if len(found) == 1 and isinstance(found[0], str):
        return found[0]
    parts = (one if isinstance(one, str) else shown(values[one.name], language, one.format) for one in found)
    return joined(tuple(parts), language)
