"""The joiners that the channels send, window by window, as points."""

from collections.abc import Sequence

from msgspec import Struct

from groupplan.forecast.growth import Window
from groupplan.forecast.points import Points, plus, points, times
from groupplan.model.growth import Inputs, Stream


class Inflow(Struct, frozen=True):
    """Channels with the same days are one window."""

    windows: tuple[Window, ...]
    means: tuple[float, ...]
    """Expected joiners of each window."""
    sent: tuple[Points, ...]
    """The same relative to the common rates."""
    common: Points
    common_mean: float


def inflow(inputs: Inputs, count: int) -> Inflow:
    """The windows in the order of the channels, each as ``count`` points."""
    sent: dict[Window, Points] = {}
    means: dict[Window, float] = {}
    for one in inputs.channels:
        window = one.first_day, one.last_day
        joiners = _joiners(one, count)
        sent[window] = plus(sent[window], joiners, count) if window in sent else joiners
        means[window] = means.get(window, 0.0) + one.reach.mean * one.scan.mean * one.join.mean
    rate = inputs.scan.mean * inputs.join.mean
    common = times(points(inputs.scan, count), points(inputs.join, count), count)
    return Inflow(
        tuple(sent), tuple(rate * one for one in means.values()), tuple(sent.values()), common, rate
    )


def _joiners(one: Stream, count: int) -> Points:
    rate = times(points(one.scan, count), points(one.join, count), count)
    return times(points(one.reach, count), rate, count)


def relative(sent: Inflow, weights: Sequence[float], count: int) -> Points:
    """What the windows lead to on one day, relative to its mean, if each joiner counts with its weight."""
    mean = sum(x * y for x, y in zip(sent.means, weights, strict=True))
    if mean <= 0.0:
        return (0.0,)
    total: Points = ()
    for one, expected, weight in zip(sent.sent, sent.means, weights, strict=True):
        part = round(expected * weight / mean, 2)
        if part > 0.0:
            scaled = tuple([x * part * sent.common_mean / expected for x in one])
            total = plus(total, scaled, count) if total else scaled
    whole = times(sent.common, total, count)
    return tuple([x / sent.common_mean for x in whole])
