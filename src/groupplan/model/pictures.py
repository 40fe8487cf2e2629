"""Pictures of a plan as data: charts, paths, chats, posters. Each stands beside the same in words.

Every string is plain text; the templates escape it for where it lands.
"""

from dataclasses import dataclass

from groupplan.model.windows import Window


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
class Lane:
    """One path of a campaign: whose, and its steps in order."""

    label: str
    lane: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lanes:
    """Several paths side by side, step by step."""

    title: str
    lanes: tuple[Lane, ...]
    kind: str = "lanes"


@dataclass(frozen=True, slots=True)
class Bubble:
    """One line of a chat; ``side`` is ``team``, ``member`` or ``note``."""

    when: str
    who: str
    text: str
    side: str


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat, line by line."""

    title: str
    bubbles: tuple[Bubble, ...]
    kind: str = "chat"


@dataclass(frozen=True, slots=True)
class Mock:
    """A poster as a sketch: words placed, areas for code and avatar left free."""

    title: str
    subtitle: str
    points: tuple[str, ...]
    endorsement: str
    call: str
    code: str
    avatar: str
    label: str
    kind: str = "mock"
