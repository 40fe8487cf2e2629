"""4 Audience, seeds and tiers."""

from groupplan.model.document import Block, Part, Prose
from groupplan.model.formats import listed, number, spread
from groupplan.model.plan import Plan
from groupplan.model.settled import Segment
from groupplan.render.common import guides, table
from groupplan.render.words import Dictionary


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Portrait, segments, seeds, tiers."""
    settled = plan.settled
    found: list[Block] = (
        [Prose(words.say("audience.portrait", text=settled.portrait))] if settled.portrait else []
    )
    rows = [_segment(segment, plan, words) for segment in settled.segments]
    found += table("segments", words.heads("audience.segments_head"), rows) or (
        Prose(words.say("audience.none")),
    )
    found.append(Prose(_seeds(plan, words)))
    tiers = [
        tuple(plan.worded.text("tiers", piece.key, field) for field in ("name", "criteria", "care", "share"))
        for piece in plan.outline.tiers
    ]
    tiered = table("tiers", words.heads("audience.tiers_head"), tiers)
    if tiered:
        found.append(Part(words.say("audience.tiers"), tiered, "tiers"))
    return (*found, *guides(plan, "audience"))


def _segment(segment: Segment, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    return (
        segment.who,
        "\n".join(text for _, text in segment.pains) or "—",
        listed(segment.gathers_at, spoken) or "—",
        "\n".join(str(span) for span in segment.active_hours) or "—",
        words.bracketed(spread(segment.reach)) if segment.reach.high else "—",
    )


def _seeds(plan: Plan, words: Dictionary) -> str:
    settled = plan.settled
    if not settled.seeds_count:
        return words.say("audience.no_seeds", count=number(settled.members_now))
    key = "audience.seeds_from" if settled.seeds_from else "audience.seeds"
    return words.say(key, count=number(settled.seeds_count), source=settled.seeds_from)
