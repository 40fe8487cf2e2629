"""The cheapest test that narrows the assumption a goal hangs on most."""

import math
from collections.abc import Sequence

from groupplan.model.distribution import Beta, Distribution
from groupplan.model.growth import Bar, Inputs
from groupplan.model.outlook import Trial

FEWEST, STEP = 30, 10
HALF = 3.0
"""A Beta of a + b observations has a range that shrinks as their root: three times as many more halve it."""


def trial(swings: Sequence[Bar], inputs: Inputs) -> Trial | None:
    """Of the widest swing that can be observed: how many people to watch, and how many days that takes."""
    for bar in swings:
        law = _law(bar.name, inputs)
        if isinstance(law, Beta) and bar.low != bar.high:
            wanted = max(FEWEST, math.ceil(HALF * (law.a + law.b + 1.0) / STEP) * STEP)
            flow = _flow(bar.name, inputs)
            return Trial(bar.name, wanted, math.ceil(wanted / flow) if flow >= 1.0 else None)
    return None


def _law(name: str, inputs: Inputs) -> Distribution | None:
    if name in inputs.rates:
        return inputs.rates[name]
    channel, _, field = name.rpartition(".")
    for one in inputs.channels:
        if one.name == channel:
            law: Distribution = getattr(one, field)
            return law
    return getattr(inputs, name, None)


def _flow(name: str, inputs: Inputs) -> float:
    """People a day on whom the rate is seen: those reached, those who scan, those who join."""
    reached = sum(one.reach.mean / max(1, one.last_day - one.first_day + 1) for one in inputs.channels)
    kind = name.rpartition(".")[2]
    if kind == "scan":
        return reached
    scanned = reached * inputs.scan.mean
    return scanned if kind == "join" else scanned * inputs.join.mean
