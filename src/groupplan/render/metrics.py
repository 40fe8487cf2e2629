"""16 Metrics, sources, alarms, agreed reactions."""

from groupplan.model.choices import STAGES
from groupplan.model.document import Block
from groupplan.model.plan import Plan
from groupplan.render.common import guides, table
from groupplan.render.words import Dictionary

FIELDS = ("name", "formula", "source", "cycle")


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """One row a metric, in the order of the stages."""
    order = list(STAGES)
    rows = []
    for piece in sorted(plan.outline.metrics, key=lambda one: order.index(one.item.stage)):
        text = [plan.worded.text("metrics", piece.key, field) for field in FIELDS]
        role = plan.settled.person(piece.item.duty or "owner")
        rest = [
            plan.worded.text("metrics", piece.key, field) or "—" for field in ("target", "alarm", "reaction")
        ]
        stage = STAGES.label(piece.item.stage, plan.settled.language)
        rows.append((stage, *text, role.name if role else "—", *rest))
    return (*table("metrics", words.heads("metrics.head"), rows), *guides(plan, "metrics"))
