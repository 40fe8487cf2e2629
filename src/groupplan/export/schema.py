"""The JSON Schema of ``render --to json``: made of the columns themselves, so that it cannot drift."""

import json
from typing import Any

from groupplan.export.json import DATED, FORMAT, STATED
from groupplan.export.sheets import BEHIND, LISTS, SHEETS, Form
from groupplan.export.tables import head
from groupplan.export.words import Wordbook
from groupplan.messages import LANGUAGES
from groupplan.model.schemas import DRAFT

_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_KINDS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "list": {"type": "array", "items": {"type": "string"}},
    "date": {**_DAY, "type": ["string", "null"]},
    "time": {"type": ["string", "null"], "pattern": r"^\d{2}:\d{2}$"},
    "number": {"type": ["number", "null"]},
    "money": {"type": ["number", "null"]},
    "percent": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
}


def schema_text() -> str:
    """As it is published: `docs/plan.schema.json`."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """Keys may be added with any release; the number changes when one goes or means something else."""
    forms = {name: form for name, form in (SHEETS | BEHIND).items() if name != "legend"}
    return {
        "$schema": DRAFT,
        "title": f"groupplan render --to json, {FORMAT}",
        "type": "object",
        "required": ["groupplan", "mark", "plan", "tables"],
        "properties": {
            "groupplan": {"const": FORMAT},
            "mark": {"type": "string", "pattern": "^groupplan-[0-9a-f]{40}$"},
            "plan": _object({**_facts(), "ongoing": {"type": "boolean"}, "revision": {"type": "integer"}}),
            "tables": _object({name: _table(name, form) for name, form in forms.items()}),
        },
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _facts() -> dict[str, Any]:
    return {**{name: {"type": "string"} for name in STATED}, **dict.fromkeys(DATED, _DAY)}


def _table(name: str, form: Form) -> dict[str, Any]:
    columns = {id_: {**_kind(id_, kind), **_said(name, id_)} for id_, kind in form}
    books = [Wordbook(language) for language in LANGUAGES]
    said = " · ".join(title for book in books if (title := book.find(f"table.{name}")))
    found = {"type": "array", "items": _object(columns)}
    return {**found, "title": said} if said else found


def _kind(id_: str, kind: str) -> dict[str, Any]:
    return {"enum": list(LISTS[id_])} if kind == "choice" else _KINDS[kind]


def _said(name: str, id_: str) -> dict[str, str]:
    """What stands above the column in a sheet, in both languages."""
    if name in BEHIND:
        return {}
    heads = dict.fromkeys(head(name, id_, Wordbook(language)) for language in LANGUAGES)
    return {"title": " · ".join(heads)}
