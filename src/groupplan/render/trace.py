"""20 Trace: which brief field, rule and source put each line here."""

from collections.abc import Mapping
from typing import Any

from groupplan.model.document import Block, Part
from groupplan.model.items import Script
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.seams import dotted
from groupplan.model.source import Route
from groupplan.render.common import table
from groupplan.render.words import Dictionary

SECTIONS = ("tasks", "scripts", "metrics", "risks", "rewards", "rules", "tiers", "guides", "duties", "stages")


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """The playbooks that are on and why, then every item."""
    uses = [
        (
            use.book.playbook.name,
            use.because or words.say("trace.named" if use.named else "trace.always"),
        )
        for use in plan.outline.uses
    ]
    found: list[Block] = [
        Part(
            words.say("trace.playbooks"),
            table("playbooks", words.heads("trace.playbooks_head"), uses),
            "playbooks",
        )
    ]
    lacking = [(task, feature) for task, feature in plan.outline.lacking]
    if lacking:
        head = words.heads("trace.lacking_head")
        found.append(Part(words.say("trace.lacking"), table("lacking", head, lacking), "lacking"))
    for section in SECTIONS:
        pieces = scripts(plan) if section == "scripts" else getattr(plan.outline, section)
        names = _titles(plan) if section == "scripts" else {}
        rows = [_row(piece, section, plan, names) for piece in pieces]
        head = words.heads("trace.head")
        if rows:
            found.append(
                Part(words.say(f"trace.{section}"), table(f"trace-{section}", head, rows), f"trace-{section}")
            )
    return tuple(found)


def scripts(plan: Plan) -> tuple[Piece[Script], ...]:
    """Those of which the plan holds a text."""
    used = _titles(plan)
    return tuple(piece for piece in plan.outline.scripts if piece.item.id in used)


def _titles(plan: Plan) -> dict[str, str]:
    """Script → its title as it is first used."""
    found: dict[str, str] = {}
    for message in (*plan.worded.messages.values(), *plan.worded.spare):
        found.setdefault(message.script, message.name)
    return found


def _row(piece: Piece[Any], section: str, plan: Plan, titles: Mapping[str, str]) -> tuple[str, ...]:
    name = next(
        (
            text
            for field in ("name", "title", "element", "aim")
            if (text := plan.worded.text(section, piece.key, field))
        ),
        piece.key,
    )
    routes = "\n".join(_route(route) for route in piece.trace.routes) or "—"
    name = titles.get(piece.item.id, name) if titles else name
    place = dotted((piece.trace.book, piece.key), plan.settled.language)
    return name, place, routes, " ".join(piece.trace.basis) or "—"


def _route(route: Route) -> str:
    parts = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in route]
    return "".join(parts).removeprefix(".")
