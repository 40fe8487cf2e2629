"""GP5xx: owners, hours, and enough hands."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import ceil

from groupplan.check.rule import place, rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import number
from groupplan.model.plan import Plan

TOLERANCE = 1.0
CORE = ("owner", "admin", "content", "leader")
KNOWN = 150
"""About so many people one can know."""
CARING = frozenset({"owner", "host", "admin", "service", "volunteer"})
"""Duties that keep order and answer members."""
EACH = 500
"""Members for each of them at the leanest published figure: 60 volunteers for 30,000 members."""
POWERS = ("owner", "admin", "host")


@rule("GP501", Severity.WARNING, basis=("M232", "K44"))
def task_without_owner(plan: Plan) -> Iterator[Finding]:
    """Each task has somebody who does it, and a date."""
    if not plan.settled.roles:
        yield Finding(plan.origin("roles"), say("no-team"))
    orphans: dict[str, int] = {}
    for piece in plan.outline.tasks:
        duty = piece.item.duty
        if duty is None:
            yield Finding(place(plan, piece), say("task-without-duty", task=piece.item.id))
        elif plan.settled.roles and duty not in plan.settled.people:
            orphans[duty] = orphans.get(duty, 0) + 1
    for duty, count in sorted(orphans.items()):
        name = plan.worded.text("duties", duty, "name") or duty
        yield Finding(plan.origin("roles"), say("duty-without-person", duty=name, id=duty, count=count))
    for key in plan.schedule.undated:
        piece = plan.outline.task(key)
        yield Finding(place(plan, piece), say("task-without-date", task=piece.item.id))


@rule("GP502", Severity.WARNING, basis=("M049", "M231"))
def hours_exceeded(plan: Plan) -> Iterator[Finding]:
    """What must be done takes more hours than somebody has."""
    for index, role in enumerate(plan.settled.roles):
        over = [load for load in plan.measures.of(role.id) if load.over > TOLERANCE]
        if over:
            worst = max(over, key=lambda load: (load.over, load.week))
            gaps = {"weeks": len(over), "week": worst.week, "hours": f"{worst.minutes / 60:.1f}"}
            if worst.off and worst.minutes <= worst.available:
                words = say("hours-exceeded-away", name=role.name, there=f"{worst.free / 60:.1f}", **gaps)
            else:
                words = say("hours-exceeded", name=role.name, available=f"{role.hours_week:g}", **gaps)
            yield Finding(plan.origin("roles", index, "hours_week"), words)


@rule("GP503", Severity.WARNING, basis=("M232",))
def person_without_backup(plan: Plan) -> Iterator[Finding]:
    """In a team, somebody whose work cannot wait a week has a stand-in."""
    settled = plan.settled
    if len(settled.roles) < 2:
        return
    weeks = {settled.opens + timedelta(days=day) for day in range(0, settled.days, 7)}
    weeks = {day - timedelta(days=day.weekday()) for day in weeks}
    busy = _must_weeks(plan)
    for index, role in enumerate(settled.roles):
        if not role.backup and weeks <= busy.get(role.id, set()):
            words = say("person-without-backup", name=role.name, weeks=len(weeks))
            yield Finding(plan.origin("roles", index), words)


def _must_weeks(plan: Plan) -> dict[str, set[date]]:
    """Person → the Mondays of the weeks in which there is something they must do."""
    found: dict[str, set[date]] = {}
    for piece in plan.outline.tasks:
        doer = plan.settled.doer(piece.item.duty or "", piece.owner)
        if doer is not None and piece.item.priority == "must":
            found.setdefault(doer.id, set()).update(plan.measures.tasks.get(piece.key, {}))
    return found


@rule("GP504", Severity.WARNING, basis=("K45", "N11", "F155"))
def core_duties_in_one_hand(plan: Plan) -> Iterator[Finding]:
    """One person may be everything in a small group; beyond about 150 members one cannot answer."""
    holders = {plan.settled.people.get(duty) for duty in CORE}
    members = _expected(plan)
    if len(holders) == 1 and None not in holders and members > KNOWN:
        owner = plan.settled.person("owner")
        index = plan.settled.roles.index(owner) if owner else 0
        gaps = {"name": plan.settled.roles[index].name, "members": number(round(members)), "known": KNOWN}
        yield Finding(plan.origin("roles", index, "duties"), say("core-duties-in-one-hand", **gaps))


@rule("GP505", Severity.WARNING, basis=("M223", "F156", "F159", "F160", "K46"))
def too_few_moderators(plan: Plan) -> Iterator[Finding]:
    """How many keep order and answer grows with the members; the figures are rules of thumb."""
    settled = plan.settled
    caring = {role.id for role in settled.roles if CARING.intersection(role.duties)}
    caring |= {settled.people[duty] for duty in CARING if duty in settled.people}
    members = _expected(plan)
    if caring and members > EACH * len(caring):
        gaps = {"members": number(round(members)), "people": len(caring), "each": EACH}
        words = say("too-few-moderators", needed=ceil(members / EACH), **gaps)
        yield Finding(plan.origin("roles"), words)


@rule("GP506", Severity.WARNING, basis=("M210", "K47"))
def admin_powers_unassigned(plan: Plan) -> Iterator[Finding]:
    """Somebody may remove, announce, call everybody and approve."""
    if plan.settled.roles and not any(duty in plan.settled.people for duty in POWERS):
        yield Finding(plan.origin("roles"), say("admin-powers-unassigned"))


def _expected(plan: Plan) -> float:
    """Members there are and those who will join, as far as anything says how many will."""
    joins = 0.0 if plan.forecast.joins_from == "size" else plan.forecast.joins.likely
    return plan.settled.members_now + joins
