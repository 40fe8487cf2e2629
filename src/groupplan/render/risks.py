"""17 Risks with trigger, owner, response."""

from groupplan.model.choices import STAGES
from groupplan.model.document import Block
from groupplan.model.plan import Plan
from groupplan.render.common import guides, table
from groupplan.render.structures import cards
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The heaviest first."""
    rows = []
    for piece in sorted(plan.outline.risks, key=lambda one: (-(one.item.weight or 0), one.key)):
        texts = [plan.worded.text("risks", piece.key, field) for field in ("name", "trigger", "response")]
        role = plan.settled.person(piece.item.duty or "owner")
        stage = STAGES.label(piece.item.stage, plan.settled.language)
        rows.append((texts[0], stage, texts[1], texts[2], role.name if role else "—"))
    return (*table("risks", words.heads("risks.head"), rows), *cards(plan, words), *guides(plan, "risks"))
