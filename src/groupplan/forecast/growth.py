"""The funnel over time for fixed parameters, exactly: mean and variance, day by day.

Each person who joins on day u brings, ``delay`` days after joining (or after referral opens, if that is
later), X guests: negative binomial with mean K and dispersion k, variance B = K + K²/k; nobody is brought
after the last day of referral. Everybody stays each day with chance s, independently of whom she brings.
So the people who come from one person are a Galton-Watson process that stops at the age the window leaves
(T. E. Harris, The Theory of Branching Processes, 1963, chapters I and VI). With a days left and delay d,
those present among her and her descendants have mean and variance

    m(a) = s^a + K m(a-d)                       m(a) = s^a for a < d
    w(a) = s^a (1 - s^a) + K w(a-d) + B m(a-d)²

and for s = 1 these are the joined: m → 1/(1-K), w → B/(1-K)³. Channels send Poisson numbers, so their total
is compound Poisson: a rate of L a day adds L Σ m to the mean and L Σ (w + m²) to the variance. Both are
affine in L; for channels with a window the sums are differences of running sums over a. After the last day
of referral those present are thinned: with share q kept, q m and q² w + q (1-q) m.
"""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from msgspec import Struct

from groupplan.model.growth import OF_MEMBERS, Inputs

_LOG_MOST = 140.0
"""Logarithm of the most descendants: a growth that runs away must not leave the range of numbers."""
Window = tuple[int, int]
Moments = tuple[float, float]


class Tables(Struct, frozen=True):
    """What one person leads to, by days left, and the running sums of it; index 0 is no day at all."""

    own: Sequence[float]
    owns: Sequence[float]
    brought: Sequence[float]
    spread: Sequence[float]
    broughts: Sequence[float]
    seconds: Sequence[float]


class Line(NamedTuple):
    """Mean and variance on one day: of those there from the start, and per joiner sent into each window."""

    start: Moments
    windows: tuple[Moments, ...]


def _running(values: Sequence[float]) -> list[float]:
    return list(accumulate(values, initial=0.0))


@lru_cache(maxsize=64)
def _staying(stay: float, days: int) -> tuple[list[float], list[float]]:
    own = [1.0] * days if stay == 1.0 else list(accumulate([stay] * (days - 1), float.__mul__, initial=1.0))
    return own, _running(own)


def tables(inputs: Inputs, brings: float, stay: float, last: int) -> Tables:
    """The recursion of the module's docstring for all ages up to the last day asked."""
    days, delay = last + 1, max(1, inputs.delay_days)
    own, owns = _staying(stay, days)
    if brings <= 0.0:
        nothing = [0.0] * (days + 1)
        return Tables(own, owns, nothing, nothing, nothing, nothing)
    brings = min(brings, math.exp(_LOG_MOST * min(1.0, delay / days)))
    uneven = brings + brings * brings / inputs.dispersion
    brought, spread = [0.0] * days, [0.0] * days
    for age in range(delay, days):
        past = age - delay
        p = own[past]
        mean = p + brought[past]
        brought[age] = brings * mean
        spread[age] = brings * (p - p * p + spread[past]) + uneven * mean * mean
    second = [2.0 * p * o + v + o * o for p, o, v in zip(own, brought, spread, strict=True)]
    return Tables(own, owns, brought, spread, _running(brought), _running(second))


def _guests(inputs: Inputs, t: Tables, since: int, day: int) -> Moments:
    """Mean and variance of those on ``day`` whom one person there since ``since`` has led to."""
    shut = min(day, inputs.refer_last)
    age = shut - max(since, inputs.refer_first, 0)
    if age < 0:
        return 0.0, 0.0
    kept, mean, spread = t.own[day - shut], t.brought[age], t.spread[age]
    return kept * mean, kept * kept * spread + kept * (1.0 - kept) * mean


def _window(inputs: Inputs, t: Tables, window: Window, day: int) -> Moments:
    """Mean and variance on ``day`` for one Poisson joiner a day over a window."""
    first, last = max(0, window[0]), min(window[1], day)
    if last < first:
        return 0.0, 0.0
    mean = second = t.owns[day - first + 1] - t.owns[day - last]
    opens, shut = max(0, inputs.refer_first), min(day, inputs.refer_last)
    early = min(last, opens - 1)
    if early >= first and shut >= opens:
        guests, spread = _guests(inputs, t, opens, day)
        own = t.owns[day - first + 1] - t.owns[day - early]
        mean += (early - first + 1) * guests
        second += 2.0 * own * guests + (early - first + 1) * (spread + guests * guests)
    begin, end = max(first, opens), min(last, shut)
    if end >= begin:
        kept = t.own[day - shut]
        brought = t.broughts[shut - begin + 1] - t.broughts[shut - end]
        mean += kept * brought
        second += kept * kept * (t.seconds[shut - begin + 1] - t.seconds[shut - end])
        second += kept * (1.0 - kept) * brought
    return mean, second


def lines(
    inputs: Inputs,
    windows: Sequence[Window],
    brings: float,
    stay: float,
    days: Sequence[int],
    *,
    present: bool,
) -> list[Line]:
    """Members present, or with ``present`` false all who joined so far, for each day asked."""
    t = tables(inputs, brings, stay if present else 1.0, max(days, default=0))
    each = [(window, 1.0 / max(1, window[1] - window[0] + 1)) for window in windows]
    there = inputs.seeds + inputs.members_now
    before = there if present else inputs.seeds
    found = []
    for day in days:
        guests, spread = _guests(inputs, t, 0, day)
        own = t.own[day]
        start = before * own + there * guests, before * own * (1.0 - own) + there * spread
        sums = [(_window(inputs, t, window, day), share) for window, share in each]
        found.append(Line(start, tuple([(mean * share, second * share) for (mean, second), share in sums])))
    return found


def at(line: Line, inflow: Sequence[float]) -> Moments:
    """Mean and variance for a number of joiners expected in each window."""
    mean = line.start[0] + sum(x * one[0] for x, one in zip(inflow, line.windows, strict=True))
    return mean, line.start[1] + sum(x * one[1] for x, one in zip(inflow, line.windows, strict=True))


def thinned(moments: Moments, share: float) -> Moments:
    """Mean and variance when each person counts with this chance."""
    mean, variance = moments
    return share * mean, share * share * variance + share * (1.0 - share) * mean


def daily(leave: float, days: int) -> float:
    """The chance to stay one day if ``leave`` is the share that goes within ``days``."""
    return float(max(0.0, 1.0 - leave) ** (1.0 / max(1, days)))


def moments(
    inputs: Inputs,
    days: Sequence[int],
    inflow: Sequence[float],
    brings: float,
    leave: float,
    rates: Mapping[str, float],
) -> dict[str, list[Moments]]:
    """Metric → mean and variance on each day, for known parameters; ``inflow`` is joiners by channel."""
    windows = [(channel.first_day, channel.last_day) for channel in inputs.channels]
    stay = daily(leave, inputs.leave_days)
    joined = [at(one, inflow) for one in lines(inputs, windows, brings, stay, days, present=False)]
    members = [at(one, inflow) for one in lines(inputs, windows, brings, stay, days, present=True)]
    ever = [(mean + inputs.members_now, variance) for mean, variance in joined]
    found = {"joined": joined, "members": members}
    for metric, share in rates.items():
        found[metric] = [thinned(one, share) for one in (members if metric in OF_MEMBERS else ever)]
    return found
