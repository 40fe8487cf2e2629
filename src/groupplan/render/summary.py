"""1 Summary: one screen for the team's Monday and the manager's minute."""

from datetime import timedelta

from groupplan.model.choices import JOINED_GROUPS
from groupplan.model.document import Block, Bullets, Pairs, Part, Prose, Table
from groupplan.model.finding import Severity
from groupplan.model.forecast import GroupNeed
from groupplan.model.formats import clock, hours, listed, money, number, spread
from groupplan.model.plan import Plan
from groupplan.model.settled import Goal
from groupplan.render.chances import likely, standing
from groupplan.render.common import date, groups_of, times, who
from groupplan.render.money import cash
from groupplan.render.odds import uncounted
from groupplan.render.steps import ranged
from groupplan.render.words import Dictionary

TOP_RISKS = 3
FIRST_DAYS = 7
ROUGH = 10
"""A range this many times wider than its low end is no figure to plan with."""


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """For whom, until when, goal, hours, money, three risks, first seven days."""
    found: list[Block] = [Prose(_lead(plan, words), "lead"), *_overload(plan, words), *_warning(plan, words)]
    found.append(Pairs("summary", tuple(_pairs(plan, words))))
    risks = sorted(plan.outline.risks, key=lambda piece: (-(piece.item.weight or 0), piece.key))[:TOP_RISKS]
    said = tuple(
        words.say(
            "summary.risk",
            name=plan.worded.text("risks", piece.key, "name"),
            response=plan.worded.text("risks", piece.key, "response"),
        )
        for piece in risks
    )
    if said:
        found.append(Part(words.say("summary.risks"), (Bullets(said, numbered=True),), "top-risks"))
    found.append(Part(words.say("summary.first_days"), _first_days(plan, words), "first-days"))
    return tuple(found)


def _lead(plan: Plan, words: Dictionary) -> str:
    settled = plan.settled
    people = settled.portrait or listed([s.who for s in settled.segments], settled.language)
    key = "summary.lead" if people else "summary.lead_nobody"
    return words.say(key, name=settled.name, topic=settled.position.topic, people=people)


def _warning(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    errors = sum(1 for finding in plan.findings if finding.severity == Severity.ERROR)
    warnings = sum(1 for finding in plan.findings if finding.severity == Severity.WARNING)
    if not errors and not warnings:
        return ()
    return (Prose(words.say("summary.findings", errors=errors, warnings=warnings), "warning"),)


def _overload(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """What must be done takes more hours than there are: said before anything else is believed."""
    spoken = plan.settled.language
    over = [load for load in plan.measures.loads if load.over > 1]
    if not over:
        return ()
    worst = max(over, key=lambda one: (one.over, one.week))
    name = next(role.name for role in plan.settled.roles if role.id == worst.role)
    gaps = {
        "hours": hours(worst.minutes, spoken),
        "of": hours(worst.free, spoken),
        "week": date(worst.week, plan),
    }
    return (Prose(words.say("summary.overload", name=name, **gaps), "warning"),)


def _pairs(plan: Plan, words: Dictionary) -> list[tuple[str, str]]:
    settled, purse = plan.settled, plan.settled.purse
    spoken = settled.language
    load = max(plan.measures.loads, key=lambda one: (one.minutes / one.available, one.role), default=None)
    rows = [(words.say("summary.goal"), _goal(goal, plan, words)) for goal in settled.goals if goal.primary][
        :1
    ]
    rows.append((words.say("summary.members"), _members(plan, words)))
    gaps = {"people": len(settled.roles), "hours": hours(plan.measures.minutes, spoken)}
    team = words.say("summary.team_value", **gaps)
    if load:
        name = next(role.name for role in settled.roles if role.id == load.role)
        week = {"week": date(load.week, plan), "hours": hours(load.minutes, spoken)}
        team += words.say("summary.peak", name=name, of=hours(load.available, spoken), **week)
    rows.append((words.say("summary.team"), team))
    spent = money(cash(plan), spoken)
    budget = (
        words.say("summary.of_budget", spent=spent, total=money(purse.total, spoken))
        if purse.total
        else spent
    )
    rows.append((words.say("summary.money"), budget))
    return rows


def _goal(goal: Goal, plan: Plan, words: Dictionary) -> str:
    outlook = plan.forecast.goals[goal.id]
    target = number(goal.target) if goal.target else "—"
    text = words.say("summary.goal_value", goal=goal.name, target=target, day=_until(goal, plan))
    verdict = plan.forecast.odds.verdicts.get(goal.id) if plan.forecast.odds else None
    if verdict:
        stands = ranged(standing(verdict), words)
        text += words.say("summary.goal_stands", stands=stands)
        text += words.say("summary.goal_chance", chance=likely(verdict.probability, words))
    elif plan.forecast.odds:
        text += words.say("summary.goal_uncounted", why=uncounted(goal, plan, words))
    elif outlook.expected:
        text += words.say("summary.goal_expected", expected=ranged(outlook.expected.eight_in_ten(), words))
    elif outlook.reach_needed:
        rough = outlook.reach_needed.high > ROUGH * outlook.reach_needed.low
        key = "summary.goal_needs_rough" if rough else "summary.goal_needs"
        reach = number(outlook.reach_needed) if rough else words.bracketed(spread(outlook.reach_needed))
        text += words.say(key, reach=reach)
    return text


def _until(goal: Goal, plan: Plan) -> str:
    return date(goal.deadline or plan.settled.closes, plan)


def _members(plan: Plan, words: Dictionary) -> str:
    forecast = plan.forecast
    need = _main(plan)
    key = f"summary.joins_{forecast.joins_from}"
    joined = forecast.people("joined") if forecast.odds else None
    joins = ranged(joined, words) if joined else words.bracketed(spread(forecast.joins))
    text = words.say(key, joins=joins)
    count = "one" if need.count == 1 else "many"
    text += words.say(f"summary.groups_{count}", groups=need.count, seats=number(need.usable))
    if plan.settled.members_now:
        text = words.say("summary.now", count=number(plan.settled.members_now)) + text
    return text


def _main(plan: Plan) -> GroupNeed:
    """What the group that people join needs: the first open one, whatever else is listed before it."""
    kinds = {group.id: group.kind for group in plan.settled.groups}
    needs = plan.forecast.groups
    return next((need for need in needs if kinds[need.group] in JOINED_GROUPS), needs[0])


def _first_days(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    first = plan.schedule.first
    last = first + timedelta(days=FIRST_DAYS - 1)
    tasks = {piece.key: piece for piece in plan.outline.tasks}
    rows, marks = [], []
    for one in plan.schedule.occurrences:
        if first <= one.day <= last:
            marks.append(f"{one.task}/{one.number}")
            piece = tasks[one.task]
            name = plan.worded.text("tasks", one.task, "name")
            many = times(groups_of(piece, plan), words) if piece.item.kind == "post" else ""
            at = clock(one.at) if one.at else ""
            rows.append((date(one.day, plan), at, f"{name} {many}".strip(), who(piece, plan, words)))
    if not rows:
        return (Prose(words.say("summary.no_first_days")),)
    return (Table("first-days", words.heads("summary.first_days_head"), tuple(rows), tuple(marks)),)
