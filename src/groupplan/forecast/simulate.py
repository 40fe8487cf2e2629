"""The same model drawn person by person, with what has no closed form: a finite audience, seats, a cap.

Finite audience: every contact meets one of all the people at random, and who has joined is not won again. So
in the limit the share reached solves 1 - z = exp(-R z), as for an epidemic (Kermack and McKendrick, 1927).
"""

import math
import random
from bisect import bisect
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from groupplan.forecast.draws import Uniform, binomial, brought, draw, poisson
from groupplan.forecast.growth import daily
from groupplan.model.growth import OF_MEMBERS, Chance, Curve, Inputs, Point

TOLD = 100
"""Runs between two reports of how many are done."""

_EVERYBODY = 10**10
"""No day brings more, however fast a growth without an audience runs away."""


class Runs(Struct, frozen=True):
    """What every run gave: metric → day → the numbers of all runs in order."""

    samples: Mapping[str, Mapping[int, Sequence[int]]]
    runs: int

    def curve(self) -> Curve:
        """P10, P50 and P90 of the runs."""
        return Curve(
            {
                name: tuple(_point(day, found) for day, found in days.items())
                for name, days in self.samples.items()
            }
        )

    def chance(self, metric: str, day: int, target: float) -> Chance:
        """The share of runs at the target or above, and its standard error (Agresti and Coull's, never 0)."""
        found = self.samples[metric][day]
        hits = sum(1 for one in found if one >= target)
        share = (hits + 2.0) / (self.runs + 4.0)
        return Chance(
            round(hits / self.runs, 4),
            round(math.sqrt(share * (1.0 - share) / (self.runs + 4.0)), 4),
            "simulated",
        )


def _point(day: int, found: Sequence[int]) -> Point:
    low, middle, high = (
        float(found[min(len(found) - 1, int(share * len(found)))]) for share in (0.1, 0.5, 0.9)
    )
    return day, low, middle, high


class World(Struct, frozen=True):
    """One run's parameters; nobody knows them before, all are drawn once."""

    sent: Sequence[float]
    """Joiners the channels send on each day, on average."""
    brings: float
    caps: Sequence[float]
    """Chances of bringing at most 0, 1, … guests, up to one less than the cap; empty without a cap."""
    stay: float
    rates: Mapping[str, float]


def simulate(
    inputs: Inputs, days: Sequence[int], runs: int, seed: int, tell: Callable[[int], None] | None = None
) -> Runs:
    """``runs`` plans drawn one after the other; the same seed gives the same numbers.

    ``tell`` hears now and then how many are done.
    """
    rng = random.Random(seed).random  # noqa: S311
    days = sorted(set(days))
    last = max(days, default=0)
    names = ("joined", "members", *inputs.rates)
    found: dict[str, dict[int, list[int]]] = {name: {day: [] for day in days} for name in names}
    for number in range(max(1, runs)):
        if tell is not None and number % TOLD == 0:
            tell(number)
        world = _world(rng, inputs, last)
        joined, members = _path(rng, inputs, world, last)
        for day in days:
            found["joined"][day].append(joined[day])
            found["members"][day].append(members[day])
        for name, share in world.rates.items():
            if name in OF_MEMBERS:
                for day in days:
                    found[name][day].append(binomial(rng, members[day], share))
            else:
                _count(rng, found[name], share, joined, inputs.members_now)
    return Runs(
        {name: {day: sorted(one) for day, one in by.items()} for name, by in found.items()}, max(1, runs)
    )


def _world(rng: Uniform, inputs: Inputs, last: int) -> World:
    common = draw(rng, inputs.scan) * draw(rng, inputs.join)
    sent = [0.0] * (last + 1)
    for one in inputs.channels:
        joiners = common * draw(rng, one.reach) * draw(rng, one.scan) * draw(rng, one.join)
        each = joiners / max(1, one.last_day - one.first_day + 1)
        for day in range(max(0, one.first_day), min(last, one.last_day) + 1):
            sent[day] += each
    brings = draw(rng, inputs.invites) * draw(rng, inputs.accept)
    stay = daily(draw(rng, inputs.leave), inputs.leave_days)
    rates = {name: draw(rng, law) for name, law in inputs.rates.items()}
    return World(sent, brings, below_caps(inputs, brings), stay, rates)


def below_caps(inputs: Inputs, brings: float) -> list[float]:
    """Chances of bringing at most 0, 1, … guests, for as many as the cap allows; none without a cap."""
    if inputs.cap is None or brings <= 0.0:
        return []
    k = inputs.dispersion
    share = brings / (brings + k)
    term, total, found = math.exp(k * math.log(1.0 - share)), 0.0, []
    for guests in range(inputs.cap):
        total += term
        found.append(total)
        term *= share * (guests + k) / (guests + 1.0)
    return found


def _path(rng: Uniform, inputs: Inputs, world: World, last: int) -> tuple[list[int], list[int]]:
    """Those who joined so far and those present, at the end of each day."""
    joined, present = 0, inputs.members_now
    hosts = [0] * (last + 1)
    delay, opens, shut = max(1, inputs.delay_days), max(0, inputs.refer_first), min(last, inputs.refer_last)
    all_joined, all_present = [], []
    for day in range(last + 1):
        if day:
            present -= binomial(rng, present, 1.0 - world.stay)
        new = poisson(rng, world.sent[day]) if world.sent[day] > 0.0 else 0
        if hosts[day]:
            new += _guests(rng, inputs, world, hosts[day])
        new = _won(rng, inputs, new, joined)
        if day == 0:
            new += inputs.seeds
        if inputs.seats is not None:
            new = min(new, max(0, inputs.seats - present))
        joined, present = joined + new, present + new
        due = max(day, opens) + delay
        if due <= shut:
            hosts[due] += new + (inputs.members_now if day == 0 else 0)
        all_joined.append(joined)
        all_present.append(present)
    return all_joined, all_present


def _guests(rng: Uniform, inputs: Inputs, world: World, hosts: int) -> int:
    if inputs.cap is None:
        return brought(rng, hosts, world.brings, inputs.dispersion)
    return sum(bisect(world.caps, rng()) for _ in range(hosts)) if world.caps else 0


def _won(rng: Uniform, inputs: Inputs, contacts: int, joined: int) -> int:
    """Of so many contacts, those who have not joined before nor are met twice today."""
    if inputs.audience is None or not contacts:
        return min(contacts, _EVERYBODY)
    left = inputs.audience - joined
    if left <= 0:
        return 0
    often = contacts / inputs.audience
    return min(left, binomial(rng, contacts, left / inputs.audience * -math.expm1(-often) / often))


def _count(
    rng: Uniform, found: Mapping[int, list[int]], share: float, joined: Sequence[int], there: int
) -> None:
    """Thin those who join as they come, after those who were there before."""
    seen, before = binomial(rng, there, share), 0
    for day, numbers in found.items():
        seen += binomial(rng, joined[day] - before, share)
        before = joined[day]
        numbers.append(seen)
