"""GP4xx: what newcomers get in their first week, and who thinks of those who say nothing."""

from collections.abc import Iterator
from datetime import timedelta

from groupplan.check.resting import books, resting
from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan

DAY = timedelta(days=1)
EARLY, LATE = 3, 7
"""Days within which newcomers are drawn in: once early, and once more in the first week."""


@rule("GP410", Severity.WARNING, basis=("M111", "M112", "K24"))
def welcome_missing(plan: Plan) -> Iterator[Finding]:
    """Each newcomer, or each day's newcomers together, get words within a day of joining."""
    steps = {touch.task for touch in plan.schedule.touches if touch.after <= DAY}
    for piece in plan.outline.tasks:
        alone = piece.key in steps and (piece.item.joiners or "all") == "all"
        together = piece.item.at.every in ("day", "workday") and resting([piece], "M111", "M112")
        if piece.item.script and (alone or together):
            return
    yield Finding(books(plan), say("welcome-missing"))


@rule("GP411", Severity.WARNING, basis=("M110", "K25"))
def activation_gap(plan: Plan) -> Iterator[Finding]:
    """After the welcome newcomers are drawn in within three days, and again before the week is over."""
    after = [touch.after for touch in plan.schedule.touches][1:]
    asked = set(_asked(plan))
    if not any(step <= EARLY * DAY for step in after) and not asked & set(range(EARLY)):
        yield Finding(books(plan), say("no-early-activation", days=EARLY))
    later = any(EARLY * DAY <= step <= LATE * DAY for step in after)
    if plan.settled.days >= LATE and not later and not asked & set(range(EARLY, LATE + 1)):
        yield Finding(books(plan), say("no-later-activation", first=EARLY, last=LATE))


def _asked(plan: Plan) -> Iterator[int]:
    """Days after the opening on which a post of the stage activate asks for an answer."""
    for piece in plan.outline.tasks:
        if piece.item.stage == "activate" and piece.item.interactive:
            yield from ((one.day - plan.settled.opens).days for one in plan.schedule.of(piece.key))


@rule("GP413", Severity.WARNING, basis=("M147", "K34"))
def silent_members_forgotten(plan: Plan) -> Iterator[Finding]:
    """Something is done for those who only read, or at least they are counted."""
    tasks, metrics = plan.outline.tasks, plan.outline.metrics
    done = bool(resting(tasks, "M147", "K34")) or bool(resting(metrics, "M147", "K34"))
    if not done and not any(piece.item.joiners == "silent" for piece in tasks):
        yield Finding(books(plan), say("silent-members-forgotten"))
