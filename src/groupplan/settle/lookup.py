"""Where a value comes from when the brief is silent, and the note of it for the plan's assumptions."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from groupplan.model.book import Book
from groupplan.model.brief import Brief
from groupplan.model.knowledge import DefaultRow, Knowledge, RateRow
from groupplan.model.scalars import decimal, lapse, minutes, plain
from groupplan.model.settled import Setting
from groupplan.model.source import Route
from groupplan.model.texts import words
from groupplan.settle.spoken import language

T = TypeVar("T")
NUMBERS = ("refer_delay", "post_gap", "official_posts_day", "promotion_share", "staff_per_group")
"""Defaults that later stages read as plain numbers."""


class Lookup:
    """Finds defaults in order and remembers which were used."""

    def __init__(self, brief: Brief, kind: str, books: Sequence[Book], knowledge: Knowledge) -> None:
        self.brief = brief
        self.kind = kind
        self._books = books
        self._knowledge = knowledge
        self.notes: list[Setting[object]] = []

    def default(self, name: str, parse: Callable[[object], T], route: Route = ()) -> T:
        """The default of that id, noted as an assumption."""
        origin, row = next(self._rows(name))
        value = parse(row.value)
        self.note(name, value, origin, row=row, route=route)
        return value

    def note(
        self,
        name: str,
        value: object,
        origin: str,
        *,
        row: DefaultRow | RateRow | None = None,
        route: Route = (),
    ) -> None:
        """Remember that a value did not come from the brief; the same one is noted once."""
        if any(note.name == name and note.route == route for note in self.notes):
            return
        cited = (row.fact or row.basis or "") if row else ""
        date, trust = ((row.date or ""), (row.trust or "")) if row else ("", "")
        spoken = language(self.brief)
        said = words(row.say, spoken, spoken) or "" if row else ""
        self.notes.append(Setting(name, value, origin, cited, date, trust, route, said))

    def rate_row(self, name: str) -> tuple[str, RateRow]:
        """The first row of a rate that holds for this kind of community."""
        own = self._knowledge.own.rates if self._knowledge.own else ()
        places = [("own", own), *(("playbook", book.playbook.rates) for book in reversed(self._books))]
        for origin, rows in (*places, ("shipped", self._knowledge.shipped.rates)):
            for row in rows:
                if row.id == name and (not row.kinds or self.kind in row.kinds):
                    return origin, row
        raise LookupError(name)

    def _rows(self, name: str) -> Iterator[tuple[str, DefaultRow]]:
        own = self._knowledge.own.defaults if self._knowledge.own else ()
        places = [("own", own), *(("playbook", book.playbook.defaults) for book in reversed(self._books))]
        for origin, rows in (*places, ("shipped", self._knowledge.shipped.defaults)):
            for row in rows:
                if row.id == name and (not row.kinds or self.kind in row.kinds):
                    yield origin, row
        raise LookupError(name)

    def numbers(self) -> dict[str, float]:
        """The further defaults that later stages use as numbers; durations in minutes."""
        delay = self.brief.assumptions.refer_delay if self.brief.assumptions else None
        given = {"refer_delay": delay.total_seconds() / 60} if delay is not None else {}
        wanted = [name for name in NUMBERS if name not in given]
        return {**given, **{name: self.default(name, _number) for name in wanted}}


def _number(value: object) -> float:
    """A count, a share (``20%`` → 0.2) or a duration in minutes (``90min`` → 90)."""
    text = plain(value)
    if text.endswith("min"):
        return float(minutes(text))
    if text.endswith("d"):
        return lapse(text).total_seconds() / 60
    return float(decimal(text.removesuffix("%"))) / (100 if text.endswith("%") else 1)
