"""Many possible states of one number drawn together to a few, neighbours in one, their spread kept."""

import math
from collections.abc import Sequence

from groupplan.forecast.points import Points, edges, weights

Part = tuple[float, float, float, float]
"""Mean and variance of those there from the start; mean and variance that the expected inflow adds."""
Component = tuple[float, float, float, float, float]
"""Logarithm of the mean; variance over its square; one over the mean; variance of the logarithm that comes
from the parameters; weight."""
_NOBODY = 1e-9


def states(parts: Sequence[Part], inflow: Points, there: int, count: int) -> list[Component]:
    """Every part with every inflow, ``there`` more people in each, as at most ``count`` components."""
    sent = tuple(zip(inflow, weights(len(inflow)), strict=True))
    cases = zip(parts, weights(len(parts)), strict=True)
    base = there + _NOBODY
    triples = sorted([(base + a + x * c, b + x * d, v * w) for (a, b, c, d), v in cases for x, w in sent])
    if len(triples) <= count:
        return _smoothed([(math.log(m), v / (m * m), 1.0 / m, 0.0, weight) for m, v, weight in triples])
    found, ends = [], (*edges(count)[:-1], 2.0)
    done, place = 0.0, 0
    mass = first = second = noise = 0.0
    for mean, variance, weight in triples:
        done += weight
        mass += weight
        first += weight * mean
        second += weight * mean * mean
        noise += weight * variance
        if done >= ends[place]:
            found.append(_group(mass, first, second, noise))
            mass = first = second = noise = 0.0
            while done >= ends[place]:
                place += 1
    return [*found, _group(mass, first, second, noise)] if mass > 0.0 else found


def _group(mass: float, first: float, second: float, noise: float) -> Component:
    """Neighbours taken for a log-normal with their mean and variance."""
    mean = first / mass
    inside = math.log(max(1.0, second * mass / (first * first)))
    return math.log(mean) - inside / 2.0, noise / second, math.exp(inside) / mean, inside, mass


def stretched(some: Sequence[Component], logs: Points, count: int) -> list[Component]:
    """Components times an independent factor with these logarithms."""
    if len(logs) == 1:
        return list(some)
    factors = [(x, math.exp(-x), v) for x, v in zip(logs, weights(len(logs)), strict=True)]
    product = [
        (log + x, rel, inv * y, inside, w * v) for log, rel, inv, inside, w in some for x, y, v in factors
    ]
    return _drawn(sorted(product), count)


def _drawn(states: Sequence[Component], count: int) -> list[Component]:
    if len(states) <= count:
        return _smoothed(states)
    found, ends = [], (*edges(count)[:-1], 2.0)
    done, place = 0.0, 0
    mass = first = second = noise = inverse = within = 0.0
    for log, rel, inv, inside, weight in states:
        done += weight
        mass += weight
        first += weight * log
        second += weight * log * log
        noise += weight * rel
        inverse += weight * inv
        within += weight * inside
        if done >= ends[place]:
            mean = first / mass
            spread = max(0.0, second / mass - mean * mean) + within / mass
            found.append((mean, noise / mass, inverse / mass, spread, mass))
            mass = first = second = noise = inverse = within = 0.0
            while done >= ends[place]:
                place += 1
    if mass > 0.0:
        mean = first / mass
        spread = max(0.0, second / mass - mean * mean) + within / mass
        found.append((mean, noise / mass, inverse / mass, spread, mass))
    return found


def _smoothed(states: Sequence[Component]) -> list[Component]:
    """Each state spread to its neighbours, all drawn inward so that the whole stays as wide."""
    last = len(states) - 1
    logs = [state[0] for state in states]
    if last < 1 or logs[0] == logs[-1]:
        return list(states)
    inner = [(after - before) / 2.0 for before, after in zip(logs, logs[2:], strict=False)]
    gaps = [logs[1] - logs[0], *inner, logs[-1] - logs[-2]]
    mean = sum(state[4] * state[0] for state in states)
    variance = sum(state[4] * (state[0] - mean) ** 2 for state in states)
    added = sum(state[4] * gap * gap for state, gap in zip(states, gaps, strict=True)) / 12.0
    kept = math.sqrt(max(0.0, 1.0 - added / variance))
    return [
        (mean + (log - mean) * kept, rel, inv, inside + gap * gap / 12.0, weight)
        for (log, rel, inv, inside, weight), gap in zip(states, gaps, strict=True)
    ]
