"""Whether the closed form holds for a plan, or people must be drawn one by one."""

from groupplan.forecast.grid import COARSE, lay
from groupplan.forecast.odds import curve
from groupplan.forecast.simulate import below_caps
from groupplan.model.fits import HIGH
from groupplan.model.growth import Closed, Curve, Inputs, refers

_OF_AUDIENCE = 0.05
"""Up to this share of the audience reached, acceptance has not noticeably shrunk."""
_LOST = 0.02
"""Share of guests a cap may cost."""
_RUNAWAY = 0.9
"""From this K on the upper tail is a matter of who is left to be asked, not of rates."""
_FEW = 30.0
"""Fewer joiners than this are counted better one by one."""


def linear(inputs: Inputs, known: Curve | None = None) -> Closed:
    """True when nothing in the plan bends the growth: no short audience, no binding seats, no binding cap."""
    days = tuple(sorted({*inputs.weekly, max(0, min(inputs.horizon, inputs.refer_last))}))
    found = (known or curve(lay(inputs, days, COARSE))).metrics
    joined, members = found["joined"][-1], max(point[3] for point in found["members"])
    if inputs.audience is not None and joined[3] > _OF_AUDIENCE * inputs.audience:
        return Closed(False, "audience")
    if inputs.seats is not None and members > inputs.seats:
        return Closed(False, "seats")
    brings = inputs.invites.quantile(HIGH) * inputs.accept.mean if refers(inputs) else 0.0
    if inputs.cap is not None and _lost(inputs, brings) > _LOST:
        return Closed(False, "cap")
    if brings >= _RUNAWAY:
        return Closed(False, "runaway")
    return Closed(False, "few") if 0.0 < joined[2] < _FEW else Closed(True)


def _lost(inputs: Inputs, brings: float) -> float:
    """Share of guests above the cap; the mean up to it is the sum of the chances of more than 0, 1, …"""
    if brings <= 0.0:
        return 0.0
    return 1.0 - sum(1.0 - share for share in below_caps(inputs, brings)) / brings
