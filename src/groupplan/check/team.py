"""GP5xx: owners and hours."""

from collections.abc import Iterator

from groupplan.check.rule import place, rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan

TOLERANCE = 1.0


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
            words = say("hours-exceeded", name=role.name, available=f"{role.hours_week:g}", **gaps)
            yield Finding(plan.origin("roles", index, "hours_week"), words)
