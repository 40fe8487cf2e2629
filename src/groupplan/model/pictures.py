"""Pictures of a plan as data: charts, paths, chats, posters. Each stands beside the same in words.

Every string is plain text; the templates escape it for where it lands.
"""

from msgspec import Struct

from groupplan.model.windows import Window


class Bar(Struct, frozen=True):
    """One bar of a Gantt chart."""

    label: str
    window: Window
    stage: str
    first: str = ""
    last: str = ""
    """Its first and last day in words."""


class Gantt(Struct, frozen=True):
    """Stages over the days of the plan; the table stands beside it."""

    title: str
    bars: tuple[Bar, ...]
    span: Window
    ticks: tuple[tuple[int, str], ...]
    """(days from the start, label)"""
    kind: str = "gantt"


class Square(Struct, frozen=True):
    """One day of a calendar picture: column (week), row (weekday), its shade, its words, how many things."""

    week: int
    weekday: int
    level: int
    label: str
    number: int


class Month(Struct, frozen=True):
    """The days of a plan as squares, a column a week."""

    title: str
    squares: tuple[Square, ...]
    weeks: tuple[str, ...]
    weekdays: tuple[str, ...]
    legend: str
    kind: str = "month"


class Lane(Struct, frozen=True):
    """One path of a campaign: whose, and its steps in order."""

    label: str
    lane: str
    steps: tuple[str, ...]


class Lanes(Struct, frozen=True):
    """Several paths side by side, step by step."""

    title: str
    lanes: tuple[Lane, ...]
    kind: str = "lanes"


class Bubble(Struct, frozen=True):
    """One line of a chat; ``side`` is ``team``, ``member`` or ``note``."""

    when: str
    who: str
    text: str
    side: str


class Chat(Struct, frozen=True):
    """A chat, line by line."""

    title: str
    bubbles: tuple[Bubble, ...]
    kind: str = "chat"


class Mock(Struct, frozen=True):
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


class Stair(Struct, frozen=True):
    """One step of a funnel: people as words, and as a share of the first step with its range."""

    label: str
    people: str
    share: float
    low: float
    high: float


class Stairs(Struct, frozen=True):
    """A funnel; shares are of the widest step."""

    title: str
    steps: tuple[Stair, ...]
    kind: str = "stairs"


class FanPoint(Struct, frozen=True):
    """One date of a fan chart: its label and the heights 0 to 1 of P10, P50 and P90."""

    label: str
    low: float
    middle: float
    high: float


class Fan(Struct, frozen=True):
    """A range over time, with the target as a line; heights are shares of ``top``."""

    title: str
    points: tuple[FanPoint, ...]
    top: str
    target: float | None
    target_label: str
    last: str = ""
    """The middle value of the last date."""
    target_mark: str = ""
    """The target in two words, beside its line."""
    kind: str = "fan"


class Swing(Struct, frozen=True):
    """How far one assumption moves a chance; all shares 0 to 1."""

    label: str
    low: float
    high: float
    said: str


class Tornado(Struct, frozen=True):
    """Assumptions by how much they move a chance, the widest first."""

    title: str
    base: float
    swings: tuple[Swing, ...]
    rises: str = ""
    falls: str = ""
    """What the colours of the bars mean; "" where no bar has that colour."""
    kind: str = "tornado"


class HeatRow(Struct, frozen=True):
    """A row of a heat map: levels 0 to 4 with their words."""

    label: str
    cells: tuple[tuple[int, str], ...]


class Heat(Struct, frozen=True):
    """Rows by columns in four shades; level 5 marks what is over."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    legend: str
    kind: str = "heat"
