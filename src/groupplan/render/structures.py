"""Flows, checklists, posters and cards: what playbooks lay out beside tasks and words."""

from groupplan.model.choices import CODES, LANES
from groupplan.model.document import Block, Bullets, Lane, Lanes, Mock, Pairs, Part, Prose, Ticks, Words
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.structures import Card, Checklist, Poster
from groupplan.render.words import Dictionary

_HELD = "checklist.held.any"


def laid_out(plan: Plan, section: str) -> tuple[Block, ...]:
    """The flows of a section with one diagram of them all, then its checklists."""
    words = Dictionary(plan.settled.language)
    return (*_flows(plan, section, words), *_checklists(plan, section, words))


def _flows(plan: Plan, section: str, words: Dictionary) -> tuple[Block, ...]:
    found = [piece for piece in plan.outline.flows if piece.item.section == section]
    lanes, parts = [], []
    for piece in found:
        title = plan.worded.text("flows", piece.key, "title")
        steps = plan.worded.list("flows", piece.key, "steps")
        lanes.append(Lane(LANES.label(piece.item.lane, words.language), piece.item.lane, steps))
        parts.append(Part(title, (Bullets(steps, numbered=True),), piece.key))
    if len(lanes) < 2:
        return tuple(parts)
    diagram = Part(words.say("flow.diagram"), (Lanes(words.say("flow.diagram"), tuple(lanes)),), "paths")
    return (*parts, diagram)


def _checklists(plan: Plan, section: str, words: Dictionary) -> tuple[Block, ...]:
    found = [piece for piece in plan.outline.checklists if piece.item.section == section]
    return tuple(_checklist(piece, plan, words) for piece in found)


def _checklist(piece: Piece[Checklist], plan: Plan, words: Dictionary) -> Part:
    title, due = (plan.worded.text("checklists", piece.key, field) for field in ("title", "due"))
    role = plan.settled.person(piece.item.duty or "owner")
    held = f"checklist.held.{piece.item.id}"
    gaps = {"who": role.name if role else "—", "held": words.say(held if words.has(held) else _HELD)}
    lead = words.say("checklist.lead", due=due, **gaps) if due else ""
    points = plan.worded.list("checklists", piece.key, "points")
    return Part(title, (*((Prose(lead),) if lead else ()), Ticks(points, piece.key)), piece.key)


def cards(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The contingency cards, one part each."""
    found = tuple(_card(piece, plan, words) for piece in plan.outline.cards)
    return (Part(words.say("card.title"), (Prose(words.say("card.lead")), *found), "cards"),) if found else ()


def _card(piece: Piece[Card], plan: Plan, words: Dictionary) -> Part:
    name, sign, say = (plan.worded.text("cards", piece.key, field) for field in ("name", "sign", "say"))
    role = plan.settled.person(piece.item.duty or "owner")
    head = Pairs(
        "card", ((words.say("card.sign"), sign), (words.say("card.who"), role.name if role else "—"))
    )
    steps = Bullets(plan.worded.list("cards", piece.key, "steps"), numbered=True)
    said = (Words(words.say("card.say"), say, words.say("scripts.length", length=len(say))),) if say else ()
    return Part(name, (head, steps, *said), piece.key)


def posters(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """Each poster as its six elements, and as a sketch; the brief's own words come first."""
    found = tuple(_poster(piece, index, plan, words) for index, piece in enumerate(plan.outline.posters))
    return (Part(words.say("poster.title_of"), found, "posters"),) if found else ()


def _poster(piece: Piece[Poster], index: int, plan: Plan, words: Dictionary) -> Block:
    mock = sketch(piece, plan, words, own=index == 0)
    values = (mock.title, mock.subtitle, "\n".join(mock.points), mock.endorsement, mock.call, mock.code)
    names = ("main", "subtitle", "points", "endorsement", "call", "code")
    missing = words.say("poster.missing")
    rows = [(words.say(f"poster.{n}"), v or missing) for n, v in zip(names, values, strict=True)]
    if index == 0 and plan.settled.poster and plan.settled.poster.proof:
        rows.insert(names.index("call"), (words.say("poster.proof"), plan.settled.poster.proof))
    return Part(
        plan.worded.text("posters", piece.key, "name"), (Pairs("poster", tuple(rows)), mock), piece.key
    )


def sketch(piece: Piece[Poster], plan: Plan, words: Dictionary, *, own: bool) -> Mock:
    """The words of a poster in their places; ``own``: what the brief gives comes first."""
    given = plan.settled.poster if own else None
    text = {
        field: plan.worded.text("posters", piece.key, field)
        for field in ("title", "subtitle", "endorsement", "call")
    }
    code = (given.code if given else "") or piece.item.code or ""
    return Mock(
        title=(given.title if given else "") or text["title"],
        subtitle=(given.subtitle if given else "") or text["subtitle"],
        points=(given.points if given else ()) or plan.worded.list("posters", piece.key, "points"),
        endorsement=(given.endorsement if given else "") or text["endorsement"],
        call=(given.call if given else "") or text["call"],
        code=CODES.label(code, plan.settled.language) if code else "",
        avatar=words.say("poster.avatar"),
        label=words.say("poster.sketch"),
    )
