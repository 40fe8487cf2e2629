"""The scenarios of a brief side by side."""

from datetime import timedelta

from groupplan.model.campaign import Assumptions, Scenario
from groupplan.model.choices import SCENARIOS
from groupplan.model.document import Block, Part, Prose, Table
from groupplan.model.estimate import Estimate
from groupplan.model.formats import figure, hours, money, number, percent, rounded, spread
from groupplan.model.plan import Plan
from groupplan.model.scenarios import Outcome
from groupplan.render.chances import likely
from groupplan.render.words import Dictionary

_MINUTE = timedelta(minutes=1)


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """A column for each scenario; nothing where the brief has none."""
    if not plan.scenarios:
        return ()
    goal = next((one.goal for one in plan.scenarios if one.goal), "")
    name = next((one.name for one in plan.settled.goals if one.id == goal), "")
    rows = [
        ("what", [_what(one, plan, words) for one in plan.brief.scenarios]),
        ("joined", [_people(one.joined, one, words) for one in plan.scenarios]),
        ("members", [_people(one.members, one, words) for one in plan.scenarios]),
        ("chance", [_chance(one, words) for one in plan.scenarios]),
        ("peak", [_peak(one, plan, words) for one in plan.scenarios]),
        ("hands", [_hands(one, words) for one in plan.scenarios]),
        ("cash", [money(one.cash, plan.settled.language) for one in plan.scenarios]),
    ]
    shown_rows = tuple(
        (
            words.say(f"scenarios.{key}", goal=name) if key == "chance" else words.say(f"scenarios.{key}"),
            *cells,
        )
        for key, cells in rows
        if any(cell != "—" for cell in cells)
    )
    head = (words.say("scenarios.head"), *(one.name for one in plan.scenarios))
    lead = Prose(words.say("scenarios.lead"))
    return (Part(words.say("scenarios.title"), (lead, Table("scenarios", head, shown_rows)), "scenarios"),)


def _what(given: Scenario, plan: Plan, words: Dictionary) -> str:
    """What is different from the plan: the mood, the reach, single assumptions."""
    spoken = plan.settled.language
    parts = []
    if given.like and given.like != "base":
        parts.append(words.say(f"scenarios.{given.like}", like=SCENARIOS.label(given.like, spoken)))
    if given.reach not in (None, 1.0):
        parts.append(words.say("scenarios.reach", times=figure(given.reach, 3)))
    for name in Assumptions.model_fields:
        value = getattr(given.assumptions, name, None)
        if value is not None:
            parts.append(f"{words.say(f'assumption.{name}')} {_value(name, value, words)}")
    return words.say("scenarios.joint").join(parts) if parts else words.say("scenarios.same")


def _value(name: str, value: object, words: Dictionary) -> str:
    if isinstance(value, timedelta):
        whole = not value.seconds
        return (
            words.say("scenarios.days", count=value.days) if whole else hours(value / _MINUTE, words.language)
        )
    if not isinstance(value, Estimate):
        return str(value)
    if name != "invites":
        return words.bracketed(percent(value))
    low, high = figure(value.low), figure(value.high)
    return low if value.exact else f"{low}–{high}"


def _people(value: Estimate | None, one: Outcome, words: Dictionary) -> str:
    if value is None:
        return "—"
    if one.members is None:
        return words.bracketed(spread(value))
    low, middle, high = (number(rounded(part)) for part in (value.low, value.likely, value.high))
    return words.say("odds.range", low=low, middle=middle, high=high)


def _chance(one: Outcome, words: Dictionary) -> str:
    return "—" if one.chance is None else likely(one.chance, words)


def _peak(one: Outcome, plan: Plan, words: Dictionary) -> str:
    if one.peak is None:
        return "—"
    spoken, peak = plan.settled.language, one.peak
    name = next(role.name for role in plan.settled.roles if role.id == peak.role)
    gaps = {"hours": hours(peak.minutes, spoken), "of": hours(peak.available, spoken)}
    return words.say("scenarios.week", name=name, **gaps)


def _hands(one: Outcome, words: Dictionary) -> str:
    """Whether the hours suffice, and at what price."""
    if one.overload:
        return words.say("scenarios.over")
    return words.say("scenarios.dropped", count=one.dropped) if one.dropped else words.say("scenarios.enough")
