"""The last table: what the file is, what its sheets and columns mean, which words a column takes."""

from collections.abc import Iterator
from typing import Any

from groupplan.export.desk import Desk
from groupplan.export.plain import one_line
from groupplan.export.sheets import LISTS
from groupplan.model.seams import dotted
from groupplan.model.tables import Row, Table

STATED = ("name", "platform", "opens", "closes", "timezone", "revision")


def legend(desk: Desk, tables: tuple[Table, ...]) -> Iterator[Row]:
    """The plan's own facts, the sheets, the columns that need a word, the words of every list."""
    tell, settled = desk.words.say, desk.plan.settled
    for name in STATED:
        value: Any = desk.plan.values["platform_name"] if name == "platform" else getattr(settled, name)
        yield tell("legend.plan"), tell(f"legend.{name}"), one_line(str(value))
    yield tell("legend.plan"), tell("legend.status"), tell("legend.status_note")
    for table in tables:
        yield tell("legend.sheet"), table.title, tell(f"about.{table.id}")
    for table in tables:
        for column in table.columns:
            note = desk.words.find(f"notes.{table.id}.{column.id}") or desk.words.find(f"note.{column.id}")
            if note:
                yield dotted((tell("legend.column"), table.title), desk.words.language), column.head, note
    for name, column in _chosen(tables).items():
        if name in LISTS:
            for _, label in column.choices:
                yield tell("legend.word"), column.head, label


def _chosen(tables: tuple[Table, ...]) -> dict[str, Any]:
    return {column.id: column for table in tables for column in table.columns if column.choices}
