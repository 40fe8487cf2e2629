"""6 Team, workload, backup."""

import math

from groupplan.model.document import Block, Part, Prose, Table
from groupplan.model.formats import hours, listed
from groupplan.model.items import Duty
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.settled import Role
from groupplan.render import heat, rehearsal, roster
from groupplan.render.common import date, guides, left_out, table
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Who does what, who stands in, hours against hours, what was left out."""
    people = table(
        "people", words.heads("team.people_head"), (_person(r, plan, words) for r in plan.settled.roles)
    )
    found: list[Block] = [*(people or (Prose(words.say("team.none")),))]
    duties = table("duties", words.heads("team.duties_head"), _duties(plan, words))
    if duties:
        found.append(Part(words.say("team.duties"), duties, "duties"))
    if plan.measures.loads:
        found.append(Part(words.say("team.workload"), _workload(plan, words), "workload"))
    found += roster.blocks(plan, words)
    found += rehearsal.hands(plan, words)
    if plan.fitted.dropped:
        found.append(Part(words.say("team.dropped"), _dropped(plan, words), "dropped"))
    return (*found, *guides(plan, "team"))


def _person(role: Role, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    names = {one.id: one.name for one in plan.settled.roles}
    mine = [duty for duty, person in plan.settled.people.items() if person == role.id]
    used = [duty for duty in mine if plan.measures.duties.get(duty)]
    duties = listed([plan.worded.text("duties", duty, "name") or duty for duty in used], spoken)
    total = hours(sum(load.minutes for load in plan.measures.of(role.id)), spoken)
    backup = names.get(role.backup, words.say("team.no_backup"))
    return role.name, duties or "—", hours(role.hours_week * 60, spoken), total, backup


def _duties(plan: Plan, words: Dictionary) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for piece in plan.outline.duties:
        minutes = plan.measures.duties.get(piece.key, 0.0)
        role = plan.settled.person(piece.key)
        if minutes or (role and piece.key in role.duties):
            texts = [plan.worded.text("duties", piece.key, field) for field in ("name", "does")]
            name = role.name if role else words.say("team.nobody_short")
            does = "\n".join(part for part in (texts[1], _given_up(piece, role, plan, words)) if part)
            spent = hours(minutes, plan.settled.language)
            rows.append((texts[0], name, does, _needed(piece, plan, words), spent))
    return rows


def _needed(piece: Piece[Duty], plan: Plan, words: Dictionary) -> str:
    """How many people the duty takes at the size expected (M223)."""
    each = piece.item.per_members
    members = plan.settled.members_now + plan.forecast.joins.likely
    if not each or not members:
        return words.say("team.needs_one")
    return words.say("team.needs", count=max(1, math.ceil(members / each)), each=each)


def _given_up(piece: Piece[Duty], role: Role | None, plan: Plan, words: Dictionary) -> str:
    """What is lost where somebody stands in for a duty nobody took (M231)."""
    stands_in = role is None or piece.key not in role.duties
    text = plan.worded.text("duties", piece.key, "merged") if stands_in else ""
    return words.say("team.merged", text=text) if text else ""


def _workload(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    spoken = plan.settled.language
    roles = plan.settled.roles
    weeks = sorted({load.week for load in plan.measures.loads})
    rows = []
    for week in weeks:
        loads = {load.role: load for load in plan.measures.loads if load.week == week}
        cells = (roster.week_cell(loads[role.id], plan, words) for role in roles)
        rows.append((date(week, plan), *cells))
    available = [words.say("team.column", name=r.name, hours=hours(r.hours_week * 60, spoken)) for r in roles]
    head = (words.say("team.week"), *available)
    note = Prose(words.say("team.workload_note"))
    found = (*heat.workload(plan, words), Table("workload", head, tuple(rows)))
    return (*found, *roster.holidays(plan, words), note)


def _dropped(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    spoken = plan.settled.language
    names = {role.id: role.name for role in plan.settled.roles}
    rows = []
    for one in plan.fitted.dropped:
        priority = words.say(f"priority.{one.piece.item.priority or 'should'}")
        rows.append((left_out(one, plan), names[one.role], priority, hours(one.minutes, spoken)))
    return (
        Prose(words.say("team.dropped_note")),
        Table("dropped", words.heads("team.dropped_head"), tuple(rows)),
    )
