"""The scenarios of a brief: what each changes in it, and what comes of it."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from groupplan.fit import TOLERANCE
from groupplan.forecast import laws
from groupplan.model.brief import Brief
from groupplan.model.campaign import Assumptions, Scenario
from groupplan.model.choices import SCENARIOS
from groupplan.model.community import Channel
from groupplan.model.distribution import Distribution
from groupplan.model.estimate import Estimate, exactly
from groupplan.model.fits import HIGH, LOW
from groupplan.model.fitted import Fitted
from groupplan.model.forecast import Forecast
from groupplan.model.measures import Measures
from groupplan.model.money import total
from groupplan.model.outlook import Mark
from groupplan.model.scenarios import Outcome
from groupplan.model.settled import Settled

POINTS = {"cautious": 0.25, "bold": 0.75}
"""Where the middle of each range goes: what is passed three times in four, or once in four."""
AGAINST = frozenset({"leave_rate"})
"""Rates that are better low."""
OWN = ("scan_rate", "join_rate")
"""Rates that a channel may have of its own."""
GUESTS = ("invites", "accept_rate")


def variant(brief: Brief, scenario: Scenario, settled: Settled) -> Brief:
    """The brief under a scenario: its rates moved, then what the scenario itself says, then its reach."""
    own = _given(scenario.assumptions)
    point = POINTS.get(scenario.like or "", 0.5)
    moved = {} if point == 0.5 else _moved(settled, point)
    if not own.keys().isdisjoint(GUESTS) and "invites" not in settled.rates:
        moved = {name: value for name, value in moved.items() if name not in GUESTS}
    changes: dict[str, Any] = {}
    if moved or own:
        changes["assumptions"] = (brief.assumptions or Assumptions()).model_copy(update={**moved, **own})
    factor = 1.0 if scenario.reach is None else scenario.reach
    changes["channels"] = tuple(_channel(one, point, own, factor) for one in brief.channels)
    if factor != 1.0 and brief.audience and not any(one.reach and one.reach.high for one in brief.channels):
        segments = (
            one.model_copy(update={"reach": _times(one.reach, factor)}) for one in brief.audience.segments
        )
        changes["audience"] = brief.audience.model_copy(update={"segments": tuple(segments)})
    return brief.model_copy(update=changes)


def _given(assumptions: Assumptions | None) -> dict[str, Any]:
    names = Assumptions.model_fields if assumptions else ()
    return {name: value for name in names if (value := getattr(assumptions, name)) is not None}


def _moved(settled: Settled, point: float) -> dict[str, Estimate]:
    """Every uncertain rate with its range moved so that its middle stands at the point, as wide as before.

    Guests seen in the history are known as one number: it goes into the invitations, all of them accepted.
    """
    found = {}
    for name, setting in settled.rates.items():
        if name not in Assumptions.model_fields or name == "invites":
            continue
        law = laws.rate(name, settled)
        value = _between(law, setting.value) if setting.origin == "history" else setting.value
        found[name] = _shifted(value, law, 1.0 - point if name in AGAINST else point)
    guests = laws.brought(settled)[0]
    value = settled.rates["invites" if "invites" in settled.rates else "refer_rate"].value
    if "invites" not in settled.rates:
        value, found["accept_rate"] = _between(guests, value), exactly(1.0)
    found["invites"] = _scaled(value, guests, point)
    return found


def _between(law: Distribution, value: Estimate) -> Estimate:
    low, high = law.quantile(LOW), law.quantile(HIGH)
    return Estimate(low, min(max(value.likely, low), high), high)


def _shifted(value: Estimate, law: Distribution, point: float) -> Estimate:
    """A share moved on the scale of odds, on which it cannot leave 0 to 1."""
    middle, there = law.quantile(0.5), law.quantile(point)
    if value.exact or not 0.0 < min(middle, there) <= max(middle, there) < 1.0:
        return value
    times = there / (1.0 - there) / (middle / (1.0 - middle))
    low, likely, high = (x * times / (1.0 - x + x * times) for x in (value.low, value.likely, value.high))
    return replace(value, low=low, likely=likely, high=high)


def _scaled(value: Estimate, law: Distribution, point: float) -> Estimate:
    """A number that is no share, moved by a factor."""
    middle = law.quantile(0.5)
    return _times(value, law.quantile(point) / middle) if middle > 0.0 else value


def _times(value: Estimate | None, factor: float) -> Any:
    if value is None or factor == 1.0:
        return value
    return replace(value, low=value.low * factor, likely=value.likely * factor, high=value.high * factor)


def _channel(given: Channel, point: float, own: Mapping[str, Any], factor: float) -> Channel:
    """Its reach times the factor; its own rates moved, and gone where the scenario has one for all."""
    changes: dict[str, Any] = {"reach": _times(given.reach, factor)}
    for name in OWN:
        rate = getattr(given, name)
        if rate is not None:
            changes[name] = None if name in own else _shifted(rate, laws.share(rate), point)
    return given.model_copy(update=changes)


def outcome(
    scenario: Scenario, settled: Settled, forecast: Forecast, fitted: Fitted, measures: Measures
) -> Outcome:
    """What a plan under a scenario comes to."""
    odds = forecast.odds
    goals = sorted(settled.goals, key=lambda goal: not goal.primary)
    verdict = next((odds.verdicts[goal.id] for goal in goals if odds and goal.id in odds.verdicts), None)
    label = SCENARIOS.label(scenario.like, settled.language) if scenario.like else scenario.id
    cash = (cost.amount for cost in measures.costs if cost.id != "labour")
    return Outcome(
        id=scenario.id,
        name=scenario.name or label[:1].upper() + label[1:],
        joined=_standing(odds.curves["joined"][-1]) if odds else forecast.joins,
        members=_standing(odds.curves["members"][-1]) if odds else None,
        goal=verdict.goal if verdict else "",
        chance=verdict.probability if verdict else None,
        peak=max(measures.loads, key=lambda one: (one.minutes / one.available, one.role), default=None),
        cash=total(cash, settled.purse.currency),
        overload=any(load.over > TOLERANCE for load in measures.loads),
        dropped=len(fitted.dropped),
    )


def _standing(mark: Mark) -> Estimate:
    return Estimate(*mark[1:])
