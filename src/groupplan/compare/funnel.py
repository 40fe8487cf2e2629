"""The people at each step, and the groups they fill."""

from collections.abc import Iterator

from groupplan.compare.drawn import accidental
from groupplan.compare.making import beside, change
from groupplan.model.comparison import Change, Term
from groupplan.model.formats import spread
from groupplan.model.plan import Plan


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Steps whose figures a plan would print differently; kinds of group by their number and seats."""
    for name, was, now in beside(old.forecast.steps, new.forecast.steps, lambda one: one.id):
        before, after = (one.people if one else None for one in (was, now))
        if (before is None and after is None) or not (_meant(name, old) or _meant(name, new)):
            continue
        if before and after and (spread(before) == spread(after) or accidental(before, after, old, new)):
            continue
        if before != after:
            kind = "step" if before and after else "step-first" if after else "step-gone"
            yield change(
                "members", kind, 5 if name == "joined" else 2, before, after, step=Term(f"step.{name}")
            )
    yield from _groups(old, new)


def _meant(step: str, plan: Plan) -> bool:
    """Whether this community has such a step: nobody pays where nothing is for sale."""
    settled = plan.settled
    metrics = {goal.metric for goal in settled.goals}
    there = {
        "completed": bool(settled.lessons) or "completed" in metrics,
        "paying": bool(settled.offers) or bool(metrics & {"paying_members", "revenue"}),
        "referred": settled.referral is not None or "referrals" in metrics,
    }
    return there.get(step, True)


def _groups(old: Plan, new: Plan) -> Iterator[Change]:
    called = {one.id: one.name or one.id for one in (*old.settled.groups, *new.settled.groups)}
    for name, was, now in beside(old.forecast.groups, new.forecast.groups, lambda one: one.group):
        if was is None or now is None:
            kind = "group-added" if now else "group-removed"
            yield change("members", kind, 5, name=called[name], route=f"groups.{name}")
            continue
        if was.count != now.count:
            yield change("members", "groups", 6, was.count, now.count, name=called[name])
        if was.usable != now.usable:
            yield change("members", "seats", 4, was.usable, now.usable, name=called[name])
    seats = old.measures.rehearsal.seats, new.measures.rehearsal.seats
    if seats[0] and seats[1] and seats[0].missing != seats[1].missing:
        kind = "seats-missing" if seats[1].missing else "seats-enough"
        yield change("members", kind, 6, seats[0].missing, seats[1].missing)
