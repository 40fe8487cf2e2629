"""The tables of the team: who has which duties, whose hours fill when, who looks into the group."""

from collections.abc import Iterator

from groupplan.export.desk import Desk, in_hours, listed, whole
from groupplan.model.tables import Row


def team(desk: Desk) -> Iterator[Row]:
    """Everybody of the team, with hours given and hours planned."""
    plan = desk.plan
    for role in plan.settled.roles:
        mine = [duty for duty, person in plan.settled.people.items() if person == role.id]
        used = [desk.duty(duty) for duty in mine if plan.measures.duties.get(duty)]
        planned = in_hours(sum(load.minutes for load in plan.measures.of(role.id)))
        away = listed(f"{span.first.isoformat()}–{span.last.isoformat()}" for span in role.away)
        backup = desk.member(role.backup)
        yield role.id, desk.person(role), listed(used), whole(role.hours_week), planned, backup, away


def workload(desk: Desk) -> Iterator[Row]:
    """Every person's weeks: hours planned, hours there are, hours too many."""
    for load in desk.plan.measures.loads:
        spent = (in_hours(load.minutes), in_hours(load.free), in_hours(load.over))
        yield load.week, desk.member(load.role), *spent


def roster(desk: Desk) -> Iterator[Row]:
    """The hours in which somebody looks into the group; no name where nobody can."""
    for one in desk.plan.measures.roster:
        who = desk.member(one.role), desk.member(one.backup)
        yield one.day, desk.weekday(one.day), one.start, one.end, *who
