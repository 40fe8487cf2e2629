"""A plan laid out as sections and blocks: the same data for Markdown and HTML.

Every string is plain text; the templates escape it for where it lands.
"""

from dataclasses import dataclass
from typing import Literal

from groupplan.model.windows import Window


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
class Bar:
    """One bar of a Gantt chart."""

    label: str
    window: Window
    stage: str


@dataclass(frozen=True, slots=True)
class Gantt:
    """Stages over the days of the plan; the table stands beside it."""

    title: str
    bars: tuple[Bar, ...]
    span: Window
    ticks: tuple[tuple[int, str], ...]
    """(days from the start, label)"""
    kind: str = "gantt"


@dataclass(frozen=True, slots=True)
class Square:
    """One day of a calendar picture: column (week), row (weekday), how much happens, and its words."""

    week: int
    weekday: int
    level: int
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Month:
    """The days of a plan as squares, a column a week."""

    title: str
    squares: tuple[Square, ...]
    weeks: tuple[str, ...]
    weekdays: tuple[str, ...]
    legend: str
    kind: str = "month"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading inside a section with what stands below it."""

    title: str
    blocks: "tuple[Block, ...]"
    slug: str = ""
    kind: str = "part"


Block = Prose | Bullets | Table | Pairs | Words | Gantt | Month | Part


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
