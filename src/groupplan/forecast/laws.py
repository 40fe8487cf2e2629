"""Settled numbers as distributions: rates as Beta, sizes as log-normal, three points as PERT."""

import math

from groupplan.model.distribution import Distribution, Fixed, LogNormal, Pert
from groupplan.model.estimate import Estimate
from groupplan.model.fits import beta_of, beta_posterior, lognormal_of
from groupplan.model.settled import Settled


def rate(name: str, settled: Settled) -> Distribution:
    """A rate of the funnel: the posterior of one's own history, else a Beta with the range written."""
    seen = settled.seen.get(name)
    if seen is not None and settled.rates[name].origin == "history":
        return beta_posterior(*seen)
    return share(settled.rates[name].value)


def share(value: Estimate) -> Distribution:
    """A share between 0 and 1."""
    if value.exact:
        return Fixed(value.low)
    return _pert(value) if value.three else beta_of(value.low, value.high)


def size(value: Estimate) -> Distribution:
    """A number of people or invitations."""
    if value.exact:
        return Fixed(value.low)
    return _pert(value) if value.three else lognormal_of(value.low, value.high)


def brought(settled: Settled) -> tuple[Distribution, Distribution]:
    """Invitations a member sends, and the share of them that comes.

    Seen in the history only their product is known: ``referred`` by ``joined`` members, a Gamma
    posterior (Jeffreys' prior) taken as the log-normal of the same mean and variance.
    """
    if "invites" in settled.rates:
        return size(settled.rates["invites"].value), rate("accept_rate", settled)
    hits, of = settled.seen["refer_rate"]
    mean, variance = (hits + 0.5) / of, (hits + 0.5) / (of * of)
    wide = math.log1p(variance / (mean * mean))
    return LogNormal(math.log(mean) - wide / 2, math.sqrt(wide)), Fixed(1.0)


def _pert(value: Estimate) -> Distribution:
    return Pert(value.low, value.likely, value.high)
