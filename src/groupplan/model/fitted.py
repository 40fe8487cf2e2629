"""What stays in a plan when the hours do not suffice, and what was dropped."""

from dataclasses import dataclass

from groupplan.model.items import Task
from groupplan.model.outline import Outline, Piece
from groupplan.model.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Dropped:
    """A task that was left out: whose hours it would have taken, and how many minutes it frees."""

    piece: Piece[Task]
    role: str
    minutes: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """The outline and schedule that stay, and what was dropped."""

    outline: Outline
    schedule: Schedule
    dropped: tuple[Dropped, ...]
