"""3 Goals and the numbers behind them."""

from groupplan.model.choices import GUARDRAILS
from groupplan.model.document import Block, Part, Prose, Table
from groupplan.model.estimate import Estimate
from groupplan.model.formats import day, number, percent, spread
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal, Setting
from groupplan.render import curves, odds, scenarios
from groupplan.render.common import date, guides, table
from groupplan.render.steps import funnel, ranged
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The goal sheet, the funnel, and what each goal takes."""
    found: list[Block] = []
    settled = plan.settled
    sheet = table("goals", words.heads("goals.head"), (_row(goal, plan, words) for goal in settled.goals))
    found += sheet or (Prose(words.say("goals.none")),)
    found.append(Part(words.say("goals.odds"), odds.blocks(plan, words), "odds"))
    found += scenarios.blocks(plan, words)
    outlook = [row for goal in settled.goals if (row := _outlook(goal, plan, words))]
    if outlook and plan.forecast.odds is None:
        heads = words.heads("goals.outlook_head")
        found.append(Part(words.say("goals.outlook"), table("outlook", heads, outlook), "outlook"))
    found.append(Part(words.say("goals.funnel"), _funnel(plan, words), "funnel"))
    return (*found, *guides(plan, "goals"))


def _row(goal: Goal, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    settled = plan.settled
    pains = {name: text for segment in settled.segments for name, text in segment.pains}
    people = {role.id: role.name for role in settled.roles}
    name = words.say("goals.primary", goal=goal.name) if goal.primary else goal.name
    guard = "—"
    if goal.guardrail:
        metric = GUARDRAILS.label(goal.guardrail[0], settled.language)
        guard = words.say("goals.guard", metric=metric, max=percent(goal.guardrail[1]))
    return (
        name,
        _size(goal.baseline, words),
        _size(goal.target, words),
        day(goal.deadline, settled.language) if goal.deadline else "—",
        goal.source or "—",
        people.get(goal.owner, "—"),
        goal.reason or "—",
        pains.get(goal.relieves, "—"),
        guard,
    )


def _size(value: Estimate | None, words: Dictionary) -> str:
    return words.bracketed(spread(value)) if value else "—"


def _outlook(goal: Goal, plan: Plan, words: Dictionary) -> tuple[str, ...] | None:
    found = plan.forecast.goals[goal.id]
    if not found.expected and not found.joins_needed:
        return None
    verdict = "—"
    if found.expected and goal.target:
        verdict = words.say(f"goals.verdict_{_verdict(found.expected, goal.target.likely)}")
    return (
        goal.name,
        _size(goal.target, words),
        _size(found.expected, words),
        _size(found.joins_needed, words),
        _size(found.reach_needed, words),
        verdict,
    )


def _verdict(expected: Estimate, target: float) -> str:
    """Where the target lies in today's range."""
    if target <= expected.low:
        return "below"
    if target <= expected.likely:
        return "likely"
    return "stretch" if target <= expected.high else "beyond"


def _funnel(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    rows = []
    for step, people in funnel(plan):
        setting = plan.settled.rates.get(step.rate)
        rate = words.bracketed(percent(setting.value)) if setting else "—"
        rows.append((words.say(f"step.{step.id}"), ranged(people, words), rate, _origin(setting, words)))
    gaps = {"seeds": number(plan.settled.seeds_count), "day": date(plan.settled.closes, plan)}
    bare = plan.forecast.joins_from == "reach" and not plan.settled.seeds_count
    said = words.say(f"goals.funnel_{plan.forecast.joins_from}{'_no_seeds' if bare else ''}", **gaps)
    if plan.settled.members_now:
        said += words.say("goals.funnel_there", there=number(plan.settled.members_now))
    if plan.forecast.joins_from == "reach" and plan.settled.referral:
        onward = plan.settled.guests_next_round
        said += words.say("goals.funnel_next_round" if onward else "goals.funnel_referral")
    picture = curves.stairs(plan, words)
    return (*picture, Table("funnel", words.heads("goals.funnel_head"), tuple(rows)), Prose(said))


def _origin(setting: Setting[Estimate] | None, words: Dictionary) -> str:
    if setting is None:
        return "—"
    said = words.say(f"origin.{setting.origin}")
    return f"{said} {setting.row}".strip() if setting.row else said
