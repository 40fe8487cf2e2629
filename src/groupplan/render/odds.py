"""The odds in words, tables and pictures: chances, ranges by week, what a goal takes and what it hangs on."""

import math
from collections.abc import Iterator

from groupplan.model.document import Block, Part, Prose, Table
from groupplan.model.formats import day, figure, number, rounded
from groupplan.model.outlook import Odds, Verdict
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal
from groupplan.render import curves, needs, tornado
from groupplan.render.chances import likely, standing, target
from groupplan.render.common import date
from groupplan.render.steps import ranged
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Chances of the goals, curves by week, tornado and test of the primary goal; how they were counted."""
    odds = plan.forecast.odds
    if odds is None:
        return (Prose(words.say("odds.none")),)
    found: list[Block] = []
    verdicts = [(goal, odds.verdicts[goal.id]) for goal in plan.settled.goals if goal.id in odds.verdicts]
    primary = next((pair for pair in verdicts if pair[0].primary), verdicts[0] if verdicts else None)
    if primary:
        found += (Prose(paragraph(*primary, plan, words), "lead"), _table(verdicts, plan, words))
    found += (Prose(uncounted(goal, plan, words)) for goal in plan.settled.goals if goal.id in odds.left_out)
    if primary:
        found += needs.blocks(*primary, plan, words)
    found.append(Part(words.say("odds.weeks"), curves.weeks(odds, plan, words, primary), "weeks"))
    if primary:
        found += tornado.blocks(*primary, plan, words)
    return (*found, *method(plan, odds, words))


def of_goal(goal: Goal, plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """One goal alone: its paragraph, its row, and what it hangs on; else why it has no odds."""
    odds = plan.forecast.odds
    if odds is None:
        return (Prose(words.say("odds.none")),)
    verdict = odds.verdicts.get(goal.id)
    if verdict is None:
        return (Prose(uncounted(goal, plan, words)),)
    lead = Prose(paragraph(goal, verdict, plan, words), "lead")
    parts = needs.blocks(goal, verdict, plan, words), tornado.blocks(goal, verdict, plan, words)
    return (lead, _table([(goal, verdict)], plan, words), *parts[0], *parts[1], *method(plan, odds, words))


def uncounted(goal: Goal, plan: Plan, words: Dictionary) -> str:
    """Why a goal has no odds."""
    odds = plan.forecast.odds
    reason = odds.left_out.get(goal.id, "") if odds else ""
    spoken = plan.settled.language
    until = day(goal.deadline or plan.settled.closes, spoken, year=True)
    opens = day(plan.settled.opens, spoken, year=True)
    return words.say(f"odds.left_{reason}", goal=goal.name, day=until, opens=opens)


def paragraph(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> str:
    """What a manager reads aloud: where it will stand, how likely it is, what it would take."""
    found = standing(verdict)
    gaps = {
        "goal": goal.name,
        "target": target(goal, verdict),
        "day": day(verdict.mark[0], plan.settled.language),
        "low": number(rounded(found.low)),
        "middle": number(rounded(found.likely)),
        "high": number(rounded(found.high)),
        "chance": likely(verdict.probability, words),
        "level": likely(goal.chance, words),
    }
    said = words.say("odds.paragraph", **gaps)
    if verdict.guarded < 1.0:
        said += words.say("odds.guarded", guarded=likely(verdict.guarded, words))
    said += _takes(goal, verdict, words)
    safe, chance = verdict.carried
    if safe <= 0 or (verdict.probability >= goal.chance and safe <= verdict.target * verdict.unit):
        return said
    return said + words.say("odds.carried", target=number(safe), chance=likely(chance, words))


def _takes(goal: Goal, verdict: Verdict, words: Dictionary) -> str:
    """The reach for the chance wanted, or what stands in the way of it."""
    need = verdict.need
    if need is None or verdict.probability >= goal.chance:
        return ""
    if verdict.guarded < goal.chance:
        return words.say("odds.guard_binds", level=likely(goal.chance, words))
    if math.isinf(need.factor):
        return words.say("odds.never")
    gaps = {"reach": number(rounded(need.reach)), "times": figure(need.factor, 3)}
    said = words.say("odds.takes", level=likely(goal.chance, words), **gaps)
    return said + (words.say(f"odds.binds_{need.binding}") if need.binding else "")


def _table(pairs: list[tuple[Goal, Verdict]], plan: Plan, words: Dictionary) -> Table:
    """A row for each goal; the head names the chance wanted where all want the same."""
    levels = {likely(goal.chance, words) for goal, _ in pairs}
    head = "odds.head" if len(levels) == 1 else "odds.head_levels"
    heads = words.say(head, level=min(levels)).split("|")
    rows = tuple(_row(goal, verdict, plan, words) for goal, verdict in pairs)
    return Table("odds", tuple(one.strip() for one in heads), rows)


def _row(goal: Goal, verdict: Verdict, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    stands = ranged(standing(verdict), words)
    chance = words.say("odds.of", chance=likely(verdict.probability, words), level=likely(goal.chance, words))
    takes = _reach(goal, verdict, words)
    return goal.name, target(goal, verdict), date(verdict.mark[0], plan), stands, chance, takes


def _reach(goal: Goal, verdict: Verdict, words: Dictionary) -> str:
    """The reach it takes; what is there where that is enough, nothing where reach is not what is wanting."""
    need = verdict.need
    if verdict.probability >= goal.chance:
        return words.say("odds.enough")
    if need is None or verdict.guarded < goal.chance:
        return "—"
    return words.say("odds.beyond") if math.isinf(need.factor) else number(rounded(need.reach))


def method(plan: Plan, odds: Odds, words: Dictionary) -> tuple[Block, ...]:
    """Who is counted in, what referral brings, and how the figures were found; nothing that is not so."""
    parts = [*_seeds(plan, words), *_referral(plan, odds, words)]
    error = max((one.chance.error for one in odds.verdicts.values()), default=0.0)
    if odds.verdicts or odds.runs:
        key = "odds.simulated" if odds.runs else "odds.closed"
        gaps = {"error": figure(100 * error), "runs": number(odds.runs)}
        parts.append(words.say(key if odds.verdicts else f"{key}_only", **gaps))
    if odds.runs and not odds.closed.holds:
        parts.append(words.say(f"odds.why_{odds.closed.reason}"))
    return (Prose(words.say("odds.joint").join(parts)),) if parts else ()


def _seeds(plan: Plan, words: Dictionary) -> Iterator[str]:
    """Seed members that the brief does not name."""
    if any(one.name == "seeds_count" for one in plan.settled.assumptions):
        yield words.say("odds.seeds", seeds=number(plan.settled.seeds_count))


def _referral(plan: Plan, odds: Odds, words: Dictionary) -> Iterator[str]:
    k = odds.growth
    if k and plan.settled.guests_next_round:
        yield words.say("odds.growth_next", k=figure(k.likely), low=figure(k.low), high=figure(k.high))
    elif k:
        state = "growing" if k.low >= 1 else "unsure" if k.high >= 1 else "steady" if k.likely else "none"
        yield words.say("odds.growth", k=figure(k.likely), low=figure(k.low), high=figure(k.high))
        yield words.say(f"odds.growth_{state}")
