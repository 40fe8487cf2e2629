"""Which fields of the brief, and which files beside it, are not what they were."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from groupplan.model.clockspan import ClockSpan
from groupplan.model.comparison import Cause, Listed, Value
from groupplan.model.fields import Model
from groupplan.model.outline import Use
from groupplan.model.plan import Plan
from groupplan.model.windows import Window

KEYS = ("id", "name", "what", "words", "promise")
"""Fields by which elements of a list are known, if no two share one."""
_NAMES = ("name", "title", "who", "text")


def causes(old: Plan, new: Plan) -> Iterator[Cause]:
    """Fields in the order of the brief, then own playbooks, then own rates."""
    yield from _models("", old.brief, new.brief)
    yield from _playbooks(old, new)
    if old.knowledge.own != new.knowledge.own:
        yield Cause("knowledge/benchmarks.yaml", "rates")


def _models(route: str, old: Model, new: Model) -> Iterator[Cause]:
    for name, field in type(old).model_fields.items():
        below = f"{route}{field.alias or name}"
        before, after = getattr(old, name, None), getattr(new, name, None)
        if before != after:
            yield from _differ(below, before, after)


def _differ(route: str, before: object, after: object) -> Iterator[Cause]:
    if isinstance(before, Model) and isinstance(after, Model):
        yield from _models(f"{route}.", before, after)
    elif isinstance(after, Model) and before is None:
        yield from _models(f"{route}.", type(after).model_construct(), after)
    elif isinstance(before, Model) and after is None:
        yield from _models(f"{route}.", before, type(before).model_construct())
    elif _records(before) or _records(after):
        yield from _elements(route, before or (), after or ())  # type: ignore[arg-type]
    else:
        kind = "added" if before in (None, ()) else "removed" if after in (None, ()) else "changed"
        yield Cause(route, kind, _value(before), _value(after))  # type: ignore[arg-type]


def _records(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Model)


def _elements(route: str, old: tuple[Model, ...], new: tuple[Model, ...]) -> Iterator[Cause]:
    key = _key(old, new)
    before, after = _keyed(old, key), _keyed(new, key)
    for name in dict.fromkeys((*after, *before)):
        below = f"{route}.{name}"
        if name not in before:
            yield Cause(below, "added", None, _label(after[name]))
        elif name not in after:
            yield Cause(below, "removed", _label(before[name]))
        elif before[name] != after[name]:
            yield from _models(f"{below}.", before[name], after[name])
    common = [name for name in before if name in after]
    if common != [name for name in after if name in before]:
        yield Cause(route, "changed", Listed(tuple(before)), Listed(tuple(after)))


def _key(*lists: tuple[Model, ...]) -> str:
    for key in KEYS:
        values = [[getattr(one, key, None) for one in elements] for elements in lists]
        if all(None not in found and len(set(found)) == len(found) for found in values):
            return key
    return ""


def _keyed(elements: tuple[Model, ...], key: str) -> Mapping[str, Model]:
    return {str(getattr(one, key)) if key else str(place): one for place, one in enumerate(elements, 1)}


def _label(model: Model) -> Value:
    """What an element is called, beside its id."""
    return next((str(getattr(model, name)) for name in _NAMES if getattr(model, name, None)), None)


def _value(value: object) -> Value:
    """A scalar of a brief, as it can be written."""
    if isinstance(value, tuple):
        return Listed(tuple(_value(one) for one in value)) if value else None
    if isinstance(value, timedelta):
        days = value.total_seconds() / 86_400
        return f"{days:g}d" if days >= 1 else f"{value.total_seconds() / 3600:g}h"
    if isinstance(value, ClockSpan):
        return str(value)
    if isinstance(value, Window):
        return f"{value.first.isoformat()}..{value.last.isoformat()}"
    return value  # type: ignore[return-value]


def _playbooks(old: Plan, new: Plan) -> Iterator[Cause]:
    before, after = _own(old), _own(new)
    for name in dict.fromkeys((*after, *before)):
        field = f"playbooks/{name}.yaml"
        if name not in before:
            yield Cause(field, "playbook-added")
        elif name not in after:
            yield Cause(field, "playbook-removed")
        elif before[name].book.playbook != after[name].book.playbook:
            yield Cause(field, "playbook")


def _own(plan: Plan) -> Mapping[str, Use]:
    return {use.book.playbook.name: use for use in plan.outline.uses if not use.book.shipped}
