"""Sums that several sections show."""

from groupplan.model.money import Money, total
from groupplan.model.plan import Plan


def cash(plan: Plan) -> Money:
    """What is paid out: everything but the team's own hours."""
    lines = (cost.amount for cost in plan.measures.costs if cost.id != "labour")
    return total(lines, plan.settled.purse.currency)
