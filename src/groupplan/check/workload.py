"""GP51x: days that are too full, duties that hang on one person, absence that nobody covers."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, Words, say
from groupplan.model.plan import Plan
from groupplan.model.roster import DayLoad, even
from groupplan.model.settled import Role

RECURRING = 2
"""Weeks with something that must be done, from which on a duty cannot be left for later."""
TOLERANCE = 1.0
"""Minutes over that are rounding; weeks with more of them are told by GP502."""
_DAY = timedelta(days=1)
Days = dict[tuple[str, date], DayLoad]


@rule("GP512", Severity.WARNING, basis=("M231", "M049"))
def day_overloaded(plan: Plan) -> Iterator[Finding]:
    """A day takes far more than somebody can give, in a week whose hours suffice."""
    days: Days = {(one.role, one.day): one for one in plan.measures.days}
    told = {(load.role, load.week) for load in plan.measures.loads if load.over > TOLERANCE}
    heavy = [one for one in days.values() if one.minutes > one.most]
    for index, role in enumerate(plan.settled.roles):
        mine = (one for one in heavy if one.role == role.id)
        full = [one for one in mine if (one.role, one.day - _DAY * one.day.weekday()) not in told]
        if full:
            worst = max(full, key=lambda one: (one.minutes, -one.day.toordinal()))
            where = plan.origin("roles", index, "hours_week")
            yield Finding(where, _overloaded(plan, role, worst, days, len(full)))


def _overloaded(plan: Plan, role: Role, worst: DayLoad, days: Days, count: int) -> Words:
    """The day, and the cheapest way out: the stand-in, a day's shift, leaving a could; else fewer things."""
    gaps = {
        "name": role.name,
        "day": worst.day,
        "hours": f"{worst.minutes / 60:.1f}",
        "even": f"{worst.even / 60:.1f}",
        "days": count,
    }
    over = worst.minutes - worst.most
    backup = _roomy(plan, role, worst, days)
    if backup is not None and (task := _part(plan, worst, over, backup[1])):
        return say("day-overloaded-backup", backup=backup[0].name, task=_name(plan, task), **gaps)
    for day in sorted((worst.day - _DAY, worst.day + _DAY), key=lambda one: (one.weekday() > 4, one)):
        there = days.get((role.id, day))
        room = worst.most - (there.minutes if there else 0.0)
        moved = None if role.absent(day) else _part(plan, worst, over, room, kind="work")
        if moved:
            return say("day-overloaded-move", task=_name(plan, moved), other=day, **gaps)
    spare = _part(plan, worst, over, worst.minutes, priority="could")
    if spare:
        return say("day-overloaded-drop", task=_name(plan, spare), **gaps)
    return say("day-overloaded-share", task=_name(plan, worst.parts[0][0]), **gaps)


def _roomy(plan: Plan, role: Role, worst: DayLoad, days: Days) -> tuple[Role, float] | None:
    """The stand-in who is there that day, and the minutes they have left within an even day."""
    backup = next((one for one in plan.settled.roles if one.id == role.backup), None)
    if backup is None or backup.absent(worst.day):
        return None
    there = days.get((backup.id, worst.day))
    return backup, even(backup.hours_week) - (there.minutes if there else 0.0)


def _part(
    plan: Plan, full: DayLoad, least: float, room: float, *, kind: str = "", priority: str = ""
) -> str | None:
    """The smallest task of a day that frees enough and fits elsewhere."""
    for task, minutes in reversed(full.parts):
        item = plan.outline.task(task).item
        meant = (not kind or (item.kind or "work") == kind) and (not priority or item.priority == priority)
        if meant and least <= minutes <= room:
            return task
    return None


def _name(plan: Plan, task: str) -> str:
    return plan.worded.text("tasks", task, "name") or task


@rule("GP513", Severity.WARNING, basis=("M232",))
def duty_on_one_person(plan: Plan) -> Iterator[Finding]:
    """In a team, a duty with work that keeps coming hangs on one person, and nobody stands in."""
    settled = plan.settled
    if len(settled.roles) < 2:
        return
    weeks = _weeks(plan)
    held: dict[str, list[str]] = defaultdict(list)
    for (person, duty), on in sorted(weeks.items()):
        if len(on) >= RECURRING:
            held[person].append(duty)
    for index, role in enumerate(settled.roles):
        always = set().union(*(on for (person, _), on in weeks.items() if person == role.id))
        alone = [
            duty
            for duty in held.get(role.id, [])
            if not any(duty in other.duties for other in settled.roles if other is not role)
        ]
        if alone and not role.backup and not _open_weeks(plan) <= always:
            duty = max(alone, key=lambda one: (len(weeks[role.id, one]), one))
            name = plan.worded.text("duties", duty, "name") or duty
            gaps = {"name": role.name, "duty": name, "weeks": len(weeks[role.id, duty])}
            yield Finding(plan.origin("roles", index), say("duty-on-one-person", **gaps))


def _weeks(plan: Plan) -> dict[tuple[str, str], set[date]]:
    """Person and duty → the open weeks in which that duty has something that must be done."""
    found: dict[tuple[str, str], set[date]] = defaultdict(set)
    there = _open_weeks(plan)
    for piece in plan.outline.tasks:
        duty = piece.item.duty or ""
        doer = plan.settled.doer(duty, piece.owner)
        if doer is not None and piece.item.priority == "must":
            found[doer.id, duty].update(there.intersection(plan.measures.tasks.get(piece.key, {})))
    return found


def _open_weeks(plan: Plan) -> set[date]:
    """The Mondays of the weeks in which the group is open."""
    days = {plan.settled.opens + timedelta(days=number) for number in range(0, plan.settled.days, 7)}
    return {day - timedelta(days=day.weekday()) for day in days}


@rule("GP514", Severity.WARNING, basis=("M232",))
def away_without_cover(plan: Plan) -> Iterator[Finding]:
    """Work falls on days somebody is away, and the stand-in is away too or there is none."""
    team = {role.id: role for role in plan.settled.roles}
    for index, role in enumerate(plan.settled.roles):
        for place, span in enumerate(role.away):
            mine = [o for o in plan.measures.uncovered if o.role == role.id and span.holds(o.day)]
            if not mine:
                continue
            first, backup = mine[0], team.get(role.backup)
            where = plan.origin("roles", index, "away", place)
            gaps = {
                "name": role.name,
                "first": span.first,
                "last": span.last,
                "count": len({one.task for one in mine}),
                "task": _name(plan, first.task),
                "day": first.day,
            }
            if backup is None:
                yield Finding(where, say("away-without-backup", **gaps))
            else:
                yield Finding(where, say("away-with-backup-away", backup=backup.name, **gaps))
