"""What differs between two plans: causes in the briefs and effects in the plans, not yet in any language."""

from datetime import date, datetime, time
from typing import Literal

from msgspec import Struct, field

from groupplan.model.choice import Label
from groupplan.model.estimate import Estimate
from groupplan.model.finding import Words
from groupplan.model.money import Money

Group = Literal["members", "team", "money", "risk", "words"]
GROUPS: tuple[Group, ...] = ("team", "members", "money", "risk", "words")
"""In the order they are read: when and who first, then what it brings, costs, risks and says."""


class Figure(Struct, frozen=True):
    """A number and how a plan writes it; ``signed`` shows its direction."""

    amount: float
    unit: Literal["count", "people", "share", "chance", "points", "minutes", "days"] = "count"
    signed: bool = False


class Growth(Struct, frozen=True):
    """A sum of money with its sign."""

    money: Money


class Term(Struct, frozen=True):
    """A word of the plan's own vocabulary by its dotted key, ``step.joined``; ``name`` where it has none."""

    key: str
    name: str = ""


class Names(Struct, frozen=True):
    """Names of things, all of them; whoever shows them may cut the list and count the rest."""

    all: tuple[str, ...]


class Listed(Struct, frozen=True):
    """Values one after the other."""

    values: "tuple[Value, ...]"


Plain = str | int | float | date | datetime | time | Money | Estimate
Value = Plain | Growth | Figure | Term | Names | Listed | Label | Words | None


class Cause(Struct, frozen=True):
    """A field of the brief, or a file beside it, that is not what it was.

    ``field`` is written as ``--set`` takes it: elements of lists by their id.
    """

    field: str
    kind: Literal["changed", "added", "removed", "playbook", "playbook-added", "playbook-removed", "rates"]
    before: Value = None
    after: Value = None


class Passage(Struct, frozen=True):
    """Words that members read, before and after; "" where there are none."""

    id: str
    name: str
    before: str
    after: str


class Change(Struct, frozen=True):
    """One effect. ``kind`` is the key of its sentence, ``words`` fills its gaps."""

    group: Group
    kind: str
    weight: int
    """1 to 9; the heaviest make the summary."""
    words: tuple[tuple[str, Value], ...] = ()
    before: Value = None
    after: Value = None
    route: str = ""
    """The field of the brief that caused it, where one alone did."""
    passages: tuple[Passage, ...] = ()


class Comparison(Struct, frozen=True):
    """What was changed, and what became of it, the heaviest of each group first."""

    causes: tuple[Cause, ...] = ()
    changes: tuple[Change, ...] = field(default=())

    @property
    def same(self) -> bool:
        """Whether both plans say the same."""
        return not self.causes and not self.changes

    def of(self, group: Group) -> tuple[Change, ...]:
        """The changes of a group."""
        return tuple(change for change in self.changes if change.group == group)
