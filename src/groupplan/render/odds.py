"""The odds in words, tables and pictures: chances, ranges by week, what a goal takes and what it hangs on."""

import math

from groupplan.model.document import Block, Part, Prose, Swing, Table, Tornado
from groupplan.model.formats import day, number, rounded
from groupplan.model.outlook import Odds, Verdict
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal
from groupplan.render import curves, needs
from groupplan.render.common import date, table
from groupplan.render.words import Dictionary

WIDEST = 5
"""Bars of a tornado worth showing."""


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Chances of the goals, curves by week, tornado and test of the primary goal; how they were counted."""
    odds = plan.forecast.odds
    if odds is None:
        return (Prose(words.say("odds.none")),)
    found: list[Block] = []
    verdicts = [(goal, odds.verdicts[goal.id]) for goal in plan.settled.goals if goal.id in odds.verdicts]
    primary = next((pair for pair in verdicts if pair[0].primary), verdicts[0] if verdicts else None)
    if primary:
        found.append(Prose(paragraph(*primary, plan, words), "lead"))
        rows = [_row(goal, verdict, plan, words) for goal, verdict in verdicts]
        found += table("odds", words.heads("odds.head"), rows)
        found += needs.blocks(*primary, plan, words)
    found.append(Part(words.say("odds.weeks"), curves.weeks(odds, plan, words, primary), "weeks"))
    if primary and primary[1].swings:
        found.append(Part(words.say("odds.tornado"), _tornado(*primary, plan, words), "tornado"))
    found.append(Prose(_method(odds, words)))
    return tuple(found)


def of_goal(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """One goal alone: its paragraph, its row, and what it hangs on."""
    row = table("odds", words.heads("odds.head"), [_row(goal, verdict, plan, words)])
    hangs = _tornado(goal, verdict, plan, words) if verdict.swings else ()
    takes = needs.blocks(goal, verdict, plan, words)
    return (Prose(paragraph(goal, verdict, plan, words), "lead"), *row, *takes, *hangs)


def paragraph(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> str:
    """What a manager reads aloud: where it will stand, how likely it is, what it would take."""
    _, low, middle, high = verdict.mark
    gaps = {
        "goal": goal.name,
        "target": number(verdict.target),
        "day": day(verdict.mark[0], plan.settled.language),
        "low": number(rounded(low)),
        "middle": number(rounded(middle)),
        "high": number(rounded(high)),
        "chance": likely(verdict.probability, words),
        "level": likely(goal.chance, words),
    }
    said = words.say("odds.paragraph", **gaps)
    if verdict.guarded < 1.0:
        said += words.say("odds.guarded", guarded=likely(verdict.guarded, words))
    return said + _takes(goal, verdict, plan, words)


def _takes(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> str:
    """The reach for the chance wanted, or what stands in the way of it."""
    need = verdict.need
    if need is None or verdict.probability >= goal.chance:
        return ""
    if verdict.guarded < goal.chance:
        return words.say("odds.guard_binds", level=likely(goal.chance, words))
    if math.isinf(need.factor):
        return words.say("odds.never")
    gaps = {"reach": number(rounded(need.reach)), "times": number(round(need.factor, 1))}
    said = words.say("odds.takes", level=likely(goal.chance, words), **gaps)
    return said + (words.say(f"odds.binds_{need.binding}") if need.binding else "")


def likely(chance: float, words: Dictionary) -> str:
    """A chance in whole per cent, never 0 and never 100."""
    whole = round(100 * chance)
    if 0 < whole < 100:
        return f"{whole}%"
    return words.say("odds.hardly" if whole <= 0 else "odds.surely")


def _row(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    _, low, middle, high = verdict.mark
    standing = words.say(
        "odds.range", low=number(rounded(low)), middle=number(rounded(middle)), high=number(rounded(high))
    )
    need = verdict.need
    takes = "—"
    if need is not None and verdict.guarded >= goal.chance:
        takes = words.say("odds.beyond") if math.isinf(need.factor) else number(rounded(need.reach))
    chance = words.say("odds.of", chance=likely(verdict.probability, words), level=likely(goal.chance, words))
    return goal.name, number(verdict.target), date(verdict.mark[0], plan), standing, chance, takes


def _tornado(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    base = verdict.chance.probability
    bars = verdict.swings[:WIDEST]
    swings, rows = [], []
    for bar in bars:
        name = assumption(bar.name, plan, words)
        low, high = likely(bar.low, words), likely(bar.high, words)
        swings.append(Swing(name, bar.low, bar.high, words.say("odds.swing", low=low, high=high)))
        rows.append((name, low, high))
    picture = Tornado(words.say("odds.tornado"), base, tuple(swings))
    found: list[Block] = [Prose(words.say("odds.tornado_lead", goal=goal.name)), picture]
    found.append(Table("tornado", words.heads("odds.tornado_head"), tuple(rows)))
    if verdict.trial:
        days = verdict.trial.days
        gaps = {
            "name": assumption(verdict.trial.name, plan, words),
            "count": number(verdict.trial.observations),
        }
        key = "odds.trial_days" if days else "odds.trial"
        found.append(Prose(words.say(key, days=days, **gaps) if days else words.say(key, **gaps)))
    return tuple(found)


def assumption(name: str, plan: Plan, words: Dictionary) -> str:
    """The name for people of one unknown: a common rate, or one of a channel."""
    channel, _, field = name.rpartition(".")
    label = words.say(f"odds.unknown_{field}")
    found = next((one.name for one in plan.settled.channels if one.id == channel), "")
    found = found or next((one.who for one in plan.settled.segments if one.id == channel), "")
    return words.say("odds.unknown_of", channel=found, name=label) if found else label


def _method(odds: Odds, words: Dictionary) -> str:
    parts = []
    if odds.growth:
        k = odds.growth
        state = "growing" if k.low >= 1 else "unsure" if k.high >= 1 else "steady" if k.likely else "none"
        parts.append(words.say("odds.growth", k=_figure(k.likely), low=_figure(k.low), high=_figure(k.high)))
        parts.append(words.say(f"odds.growth_{state}"))
    error = max((one.chance.error for one in odds.verdicts.values()), default=0.0)
    gaps = {"error": f"{round(100 * error, 1):g}", "runs": number(odds.runs)}
    parts.append(words.say("odds.simulated" if odds.runs else "odds.closed", **gaps))
    if odds.runs and not odds.closed.holds:
        parts.append(words.say(f"odds.why_{odds.closed.reason}"))
    return words.say("odds.joint").join(parts) if words.language == "en" else "".join(parts)


def _figure(value: float) -> str:
    return f"{value:.2g}"
