"""pydantic's errors → findings with our own words.

The table goes from the error's *type* to a sentence; a ``ScalarError`` of our own brings its key.
"""

import re
import typing
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import ValidationError

from groupplan.model.codes import broken, did_you_mean
from groupplan.model.fields import Model
from groupplan.model.finding import Finding, Words, say
from groupplan.model.limits import FINDINGS, SHOWN
from groupplan.model.scalars import ScalarError, plain, written_day
from groupplan.model.source import Origin, Route

Place = Callable[[Route], Origin]

_WIDE = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*)[ ]*：")
"""What should have been a key: read as text, since only ``:`` makes one."""
_LEADING = re.compile(r"(\d{1,9}(?:\.\d{1,4})?)\s*([^\d\s.,_eE-].*)?\Z", re.DOTALL)
"""A number, and what stands behind it."""
_SHAPES = {"needs-list", "needs-text", "range-parts", "timing-forms"}


def findings(error: ValidationError, model: type[Model], place: Place) -> tuple[Finding, ...]:
    """One finding for each mistake, at most as many as a report shows."""
    details = error.errors(include_url=False)[: FINDINGS + 1]
    found = [_finding(dict(detail), model, place) for detail in details]
    return tuple(finding for finding in found if not _only_misspelt(finding, found))


def _only_misspelt(finding: Finding, others: list[Finding]) -> bool:
    """A missing key whose misspelt form stands beside it is reported once, as misspelt."""
    key = dict(finding.words.gaps).get("key", "")
    return finding.slug == "missing-key" and any(
        other.slug == "unknown-key"
        and other.hint is not None
        and dict(other.hint.gaps).get("name") == key
        and other.origin.route[:-1] == finding.origin.route[:-1]
        for other in others
    )


def _finding(detail: dict[str, Any], model: type[Model], place: Place) -> Finding:
    route: Route = tuple(detail["loc"])
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(route, model, place)
    if kind == "missing":
        return _missing(route, model, place)
    cause = (detail.get("ctx") or {}).get("error")
    if isinstance(cause, ScalarError):
        return _scalar(cause, place(route))
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        wide = _WIDE.match(detail["input"]) if isinstance(detail["input"], str) else None
        if wide:
            origin = place(route)
            origin = Origin(origin.source, origin.route, column=wide.end())
            return broken("yaml-syntax", origin, say("full-width-colon", key=short(wide[1])))
        return broken("wrong-shape", place(route), say("needs-mapping"))
    return broken("wrong-value", place(route), say("wrong-value", text=short(kind)))


def _scalar(cause: ScalarError, origin: Origin) -> Finding:
    gaps = {name: short(value) for name, value in cause.gaps.items() if name not in ("column", "options")}
    options = str(cause.gaps.get("options", ""))
    words = say(cause.key, **gaps, options=options)
    column = int(str(cause.gaps.get("column", 0)))
    if column:
        origin = Origin(origin.source, origin.route, column=column)
    wide = options and "，" in gaps.get("text", "")
    hint = say("wide-comma") if wide else _near(gaps.get("text", ""), options) or _mended(cause)
    return broken(_slug(cause.key), origin, words, hint=hint)


def _mended(cause: ScalarError) -> Words | None:
    """The value as it should be written, where that can be told from what was typed."""
    text = str(cause.gaps.get("text", ""))
    if cause.key == "not-a-date":
        day = written_day(text)
        return say("as-day", day=day) if day else None
    found = _LEADING.match(plain(text)) if cause.key in ("not-a-number", "not-a-share") else None
    if found is None:
        return None
    if cause.key == "not-a-number":
        return say("as-number", number=found[1]) if found[2] else None
    return say("as-percent", number=found[1]) if not found[2] and float(found[1]) <= 100 else None


def _slug(key: str) -> str:
    if key.startswith("condition-"):
        return "bad-condition"
    if key.startswith("slot-"):
        return "bad-text"
    if key in _SHAPES:
        return "wrong-shape"
    return "unknown-choice" if key == "not-a-choice" else "wrong-value"


def _near(text: str, options: str) -> Words | None:
    return did_you_mean(text, options.split(" ")) if options and text else None


def short(value: object) -> str:
    """At most sixty characters of input, so that a message never repeats a file."""
    text = (
        value if isinstance(value, str) else type(value).__name__ if isinstance(value, dict) else str(value)
    )
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _unknown_key(route: Route, model: type[Model], place: Place) -> Finding:
    key = str(route[-1])
    owner = _model_at(model, route[:-1])
    known = keys(owner) if owner else []
    origin = place(route)
    origin = Origin(origin.source, origin.route, key=True)
    elsewhere = _deeper(key, model) if owner is model else ""
    hint = say("did-you-mean", name=elsewhere) if elsewhere else did_you_mean(key, known)
    hint = hint or say("known-keys", keys=" ".join(known))
    return broken("unknown-key", origin, say("unknown-key", key=short(key)), hint=hint)


def _deeper(key: str, model: type[Model]) -> str:
    """Where a key belongs that stands at the top: ``assumptions.pay_rate``; "" where nowhere or in a list."""
    for name, field in model.model_fields.items():
        inner = _inner(field.annotation) if "tuple" not in str(field.annotation) else None
        if inner and key in keys(inner):
            return f"{field.alias or name}.{key}"
    return ""


def _missing(route: Route, model: type[Model], place: Place) -> Finding:
    owner = _model_at(model, route[:-1])
    zh = en = ""
    for name, field in owner.model_fields.items() if owner else ():
        if (field.alias or name) == route[-1]:
            zh, _, en = (field.description or "").partition("\n\n")
    words = say("missing-key", key=route[-1], meaning_zh=zh, meaning_en=en)
    origin = place(route)
    return broken("missing-key", Origin(origin.source, origin.route, key=True), words)


def keys(model: type[Model]) -> list[str]:
    """The keys a mapping may have, as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(model: type[Model], route: Iterable[str | int]) -> type[Model] | None:
    found: type[Model] | None = model
    for step in route:
        if found is None:
            return None
        if isinstance(step, str):
            field = next((f for n, f in found.model_fields.items() if (f.alias or n) == step), None)
            found = _inner(field.annotation) if field else None
    return found


def _inner(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for part in typing.get_args(annotation):
        found = _inner(part)
        if found:
            return found
    return None
