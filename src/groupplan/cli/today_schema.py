"""The JSON Schema of ``today --json``; `docs/today.schema.json` is this one."""

import json
from typing import Any

from groupplan.cli.today_json import FORMAT
from groupplan.messages import LANGUAGES, catalogue
from groupplan.model.choice import Choices
from groupplan.model.choices import LANGUAGES as SPOKEN
from groupplan.model.choices import PER, PRIORITIES, STAGES, TASK_KINDS
from groupplan.model.schemas import DRAFT

Kind = dict[str, Any]

_TEXT: Kind = {"type": "string"}
_LINE: Kind = {"type": ["string", "null"]}
_DAY: Kind = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_HOUR: Kind = {"type": ["string", "null"], "pattern": r"^\d{2}:\d{2}$"}
_COUNT: Kind = {"type": "integer", "minimum": 0}
_MAYBE: Kind = {"type": ["integer", "null"], "minimum": 0}
_NOTHING: Kind = {"type": "null"}


def schema_text() -> str:
    """As it is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> Kind:
    """Every key is always there; one the day has nothing for is null or empty."""
    whole = {"format": {"const": FORMAT}, "plans": _list("plan")}
    return {
        "$schema": DRAFT,
        "title": f"groupplan today --json, {FORMAT}",
        **_object("all", whole),
        "definitions": {name: _object(name, keys) for name, keys in _definitions().items()},
    }


def _definitions() -> dict[str, dict[str, Kind]]:
    named = {"id": _TEXT, "name": _TEXT}
    return {
        "plan": _plan(),
        "task": _task(),
        "holiday": {"sort": {"enum": ["off", "work"]}, "name": _TEXT},
        "next": {"date": _DAY, "tasks": _list("task")},
        "named": named,
        "group": {**named, "count": _COUNT},
        "script": {
            **named,
            "to": _LINE,
            "text": _TEXT,
            "length": _COUNT,
            "blanks": {"type": "array", "items": _TEXT},
        },
    }


def _plan() -> dict[str, Kind]:
    return {
        "brief": _TEXT,
        "name": _TEXT,
        "language": _words(SPOKEN),
        "timezone": _TEXT,
        "date": _DAY,
        "weekday": {"type": "integer", "minimum": 1, "maximum": 7},
        "now": _HOUR,
        "place": {"enum": ["before", "within", "after"]},
        **dict.fromkeys(("first", "last", "opens", "closes"), _DAY),
        "day": _MAYBE,
        "days": _COUNT,
        "stages": {"type": "array", "items": _words(STAGES)},
        "holiday": _or_none("holiday"),
        **dict.fromkeys(("tasks", "joining", "tomorrow"), _list("task")),
        "next": _or_none("next"),
    }


def _task() -> dict[str, Kind]:
    return {
        "id": _TEXT,
        "number": _MAYBE,
        "time": _HOUR,
        "minutes_after_joining": _MAYBE,
        "name": _TEXT,
        "kind": _words(TASK_KINDS),
        "stage": _words(STAGES),
        "priority": _words(PRIORITIES),
        "minutes": _COUNT,
        "per": _words(PER),
        **dict.fromkeys(("duty", "person", "stands_in_for"), _or_none("named")),
        "groups": _list("group"),
        "output": _LINE,
        "moved": _LINE,
        "script": _or_none("script"),
    }


def _object(name: str, keys: dict[str, Kind]) -> Kind:
    said = catalogue("today").get(name, {})
    about = {key: "\n\n".join(said[key][one] for one in LANGUAGES) for key in keys if key in said}
    properties = {key: _said(kind, about.get(key)) for key, kind in keys.items()}
    return {
        "type": "object",
        "required": list(keys),
        "properties": properties,
    }


def _said(kind: Kind, about: str | None) -> Kind:
    return {**kind, "description": about} if about else kind


def _words(choices: Choices) -> Kind:
    return {"enum": list(choices)}


def _list(name: str) -> Kind:
    return {"type": "array", "items": {"$ref": f"#/definitions/{name}"}}


def _or_none(name: str) -> Kind:
    return {"anyOf": [{"$ref": f"#/definitions/{name}"}, _NOTHING]}
