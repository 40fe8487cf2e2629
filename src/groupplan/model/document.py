"""A plan laid out as sections and blocks: the same data for Markdown and HTML.

Every string is plain text; the templates escape it for where it lands.
"""

from typing import Literal

from msgspec import Struct

from groupplan.model.pictures import (
    Bar,
    Bubble,
    Chat,
    Fan,
    FanPoint,
    Gantt,
    Heat,
    HeatRow,
    Lane,
    Lanes,
    Mock,
    Month,
    Square,
    Stair,
    Stairs,
    Swing,
    Tornado,
)
from groupplan.model.timeline import Strand, Timeline


class Prose(Struct, frozen=True):
    """A paragraph; ``tone`` sets it apart: plain, lead, or a warning."""

    text: str
    tone: Literal["plain", "lead", "warning"] = "plain"
    kind: str = "prose"


class Bullets(Struct, frozen=True):
    """A list; numbered when the order matters."""

    items: tuple[str, ...]
    numbered: bool = False
    kind: str = "bullets"


class Table(Struct, frozen=True):
    """Heads and rows of the same width; ``slug`` names it for styles and tests.

    ``marks`` names, row by row, the task it is about: ``key``, ``key/3`` for one of its days, ``key/3-9``
    for several.
    """

    slug: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[str, ...] = ()
    kind: str = "table"


class Pairs(Struct, frozen=True):
    """Label and value, one below the other."""

    slug: str
    rows: tuple[tuple[str, str], ...]
    kind: str = "pairs"


class Words(Struct, frozen=True):
    """A text to paste, with when and to whom it goes, its length, and what to fill in before."""

    when: str
    text: str
    meta: str
    posts: tuple[tuple[str, int], ...] = ()
    """The posts it stands for, each as task and number."""
    script: str = ""
    kind: str = "words"


class Ticks(Struct, frozen=True):
    """A list to tick off."""

    items: tuple[str, ...]
    slug: str = ""
    kind: str = "ticks"


class Part(Struct, frozen=True):
    """A heading inside a section with what stands below it."""

    title: str
    blocks: "tuple[Block, ...]"
    slug: str = ""
    kind: str = "part"


Picture = Gantt | Month | Lanes | Chat | Mock | Stairs | Fan | Tornado | Heat | Timeline
Block = Prose | Bullets | Table | Pairs | Words | Ticks | Picture | Part


class Section(Struct, frozen=True):
    """One of the twenty sections."""

    id: str
    number: int
    title: str
    blocks: tuple[Block, ...]
    stage: str = ""


class Paper(Struct, frozen=True):
    """A whole plan, or what one sort of reader gets of it, ready for a template.

    ``made`` says what sort of document it is; "" where the template says so itself.
    """

    title: str
    subtitle: str
    language: str
    sections: tuple[Section, ...]
    made: str = ""


class Document(Struct, frozen=True):
    """A rendered file: its body, without notes and seal."""

    form: str
    body: str


__all__ = [
    "Bar",
    "Block",
    "Bubble",
    "Bullets",
    "Chat",
    "Document",
    "Fan",
    "FanPoint",
    "Gantt",
    "Heat",
    "HeatRow",
    "Lane",
    "Lanes",
    "Mock",
    "Month",
    "Pairs",
    "Paper",
    "Part",
    "Prose",
    "Section",
    "Square",
    "Stair",
    "Stairs",
    "Strand",
    "Swing",
    "Table",
    "Ticks",
    "Timeline",
    "Tornado",
    "Words",
]
