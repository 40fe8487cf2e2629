"""The agenda of a day as data: format 1, stable keys, dates and hours as ISO."""

import datetime as dt
from typing import Any

from groupplan.model.agenda import Agenda, Entry
from groupplan.model.plan import Plan
from groupplan.model.worded import Message
from groupplan.render.agenda import moved
from groupplan.render.words import Dictionary
from groupplan.report.json import dumped

FORMAT = 1


def as_json(plans: list[dict[str, Any]]) -> str:
    """All plans that were asked for."""
    return dumped({"format": FORMAT, "plans": plans}, 2)


def as_data(brief: str, plan: Plan, found: Agenda, now: dt.time | None) -> dict[str, Any]:
    """One plan's day."""
    settled, place = plan.settled, found.place
    following = found.following[0].one if found.following else None
    return {
        "brief": brief,
        "name": settled.name,
        "language": settled.language,
        "timezone": settled.timezone,
        "date": found.day.isoformat(),
        "weekday": found.day.isoweekday(),
        "now": f"{now:%H:%M}" if now else None,
        "place": place,
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "opens": found.opens.isoformat(),
        "closes": found.closes.isoformat(),
        "day": found.number if place == "within" else None,
        "days": found.days,
        "stages": list(found.stages),
        "holiday": {"sort": found.holiday.sort, "name": found.holiday.name} if found.holiday else None,
        "tasks": [_entry(one, plan) for one in found.entries],
        "joining": [_entry(one, plan) for one in found.joining],
        "tomorrow": [_entry(one, plan) for one in found.tomorrow],
        "next": {"date": following.day.isoformat(), "tasks": [_entry(one, plan) for one in found.following]}
        if following
        else None,
    }


def _entry(one: Entry, plan: Plan) -> dict[str, Any]:
    item, spoken = one.piece.item, plan.settled.language
    after = one.after
    return {
        "id": one.piece.key,
        "number": one.one.number if one.one else None,
        "time": f"{one.at:%H:%M}" if one.at else None,
        "minutes_after_joining": None if one.one or after is None else int(after.total_seconds() // 60),
        "name": one.name,
        "kind": item.kind or "work",
        "stage": item.stage,
        "priority": item.priority or "should",
        "minutes": one.minutes,
        "per": item.per or "plan",
        "duty": {"id": item.duty, "name": one.duty} if item.duty else None,
        "person": {"id": one.doer.id, "name": one.doer.name} if one.doer else None,
        "stands_in_for": {"id": one.missing.id, "name": one.missing.name} if one.missing else None,
        "groups": [{"id": group.id, "name": group.name, "count": group.count} for group in one.destinations],
        "output": one.output or None,
        "moved": (moved(one.one, plan, Dictionary(spoken)) if one.one else "") or None,
        "script": _script(one.message) if one.message else None,
    }


def _script(message: Message) -> dict[str, Any]:
    return {
        "id": message.script,
        "name": message.name,
        "to": message.recipient or None,
        "text": message.text,
        "length": message.length,
        "blanks": list(message.blanks),
    }
