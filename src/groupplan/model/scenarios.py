"""What a plan comes to under one set of assumptions."""

from msgspec import Struct

from groupplan.model.estimate import Estimate
from groupplan.model.measures import Load
from groupplan.model.money import Money


class Outcome(Struct, frozen=True):
    """One scenario of the brief, carried through to people, odds, hours and money."""

    id: str
    name: str
    joined: Estimate
    """By the last day; eight times in ten within the ends, where people are counted from reach."""
    members: Estimate | None
    """On the last day; None where people are not counted from reach."""
    goal: str
    """Whose chance it is, by id; "" where no chance can be counted."""
    chance: float | None
    peak: Load | None
    """The fullest week of anybody, beside what that person can give."""
    cash: Money
    """What is paid out: everything but the team's own hours."""
    overload: bool
    """Whether what must be done alone takes more hours than there are."""
    dropped: int
    """Tasks left out for want of hours."""
