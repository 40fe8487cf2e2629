"""Differences as JSON, format 1; `docs/diff.schema.json` describes it."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from groupplan.cli.judged import Judged
from groupplan.cli.speaker import Speaker
from groupplan.model.comparison import Cause, Change, Figure, Growth, Listed, Names, Value
from groupplan.model.estimate import Estimate
from groupplan.model.money import Money
from groupplan.report.json import dumped

VERSION = 1


def as_json(judged: list[Judged], speaker: Speaker) -> str:
    """One object with a row for each pair of briefs."""
    same = all(one.status == "same" for one in judged)
    briefs = [_pair(one, speaker) for one in judged]
    body = {"version": VERSION, "same": same, "language": speaker.language, "briefs": briefs}
    return dumped(body, 2) + "\n"


def _pair(one: Judged, speaker: Speaker) -> dict[str, Any]:
    return {
        "old": one.old,
        "new": one.new,
        "status": one.status,
        "summary": speaker.summary(one.found) if one.status == "changed" else "",
        "causes": [_cause(cause, speaker) for cause in one.found.causes],
        "changes": [_change(change, speaker) for change in one.found.changes],
    }


def _cause(cause: Cause, speaker: Speaker) -> dict[str, Any]:
    return {
        "field": cause.field,
        "kind": cause.kind,
        "before": _data(cause.before, speaker),
        "after": _data(cause.after, speaker),
    }


def _change(change: Change, speaker: Speaker) -> dict[str, Any]:
    names = next((value.all for _, value in change.words if isinstance(value, Names)), ())
    passages = [
        {"id": one.id, "name": one.name, "before": one.before, "after": one.after} for one in change.passages
    ]
    return {
        "group": change.group,
        "kind": change.kind,
        "weight": change.weight,
        "message": speaker.sentence(change),
        "before": _data(change.before, speaker),
        "after": _data(change.after, speaker),
        "field": change.route,
        "names": list(names),
        "passages": passages,
    }


def _data(value: Value, speaker: Speaker) -> Any:
    """Dates as ISO, money as text with its currency, shares from 0 to 1, minutes as numbers."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Estimate):
        return {"low": value.low, "likely": value.likely, "high": value.high}
    if isinstance(value, Growth | Money):
        found = value.money if isinstance(value, Growth) else value
        return {"amount": str(found.amount.quantize(Decimal("0.01"))), "currency": found.currency}
    if isinstance(value, Listed):
        return [_data(one, speaker) for one in value.values]
    if isinstance(value, Names):
        return list(value.all)
    if isinstance(value, Figure):
        return value.amount
    return value if isinstance(value, float) else speaker.value(value)
