"""2 Positioning: what for, for whom not, and the promises with what keeps them."""

from groupplan.model.choices import COMMUNITY_TYPES, MOTIVES
from groupplan.model.document import Block, Pairs, Part
from groupplan.model.formats import listed
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.settled import Reason
from groupplan.render.common import guides, table, when, who
from groupplan.render.words import Dictionary

ASKED = ("why", "pain", "value")
"""What a plan asks for when the brief is silent (M001)."""


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Type, motives, the four questions, both gains, promises."""
    found: list[Block] = [Pairs("positioning", tuple(_pairs(plan, words)))]
    rows = [_promise(reason, plan, words) for reason in plan.settled.position.reasons]
    promised = table("promises", words.heads("positioning.promises_head"), rows)
    if promised:
        found.append(Part(words.say("positioning.promises"), promised, "promises"))
    return (*found, *guides(plan, "positioning"))


def _pairs(plan: Plan, words: Dictionary) -> list[tuple[str, str]]:
    position, spoken = plan.settled.position, plan.settled.language
    motives = listed([MOTIVES.label(motive, spoken) for motive in position.motives], spoken)
    values = (
        ("topic", position.topic),
        ("type", COMMUNITY_TYPES.label(position.type, spoken)),
        ("motives", motives),
        ("why", position.why),
        ("pain", position.pain),
        ("value", position.value),
        ("reasonable", position.reasonable),
        ("gain", position.gain),
        ("not_for", position.not_for),
    )
    unwritten = words.say("positioning.unwritten")
    return [
        (words.say(f"positioning.{name}"), value or unwritten)
        for name, value in values
        if value or name in ASKED
    ]


def _promise(reason: Reason, plan: Plan, words: Dictionary) -> tuple[str, ...]:
    pieces = [piece for piece in plan.outline.tasks if piece.item.id == reason.by]
    if not pieces:
        return reason.promise, words.say("positioning.kept_by_nothing"), "", "", ""
    piece = pieces[0]
    times = "\n".join(when(one, plan, words) for one in pieces)
    name = plan.worded.text("tasks", piece.key, "name")
    return reason.promise, name, times, who(piece, plan, words), _shown_by(piece, plan)


def _shown_by(piece: Piece[Task], plan: Plan) -> str:
    """The metric that shows whether the promise is kept, with its target."""
    metric = next((one for one in plan.outline.metrics if one.item.id == piece.item.metric), None)
    if metric is None:
        return "—"
    name, target = (plan.worded.text("metrics", metric.key, field) for field in ("name", "target"))
    return f"{name}\n{target}" if target else name
