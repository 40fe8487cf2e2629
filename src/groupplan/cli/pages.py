"""The pages `explain` prints, as plain text with Markdown's few signs."""

from collections.abc import Mapping
from typing import Any

from groupplan.cli.surroundings import Surroundings
from groupplan.messages import catalogue, page
from groupplan.resources import shipped


def explained(topic: str, around: Surroundings) -> tuple[str, list[str]]:
    """The page of a topic ("" when there is none) and every topic there is."""
    name = topic.strip()
    pages = catalogue("pages")
    slugs = {found["slug"]: code for code, found in pages.items()}
    code = slugs.get(name.lower(), name.upper())
    if page(code):
        return _rule(code, around), []
    if name.lower() == "conditions":
        return _conditions(around), []
    rows = _rows(name[:1].upper()) if name[1:2].isdigit() else {}
    if name.upper() in rows:
        return _row(rows[name.upper()], around), []
    return "", [*pages, *slugs, "conditions", *rows]


def _rule(code: str, around: Surroundings) -> str:
    found, lang = catalogue("pages")[code], around.lang
    basis = " ".join(found.get("basis", ())) or "—"
    level = around.say(f"report.{found['level']}")
    parts = [
        f"# {code} {found['slug']} · {level}",
        found["title"][lang],
        f"## {around.say('explain.why')}\n\n{found['why'][lang].strip()}",
        f"## {around.say('explain.bad')}\n\n```yaml\n{found['bad'].strip()}\n```",
        f"## {around.say('explain.good')}\n\n```yaml\n{found['good'].strip()}\n```",
        f"## {around.say('explain.mend')}\n\n{found['mend'][lang].strip()}",
        f"{around.say('explain.basis')} {basis}",
    ]
    return "\n\n".join(parts) + "\n"


def _conditions(around: Surroundings) -> str:
    from groupplan.model.vocabulary import ITEM_FIELDS, NAMES, Scope

    meanings = catalogue("vocabulary")
    parts = [around.say("explain.conditions")]
    for scope in Scope:
        parts.append(f"\n## {around.say(f'explain.scope_{scope.value}')}\n")
        for name, entry in NAMES.items():
            if entry.scope == scope:
                kind = around.say(f"explain.kind_{entry.kind}")
                parts.append(f"- `{name}` ({kind}) {meanings[name][around.lang]}")
    parts.append(f"\n## {around.say('explain.scope_item')}\n")
    for each, fields in ITEM_FIELDS.items():
        said = ", ".join(f"`item.{field}` {meanings[f'item.{field}'][around.lang]}" for field in fields)
        parts.append(f"- each: {each} — {said}")
    return "\n".join(parts) + "\n"


def _rows(letter: str) -> dict[str, dict[str, Any]]:
    from groupplan.read import read

    names = {"F": ("facts",), "M": ("methods",), "K": ("methods",), "N": ("methods",), "S": ("methods",)}
    found: dict[str, dict[str, Any]] = {}
    for name in names.get(letter, ()):
        path = shipped("knowledge") / f"{name}.yaml"
        data = read(path.read_bytes(), path.name).source.data
        lists = (
            [value for value in data.values() if isinstance(value, list)] if isinstance(data, dict) else []
        )
        for rows in lists:
            found |= {str(row["id"]): row for row in rows if isinstance(row, dict)}
    return {key: row for key, row in found.items() if key.startswith(letter)}


def _row(row: Mapping[str, Any], around: Surroundings) -> str:
    lang = around.lang
    name = (row.get("name") or {}).get(lang, "")
    parts = [f"# {row['id']} {name}".rstrip()]
    if row.get("say"):
        parts.append(str(row["say"][lang]))
    for field in ("date", "source", "trust", "methods"):
        value = row.get(field)
        if value:
            shown = " ".join(value) if isinstance(value, list) else _label(field, str(value), lang)
            parts.append(f"{around.say(f'explain.field_{field}')} {shown}")
    return "\n\n".join(parts[:2]) + ("\n\n" + "\n".join(parts[2:]) if parts[2:] else "") + "\n"


def _label(field: str, value: str, language: str) -> str:
    from groupplan.model.knowledge import TRUST

    return TRUST.label(value, language) if field == "trust" else value
