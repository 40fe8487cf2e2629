"""GP80x: the recruiting poster."""

from collections.abc import Iterator

from groupplan.check.rule import rule
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan

PARTS = {
    "title": "title",
    "subtitle": "subtitle",
    "selling_points": "points",
    "endorsement": "endorsement",
    "call_to_action": "call",
    "code": "code",
}
"""The six parts as the brief writes them, and as playbooks call them."""


@rule("GP807", Severity.WARNING, basis=("M095", "K19"))
def poster_incomplete(plan: Plan) -> Iterator[Finding]:
    """A poster has title, subtitle, selling points, endorsement, call to action and a code."""
    poster, others = plan.brief.poster, [piece.item for piece in plan.outline.posters]
    if poster is None:
        return
    lack = [
        name
        for name, part in PARTS.items()
        if not getattr(poster, name) and not any(getattr(other, part) for other in others)
    ]
    if lack:
        yield Finding(plan.origin("poster"), say("poster-incomplete", fields=", ".join(lack)))


@rule("GP808", Severity.WARNING, basis=("M095", "F101"))
def poster_endorsement_unsupported(plan: Plan) -> Iterator[Finding]:
    """Who stands behind the poster is named together with what it rests on."""
    poster = plan.brief.poster
    if poster and poster.endorsement and not poster.proof:
        words = say("poster-endorsement-unsupported", text=poster.endorsement)
        yield Finding(plan.origin("poster", "endorsement"), words)
