"""What each view of a plan consists of: sections in their order, and the parts it goes without."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from groupplan.model.choices import FIVE_STAGES
from groupplan.model.document import Block, Part
from groupplan.model.plan import Plan
from groupplan.render import (
    assumptions,
    audience,
    budget,
    calendar,
    goals,
    member,
    metrics,
    platform,
    positioning,
    review,
    risks,
    rules,
    scripts,
    stages,
    summary,
    team,
    trace,
)
from groupplan.render.words import Dictionary

Blocks = Callable[[Plan, Dictionary], tuple[Block, ...]]
Sections = tuple[tuple[str, Blocks], ...]
ORDER: Sections = (
    ("summary", summary.blocks),
    ("positioning", positioning.blocks),
    ("goals", goals.blocks),
    ("audience", audience.blocks),
    ("platform", platform.blocks),
    ("team", team.blocks),
    ("rules", rules.blocks),
    *((stage, stages.of(stage)) for stage in FIVE_STAGES),
    ("scripts", scripts.blocks),
    ("calendar", calendar.blocks),
    ("budget", budget.blocks),
    ("metrics", metrics.blocks),
    ("risks", risks.blocks),
    ("review", review.blocks),
    ("assumptions", assumptions.blocks),
    ("trace", trace.blocks),
)
"""The whole plan: design section 7."""


class View(Struct, frozen=True):
    """Sections, parts that are left out by their slugs, and whether the page's own tools are on it."""

    sections: Sections
    without: frozenset[str] = frozenset()
    tools: bool = False

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks that stay."""
        return tuple(self._kept(one) for one in blocks if not self._gone(one))

    def _gone(self, block: Block) -> bool:
        return isinstance(block, Part) and block.slug in self.without

    def _kept(self, block: Block) -> Block:
        return replace(block, blocks=self.blocks(block.blocks)) if isinstance(block, Part) else block


def _of(*names: str) -> Sections:
    blocks = dict(ORDER)
    return tuple((name, blocks[name]) for name in names)


VIEWS = {
    "all": View(ORDER, tools=True),
    "boss": View(
        _of("summary", "goals", "budget", "risks"), frozenset({"first-days", "prize-notice", "cards"})
    ),
    "host": View(
        _of("calendar", *FIVE_STAGES, "scripts", "rules", "risks"), frozenset({"attention"}), tools=True
    ),
    "member": View(
        (
            ("member_rules", member.rules),
            ("member_calendar", member.calendar),
            ("welcome", member.welcome),
            ("faq", member.faq),
        )
    ),
}
"""By word. What members read is made of what they may know, never of the plan's own sections."""
