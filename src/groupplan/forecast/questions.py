"""What each goal asks of the odds: so many people of a metric by a day, or why nothing can be counted."""

import math
from datetime import date

from msgspec import Struct

from groupplan.forecast.inputs import METRICS
from groupplan.model.growth import Inputs
from groupplan.model.programme import Offer
from groupplan.model.settled import Goal, Settled


class Question(Struct, frozen=True):
    """A metric of the odds, a day and a number of people; ``unit``: what one of them adds to the goal."""

    metric: str
    day: int
    target: float
    unit: float
    part: float
    """Which part of the selling days has passed by then; 1 for what is not sold."""

    @property
    def whole(self) -> float:
        """The target, as many as there would have to be at the end of all selling days."""
        return self.target if self.part == 1.0 else math.ceil(self.target / self.part)


def question(goal: Goal, settled: Settled, given: Inputs, start: date) -> Question | str:
    """The question of a goal; a word of ``Odds.left_out`` where there is none."""
    if goal.metric in ("custom", "referrals"):
        return "own" if goal.metric == "custom" else "referrals"
    if goal.target is None:
        return "target"
    if goal.deadline is not None and goal.deadline < settled.opens:
        return "early"
    metric = METRICS[goal.metric][0] if goal.metric in METRICS else goal.metric
    last = min(goal.deadline or settled.closes, settled.closes)
    unit = max((_price(offer) for offer in settled.offers), default=0.0) if goal.metric == "revenue" else 1.0
    part = elapsed(last, selling(metric, settled))
    if not unit or not part:
        return "unsold" if unit else "price"
    target = math.ceil(goal.target.likely / unit) if unit != 1.0 else goal.target.likely
    return Question(metric, min(max(0, (last - start).days), given.horizon), target, unit, part)


def _price(offer: Offer) -> float:
    return float(offer.price.amount) if offer.price else 0.0


def selling(metric: str, settled: Settled) -> tuple[date, date] | None:
    """The days on which members can pay: from the first offer's opening to the last one's end."""
    offers = settled.offers if metric == "paying" else ()
    return (min(one.first for one in offers), max(one.last for one in offers)) if offers else None


def elapsed(day: date, window: tuple[date, date] | None) -> float:
    """Which part of a window has passed at the end of a day; all of it where there is none."""
    if window is None:
        return 1.0
    first, last = window
    return min(1.0, max(0.0, ((day - first).days + 1) / ((last - first).days + 1)))
