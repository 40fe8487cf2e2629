"""GP3xx and GP5xx: what the dry run finds, when more come than there are seats or hands for."""

from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan

FORWARD = "reach"
"""Only joins counted from reach are a forecast; those counted back from a goal are a wish."""


@rule("GP310", Severity.WARNING, basis=("M100", "K21", "M354"))
def group_fills_early(plan: Plan) -> Iterator[Finding]:
    """The groups prepared hold out to the end of recruiting, also when more come than expected."""
    seats, forecast = plan.measures.rehearsal.seats, plan.forecast
    if seats is None or not seats.prepared or not seats.missing or forecast.joins_from != FORWARD:
        return
    index, need = next((i, need) for i, need in enumerate(forecast.groups) if need.group == seats.group)
    if need.needed > need.count or "auto_next_group" in plan.settled.pack.features:
        return
    gaps = {"count": seats.count, "missing": seats.missing, "most": seats.most}
    words = say("group-fills-early", day=seats.full_on or plan.schedule.windows["recruit"].first, **gaps)
    yield Finding(plan.origin("groups", index, "count"), words)


@rule("GP511", Severity.WARNING, basis=("M354", "M223", "F170", "F171"))
def welcome_hours_exceeded(plan: Plan) -> Iterator[Finding]:
    """In the first 72 hours newcomers take no more minutes than those who greet can give."""
    found = plan.measures.rehearsal
    worst = found.worst
    if worst is None or plan.forecast.joins_from != FORWARD:
        return
    gaps = {"day": worst.day, "hour": f"{worst.hour:02}:00", "people": len(worst.people), "count": found.over}
    gaps |= {"asked": round(worst.minutes.high), "there": round(worst.free)}
    if worst.mend == "shorten":
        words = say("welcome-hours-shorten", **gaps)
    elif worst.mend == "split":
        words = say("welcome-hours-split", **gaps)
    else:
        words = say("welcome-hours-add", more=worst.more, **gaps)
    yield Finding(plan.origin("roles"), words)
