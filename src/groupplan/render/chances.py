"""A chance in words; where a goal will stand and what it asks for, in what it counts."""

from groupplan.model.estimate import Estimate
from groupplan.model.formats import number
from groupplan.model.outlook import Verdict
from groupplan.model.settled import Goal
from groupplan.render.words import Dictionary


def likely(chance: float, words: Dictionary) -> str:
    """A chance in whole per cent, never 0 and never 100."""
    whole = round(100 * chance)
    if 0 < whole < 100:
        return f"{whole}%"
    return words.say("odds.hardly" if whole <= 0 else "odds.surely")


def standing(verdict: Verdict) -> Estimate:
    """Where a goal will stand, in what the goal counts."""
    low, middle, high = (one * verdict.unit for one in verdict.mark[1:])
    return Estimate(low, middle, high)


def target(goal: Goal, verdict: Verdict) -> str:
    """What a goal asks for, in what it counts."""
    return number(verdict.target if verdict.unit == 1.0 or goal.target is None else goal.target.likely)
