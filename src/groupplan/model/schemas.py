"""The JSON Schema of a file, as editors, SchemaStore and other people's CI take it."""

from typing import Any

from groupplan.model.choice import Label
from groupplan.model.fields import Model

DRAFT = "http://json-schema.org/draft-07/schema#"
"""Editors and SchemaStore know this draft best."""
HOME = "https://json.schemastore.org/groupplan-{name}.json"
_OWN = {
    "^x-": {"description": "自己的键，groupplan 不看\n\na key of your own; groupplan does not look at it"}
}
_NULL = {"type": "null"}


def schema_of(model: type[Model], name: str, title: Label, what: Label) -> dict[str, Any]:
    """Every key described in both languages, every word of a closed list too; ``x-`` keys allowed."""
    body = model.model_json_schema(by_alias=True, ref_template="#/definitions/{model}")
    parts = body.pop("$defs")
    return {
        "$schema": DRAFT,
        "$id": HOME.format(name=name),
        "title": f"{title.zh} · {title.en}",
        "description": f"{what.zh}\n\n{what.en}",
        **_part(body),
        "definitions": {key: _part(parts[key]) for key in sorted(parts)},
    }


def _part(part: dict[str, Any]) -> dict[str, Any]:
    """A model without its docstring: what an editor shows stands at the key, in both languages."""
    kept = {key: value for key, value in part.items() if key not in ("title", "description")}
    properties = {key: _property(value) for key, value in part["properties"].items()}
    return {**kept, "properties": properties, "patternProperties": _OWN}


def _property(found: dict[str, Any]) -> dict[str, Any]:
    """Without defaults, which editors would type out; draft 7 ignores what stands beside ``$ref``."""
    kept = {key: value for key, value in found.items() if key not in ("title", "default")}
    if "$ref" in kept:
        return {"allOf": [{"$ref": kept.pop("$ref")}], **kept}
    given = [option for option in kept.get("anyOf", ()) if option != _NULL]
    if len(given) == 1 and "type" in given[0]:
        del kept["anyOf"]
        kinds = given[0]["type"]
        kinds = [kinds] if isinstance(kinds, str) else kinds
        return {**given[0], "type": [*kinds, "null"], **kept}
    return kept
