"""The cheapest test that narrows the assumption a goal hangs on most."""

import math
from collections.abc import Sequence

from groupplan.model.distribution import Beta, Distribution
from groupplan.model.growth import Bar, Inputs
from groupplan.model.outlook import Trial

FEWEST, STEP = 30, 10
_STEPS = {"scan": 0, "join": 1}
"""Steps of the way in that lie before a rate is seen; all of them for any other."""
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
    """People a day on whom the rate is seen: those reached, who scan, who join, or who are invited."""
    channel, _, kind = name.rpartition(".")
    found = 0.0
    for one in inputs.channels:
        if channel in ("", one.name):
            each = one.reach.mean / max(1, one.last_day - one.first_day + 1)
            for rate in ("scan", "join")[: _STEPS.get(kind, 2)]:
                each *= getattr(inputs, rate).mean * getattr(one, rate).mean
            found += each
    return found * inputs.invites.mean if kind == "accept" else found
