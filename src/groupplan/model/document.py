"""A plan laid out as sections and blocks: the same data for Markdown and HTML.

Every string is plain text; the templates escape it for where it lands.
"""

from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; ``tone`` sets it apart: plain, lead, or a warning."""

    text: str
    tone: Literal["plain", "lead", "warning"] = "plain"
    kind: str = "prose"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; numbered when the order matters."""

    items: tuple[str, ...]
    numbered: bool = False
    kind: str = "bullets"


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows of the same width; ``slug`` names it for styles and tests."""

    slug: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Label and value, one below the other."""

    slug: str
    rows: tuple[tuple[str, str], ...]
    kind: str = "pairs"


@dataclass(frozen=True, slots=True)
class Words:
    """A text to paste, with when and to whom it goes, its length, and what to fill in before."""

    when: str
    text: str
    meta: str
    kind: str = "words"


@dataclass(frozen=True, slots=True)
class Ticks:
    """A list to tick off."""

    items: tuple[str, ...]
    kind: str = "ticks"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading inside a section with what stands below it."""

    title: str
    blocks: "tuple[Block, ...]"
    slug: str = ""
    kind: str = "part"


Picture = Gantt | Month | Lanes | Chat | Mock | Stairs | Fan | Tornado | Heat
Block = Prose | Bullets | Table | Pairs | Words | Ticks | Picture | Part


@dataclass(frozen=True, slots=True)
class Section:
    """One of the twenty sections."""

    id: str
    number: int
    title: str
    blocks: tuple[Block, ...]
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole plan, ready for a template."""

    title: str
    subtitle: str
    language: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Document:
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
    "Swing",
    "Table",
    "Ticks",
    "Tornado",
    "Words",
]
