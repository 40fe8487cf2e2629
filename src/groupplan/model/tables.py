"""A plan as plain tables: the same rows for every file a table product or a tool takes."""

from datetime import date, time
from decimal import Decimal
from typing import Literal

from msgspec import Struct

Kind = Literal["text", "list", "choice", "date", "time", "number", "money", "percent"]
Cell = str | tuple[str, ...] | date | time | int | float | Decimal | None
"""A choice is its word, never its label; a share is a fraction; None is an empty cell."""
Row = tuple[Cell, ...]


class Column(Struct, frozen=True):
    """A column: its id for programs, its head for people, and the closed list its cells come from."""

    id: str
    kind: Kind
    head: str
    choices: tuple[tuple[str, str], ...] = ()
    """Words with their labels, in order."""

    def label(self, word: str) -> str:
        """A word of the closed list as people read it."""
        return dict(self.choices).get(word, word)


class Table(Struct, frozen=True):
    """One table: a row a thing, the cells in the order of the columns."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def column(self, name: str) -> tuple[Cell, ...]:
        """The cells of one column, by its id."""
        place = [column.id for column in self.columns].index(name)
        return tuple(row[place] for row in self.rows)
