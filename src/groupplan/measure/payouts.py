"""Rewards by the day: how many go out, when the stock ends, and which step tells members so."""

import math
from collections.abc import Iterator
from datetime import date, timedelta

from groupplan.model.economics import Payout
from groupplan.model.forecast import Forecast
from groupplan.model.outline import Outline
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled

TELLING = frozenset({"M205", "S21"})
"""Methods behind the steps in which members hear how many rewards are left."""


def payouts(settled: Settled, outline: Outline, schedule: Schedule, forecast: Forecast) -> Iterator[Payout]:
    """The reward for bringing people by the forecast; prizes as often as the brief gives them out."""
    yield from _referral(settled, outline, schedule, forecast)
    for prize in settled.rewards:
        if prize.value.amount:
            yield Payout(prize.name, prize.value, prize.quantity, prize.quantity, prize.quantity)


def _referral(settled: Settled, outline: Outline, schedule: Schedule, forecast: Forecast) -> Iterator[Payout]:
    referral, referred = settled.referral, forecast.people("referred")
    if referral is None or referred is None or not (referral.value.amount or referral.cap):
        return
    expected, cautious = round(referred.likely), math.ceil(referred.high)
    ends = None
    if referral.cap and cautious > referral.cap:
        window = schedule.windows["refer"]
        ends = window.first + timedelta(days=math.ceil(referral.cap * window.days / cautious) - 1)
    task, day = _closing(outline, schedule, ends) if ends else ("", None)
    yield Payout(referral.reward, referral.value, expected, cautious, referral.cap, ends, task, day)


def _closing(outline: Outline, schedule: Schedule, ends: date) -> tuple[str, date | None]:
    """The first step on or after that day in which members hear how many are left."""
    telling = {
        piece.key
        for piece in outline.tasks
        if piece.item.stage == "refer" and TELLING.intersection(piece.item.basis)
    }
    for one in schedule.occurrences:
        if one.task in telling and one.day >= ends:
            return one.task, one.day
    return "", None
