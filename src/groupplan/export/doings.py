"""What a plan asks to be done, one by one: on a day, or so long after somebody joins."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from msgspec import Struct

from groupplan.model.choices import GROUP_KINDS
from groupplan.model.finding import Words
from groupplan.model.formats import number
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.settled import Role
from groupplan.model.worded import Message


class Doing(Struct, frozen=True):
    """One task at one time. ``after`` is set for what follows a join, ``day`` for all else."""

    piece: Piece[Task]
    number: int
    day: date | None
    at: time | None
    after: timedelta | None
    moved: Words | None
    owner: Role | None
    """Whose task it is; None where nobody has the duty."""
    person: Role | None
    """Who does it that day: the owner, or the stand-in; None where neither is there."""
    message: Message | None

    @property
    def key(self) -> str:
        """The task's key."""
        return self.piece.key

    @property
    def post(self) -> bool:
        """Whether its words are sent to members: a post, an event's, a touch."""
        sent = self.after is not None or self.piece.item.kind in ("post", "event", "touch")
        return sent and self.message is not None

    @property
    def private(self) -> bool:
        """Whether it goes to one member and not into a group."""
        return self.after is not None or self.piece.item.kind == "touch"


def doings(plan: Plan) -> Iterator[Doing]:
    """What follows a join in its order, then all else by day, hour and task."""
    for touch in sorted(plan.schedule.touches, key=lambda one: (one.after, one.task)):
        piece = plan.outline.task(touch.task)
        owner = owner_of(piece, plan)
        message = plan.worded.messages.get((touch.task, 0))
        yield Doing(piece, 0, None, None, touch.after, None, owner, owner, message)
    for one in sorted(plan.schedule.occurrences, key=lambda one: one.sort_key):
        piece = plan.outline.task(one.task)
        owner = owner_of(piece, plan)
        message = plan.worded.messages.get((one.task, one.number))
        person = plan.settled.present(owner, one.day) if owner else None
        yield Doing(piece, one.number, one.day, one.at, None, one.moved, owner, person, message)


def owner_of(piece: Piece[Task], plan: Plan) -> Role | None:
    """Who has a task: the owner its channel names, else whoever has the duty."""
    return plan.settled.doer(piece.item.duty or "", piece.owner)


def name_of(piece: Piece[Task], plan: Plan) -> str:
    """A task as people call it."""
    return plan.worded.text("tasks", piece.key, "name") or piece.key


def duty_of(piece: Piece[Task], plan: Plan) -> str:
    """Its duty as people call it."""
    duty = piece.item.duty or ""
    return plan.worded.text("duties", duty, "name") or duty


def where(piece: Piece[Task], plan: Plan) -> str:
    """The groups a post goes to, with how many there are: ``主群 × 4``."""
    kind = piece.item.audience or "community"
    groups = plan.forecast.groups_of(tuple(one.id for one in plan.settled.groups if one.kind == kind))
    label = GROUP_KINDS.label(kind, plan.settled.language)
    return f"{label} × {number(groups)}" if groups > 1 else label
