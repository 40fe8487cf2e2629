"""A comment that silences findings of one line: ``# groupplan: ignore[GP203] reason, until 2026-12-31``."""

from datetime import date
from typing import NamedTuple

from groupplan.model.source import Span


class Suppression(NamedTuple):
    """What the comment says, where it stands, and which line it is about."""

    file: str
    at: Span
    line: int
    codes: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    clear: bool = True
    """False when it could not be read."""
    word: str = ""
    """What was typed in place of ``ignore``; "" where that stands."""
    sure: bool = True
    """False where only a code that exists tells it from prose."""

    def expired(self, today: date) -> bool:
        """Whether its last day is over."""
        return self.until is not None and today > self.until

    def silences(self, today: date) -> bool:
        """Whether it counts: it can be read, gives its reason, and its last day is not over."""
        return self.clear and bool(self.reason) and not self.expired(today)
