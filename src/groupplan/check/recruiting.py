"""GP3xx: seeds and groups."""

from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import number
from groupplan.model.plan import Plan

FEWEST, MOST = 20, 50


@rule("GP301", Severity.WARNING, basis=("M066", "M067", "K15", "N18"))
def seeds_out_of_range(plan: Plan) -> Iterator[Finding]:
    """A new group opens with 20 to 50 seed members; one that exists already needs none."""
    settled = plan.settled
    if not settled.members_now and not FEWEST <= settled.seeds_count <= MOST:
        words = say("seeds-out-of-range", count=settled.seeds_count, fewest=FEWEST, most=MOST)
        yield Finding(plan.origin("seeds", "count"), words)


@rule("GP302", Severity.ERROR, basis=("M100", "K21"))
def too_few_groups(plan: Plan) -> Iterator[Finding]:
    """The groups prepared hold fewer people than are expected to join."""
    for index, need in enumerate(plan.forecast.groups):
        if need.prepared is not None and need.prepared < need.needed:
            gaps = {"prepared": need.prepared, "needed": need.needed, "usable": need.usable}
            words = say("too-few-groups", joins=number(plan.forecast.joins), **gaps)
            yield Finding(plan.origin("groups", index, "count"), words)
