"""Positioning, audience, seeds, entry, channels and groups, with their defaults."""

from decimal import Decimal
from typing import Any

from groupplan.model import community as written
from groupplan.model.brief import Brief
from groupplan.model.choices import CHANNELS, COMMUNITY_TYPES, ENTRY_MODES, GROUP_KINDS
from groupplan.model.community import Audience, Entry, Positioning, Purpose, Seeds
from groupplan.model.estimate import NOTHING
from groupplan.model.knowledge import Pack
from groupplan.model.money import Money
from groupplan.model.scalars import count
from groupplan.model.seams import dotted
from groupplan.model.settled import Channel, Claim, Group, Position, Poster, Reason, Segment
from groupplan.model.switches import recipient
from groupplan.settle.lookup import Lookup
from groupplan.settle.purse import currency
from groupplan.settle.spoken import language

_SIZES = {"vip": "vip_size"}


def community(brief: Brief, look: Lookup, pack: Pack) -> dict[str, Any]:
    """The fields of ``Settled`` that say what the community is and who gets in."""
    audience = brief.audience or Audience()
    seeds = brief.seeds or Seeds()
    entry = brief.entry or Entry()
    fee = entry.fee.within(currency(brief)) if entry.fee else None
    mode = entry.mode or ("fee" if fee else "open")
    if entry.mode is None:
        look.note("entry_mode", ENTRY_MODES.label(mode, language(brief)), "computed", route=("entry", "mode"))
    return {
        "position": _position(brief, look),
        "portrait": audience.portrait or "",
        "minors": audience.minors or False,
        "guardian_consent": audience.guardian_consent,
        "speak_to": recipient(brief),
        "segments": tuple(_segment(segment) for segment in audience.segments),
        "seeds_count": seeds.count if seeds.count is not None else _seeds(brief, look),
        "seeds_from": seeds.from_ or "",
        "seeds_consent": seeds.consent,
        "entry_mode": mode,
        "fee": fee,
        "channels": tuple(_channel(channel, brief) for channel in brief.channels),
        "groups": _groups(brief, look, pack),
        "poster": _poster(brief.poster),
        "claims": tuple(Claim(one.words, one.reason) for one in brief.claims),
    }


def _poster(given: written.Poster | None) -> Poster:
    if given is None:
        return Poster()
    return Poster(
        title=given.title or "",
        subtitle=given.subtitle or "",
        points=given.selling_points,
        endorsement=given.endorsement or "",
        proof=given.proof or "",
        call=given.call_to_action or "",
        code=given.code or "",
    )


def _seeds(brief: Brief, look: Lookup) -> int:
    """A group that has members needs no seeds of its own."""
    return 0 if brief.members_now else look.default("seeds_count", count)


def _position(brief: Brief, look: Lookup) -> Position:
    given = brief.positioning or Positioning()
    purpose = given.purpose or Purpose()
    segments = brief.audience.segments if brief.audience else ()
    pains = [pain.text for segment in segments for pain in segment.pains]
    if given.topic is None:
        look.note("topic", brief.name, "computed")
    if given.type is None:
        kind = COMMUNITY_TYPES.label("mixed", language(brief))
        look.note("type", kind, "computed", route=("positioning", "type"))
    return Position(
        type=given.type or "mixed",
        motives=given.motives,
        topic=given.topic or brief.name,
        why=purpose.why or "",
        pain=purpose.pain or (pains[0] if pains else ""),
        value=purpose.value or "",
        reasonable=purpose.reasonable or "",
        gain=given.operator_gain or "",
        not_for=given.not_for or "",
        reasons=tuple(Reason(one.promise, one.by or "") for one in given.reasons_to_stay),
    )


def _segment(given: written.Segment) -> Segment:
    return Segment(
        id=given.id,
        who=given.who,
        pains=tuple((pain.id, pain.text) for pain in given.pains),
        gathers_at=given.gathers_at,
        active_hours=given.active_hours,
        reach=given.reach or NOTHING,
    )


def _channel(given: written.Channel, brief: Brief) -> Channel:
    kind = given.kind or "other"
    coin = currency(brief)
    return Channel(
        id=given.id,
        kind=kind,
        name=given.name or CHANNELS.label(kind, language(brief)),
        reach=given.reach or NOTHING,
        cost=given.cost.within(coin) if given.cost else Money(Decimal(0), coin),
        owner=given.owner or "",
        scan_rate=given.scan_rate,
        join_rate=given.join_rate,
    )


def _groups(brief: Brief, look: Lookup, pack: Pack) -> tuple[Group, ...]:
    given = brief.groups or (written.Group(id="main"),)
    return tuple(_group(one, brief, look, pack) for one in given)


def _group(given: written.Group, brief: Brief, look: Lookup, pack: Pack) -> Group:
    kind = given.kind or "community"
    seats = pack.limit("code_joins") or pack.limit("group_members")
    size = given.size
    if size is None and kind == "campaign" and seats:
        size = seats.value
    if size is None:
        size = look.default(_SIZES.get(kind, "group_size"), count)
    label = GROUP_KINDS.label(kind, language(brief))
    name = given.name or (brief.name if kind == "community" else dotted((brief.name, label), language(brief)))
    return Group(
        id=given.id,
        kind=kind,
        name=name,
        size=size,
        prepared=given.count,
        criteria=given.criteria or "",
        closes=given.closes,
        hands_over_to=given.hands_over_to or "",
    )
