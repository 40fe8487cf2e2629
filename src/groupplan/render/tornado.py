"""What the chance of a goal hangs on: bars around it, and the test that settles the widest."""

from groupplan.model.document import Block, Part, Prose, Swing, Table, Tornado
from groupplan.model.formats import number
from groupplan.model.outlook import Verdict
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal
from groupplan.render.chances import likely
from groupplan.render.words import Dictionary

WIDEST = 5
"""Bars of a tornado worth showing."""


def blocks(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Under one heading; nothing where nothing was looked into, a sentence where nothing moves the chance."""
    if not verdict.swings:
        return ()
    chance = likely(verdict.probability, words)
    bars = [(assumption(bar.name, plan, words), bar) for bar in verdict.swings[:WIDEST]]
    ends = [(likely(bar.low, words), likely(bar.high, words)) for _, bar in bars]
    if all(end == chance for pair in ends for end in pair):
        found: tuple[Block, ...] = (Prose(words.say("odds.flat", goal=goal.name, chance=chance)),)
        return (Part(words.say("odds.tornado"), found, "tornado"),)
    swings = tuple(
        Swing(name, bar.low, bar.high, words.say("odds.swing", low=low, high=high))
        for (name, bar), (low, high) in zip(bars, ends, strict=True)
    )
    rows = tuple((name, *pair) for (name, _), pair in zip(bars, ends, strict=True))
    found = (
        Prose(_lead(goal, verdict, plan, words)),
        _drawn(verdict.probability, swings, words),
        Table("tornado", words.heads("odds.tornado_head"), rows),
        *_trial(verdict, plan, words),
    )
    return (Part(words.say("odds.tornado"), found, "tornado"),)


def _drawn(base: float, swings: tuple[Swing, ...], words: Dictionary) -> Tornado:
    rising = [swing.high >= swing.low for swing in swings]
    rises, falls = (words.say(f"odds.{name}") for name in ("rises", "falls"))
    return Tornado(
        words.say("odds.tornado"),
        base,
        swings,
        rises if any(rising) else "",
        falls if not all(rising) else "",
    )


def _lead(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> str:
    """What the bars say, and that they stand on the chance of the plan, however that was found."""
    said = words.say("odds.tornado_lead", goal=goal.name, chance=likely(verdict.probability, words))
    if verdict.guarded < 1.0:
        said += words.say("odds.tornado_guarded")
    return said + (words.say("odds.tornado_drawn") if verdict.chance.method == "simulated" else "")


def _trial(verdict: Verdict, plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    test = verdict.trial
    if test is None:
        return ()
    gaps = {"name": assumption(test.name, plan, words), "count": number(test.observations)}
    if test.days:
        whole = (plan.schedule.last - plan.schedule.first).days + 1
        key = "odds.trial_late" if test.days > whole else "odds.trial_days"
        return (Prose(words.say(key, days=number(test.days), **gaps)),)
    return (Prose(words.say("odds.trial", **gaps)),)


def assumption(name: str, plan: Plan, words: Dictionary) -> str:
    """The name for people of one unknown: a common rate, or one of a channel."""
    channel, _, field = name.rpartition(".")
    label = words.say(f"odds.unknown_{field}")
    found = next((one.name for one in plan.settled.channels if one.id == channel), "")
    found = found or next((one.who for one in plan.settled.segments if one.id == channel), "")
    if not found:
        return label
    key = "odds.reached_by" if field == "reach" else "odds.unknown_of"
    return words.say(key if found[:1].islower() else f"{key}_name", channel=found, name=label)
