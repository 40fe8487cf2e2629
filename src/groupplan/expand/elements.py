"""The elements an ``each:`` runs over, with what ``item`` means for each."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from groupplan.model.choices import OFFER_MECHANISMS, REWARD_KINDS
from groupplan.model.estimate import Estimate
from groupplan.model.outline import Element
from groupplan.model.settled import Session, Settled

OVER_INVITE = 1.8
"""Invitations for each seat of a free gathering in person: 40 to 50 % do not come (F194)."""


def elements(settled: Settled, name: str) -> tuple[Element, ...]:
    """One element per lesson, event, offer …, counted from 1; those with a moment in its order."""
    found = sorted(enumerate(getattr(settled, name)), key=lambda pair: _order(pair[1]))
    return tuple(
        Element(name, one.id, _values(settled, name, one, number), settled.written(_route(name, index)))
        for number, (index, one) in enumerate(found, 1)
    )


def _order(one: Any) -> tuple[datetime, str] | tuple[()]:
    return (one.at, one.id) if isinstance(one, Session) else ()


def _route(name: str, index: int) -> tuple[str | int, ...]:
    return ("audience", "segments", index) if name == "segments" else (name, index)


def _values(settled: Settled, name: str, one: Any, number: int) -> dict[str, object]:
    fields = _FIELDS[name](one)
    if name == "offers":
        fields["mechanism_name"] = OFFER_MECHANISMS.label(one.mechanism, settled.language)
    if name == "rewards":
        fields["kind_name"] = REWARD_KINDS.label(one.kind, settled.language)
    return {"item.number": number, **{f"item.{key}": value for key, value in fields.items()}}


def _session(one: Any) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "at": one.at,
        "minutes": one.minutes,
        "guest": one.guest or None,
        "place": one.place or None,
        "aim": one.aim or None,
        "form": one.form,
        "seats": one.seats or None,
        "invites": round(one.seats * OVER_INVITE) or None,
    }


def _offer(one: Any) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "price": one.price,
        "from": one.first,
        "to": one.last,
        "limit": one.limit,
        "days": (one.last - one.first).days + 1,
        "mechanism": one.mechanism,
    }


def _channel(one: Any) -> dict[str, object]:
    cost = one.cost if one.cost.amount else None
    return {
        "id": one.id,
        "kind": one.kind,
        "name": one.name,
        "reach": _known(one.reach),
        "cost": cost,
        "owner": one.owner or None,
    }


def _group(one: Any) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind,
        "name": one.name,
        "size": one.size,
        "count": one.prepared,
        "criteria": one.criteria or None,
        "closes": one.closes,
        "hands_over_to": one.hands_over_to or None,
    }


def _reward(one: Any) -> dict[str, object]:
    return {
        "id": one.id,
        "name": one.name,
        "kind": one.kind,
        "value": one.value if one.value.amount else None,
        "quantity": one.quantity,
        "claim": one.claim or None,
    }


def _segment(one: Any) -> dict[str, object]:
    return {
        "id": one.id,
        "who": one.who,
        "pain": one.pains[0][1] if one.pains else None,
        "gathers_at": one.gathers_at or None,
        "active_hours": _joined(one.active_hours),
        "reach": _known(one.reach),
    }


def _known(reach: Estimate) -> Estimate | None:
    return reach if reach.high else None


def _joined(parts: Sequence[object] | Iterable[object]) -> str | None:
    return ", ".join(str(part) for part in parts) or None


_FIELDS = {
    "lessons": _session,
    "events": _session,
    "offers": _offer,
    "channels": _channel,
    "groups": _group,
    "segments": _segment,
    "rewards": _reward,
}
