"""Whether pupils are taught here: what several rules about education and children ask first."""

from groupplan.model.plan import Plan
from groupplan.model.told import teaches


def for_pupils(plan: Plan) -> bool:
    """The members, or those whose parents they are, go to school in a country whose rules are known."""
    settled = plan.settled
    return settled.country == "CN" and (settled.minors or settled.kind == "parents")


def teaches_pupils(plan: Plan) -> bool:
    """Pupils are taught here, for money or free."""
    return for_pupils(plan) and teaches(plan.brief)
