"""What stays in a plan when the hours do not suffice, and what was dropped."""

from msgspec import Struct

from groupplan.model.items import Task
from groupplan.model.outline import Outline, Piece
from groupplan.model.schedule import Schedule


class Dropped(Struct, frozen=True):
    """A task that was left out: whose hours it would have taken, and how many minutes it frees."""

    piece: Piece[Task]
    role: str
    minutes: float


class Fitted(Struct, frozen=True):
    """The outline and schedule that stay, and what was dropped."""

    outline: Outline
    schedule: Schedule
    dropped: tuple[Dropped, ...]
