"""What stands between the parts of a line, in the two languages."""

from collections.abc import Iterable

from groupplan.model.formats import chinese


def dotted(parts: Iterable[str], language: str) -> str:
    """Fields of a line, empty ones left out: ``群主·每群 3 分钟`` or ``Host · 3 min a group``."""
    return ("·" if chinese(language) else " · ").join(part for part in parts if part)


def series(parts: Iterable[str], language: str) -> str:
    """Things one after the other: ``周一、周三`` or ``Monday, Wednesday``."""
    return ("、" if chinese(language) else ", ").join(parts)
