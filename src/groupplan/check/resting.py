"""What several rules about the plan's structure ask: what rests on which method, and where to add."""

from collections.abc import Iterable
from typing import TypeVar

from groupplan.model.items import Item
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.source import Origin

I = TypeVar("I", bound=Item)  # noqa: E741 - an item


def resting(pieces: Iterable[Piece[I]], *ids: str) -> list[Piece[I]]:
    """The items that name one of these methods as what they rest on."""
    wanted = frozenset(ids)
    return [piece for piece in pieces if not wanted.isdisjoint(piece.item.basis)]


def books(plan: Plan) -> Origin:
    """Where a house playbook that lacks something is named, else where one would be."""
    return plan.origin("playbooks") if plan.brief.playbooks else plan.origin("kind")
