"""GP7xx: budget."""

from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import money
from groupplan.model.money import total
from groupplan.model.plan import Plan


@rule("GP701", Severity.ERROR, basis=("M314", "M371", "K58"))
def over_budget(plan: Plan) -> Iterator[Finding]:
    """Tools, media and rewards cost more than there is; own hours are not paid from the budget."""
    purse, language = plan.settled.purse, plan.settled.language
    if purse.total is None:
        return
    cash = total((c.amount for c in plan.measures.costs if c.id != "labour"), purse.currency)
    if cash.amount > purse.total.amount:
        gaps = {"cash": money(cash, language), "total": money(purse.total, language)}
        yield Finding(plan.origin("budget", "total"), say("over-budget", **gaps))
