"""The pages `explain` prints, as plain text with Markdown's few signs."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from groupplan.cli.surroundings import Surroundings
from groupplan.messages import catalogue
from groupplan.resources import shipped


def explained(topic: str, around: Surroundings) -> tuple[str, list[str]]:
    """The page of a topic ("" when there is none) and every topic there is."""
    name = topic.strip()
    code = code_of(name)
    if code:
        return _rule(code, around), []
    if name.lower() == "conditions":
        return _conditions(around), []
    rows = _rows(name[:1].upper()) if name[1:2].isdigit() else {}
    if name.upper() in rows:
        return _row(rows[name.upper()], around), []
    pages = catalogue("pages")
    return "", [*pages, *(found["slug"] for found in pages.values()), "conditions", *rows]


def code_of(topic: str) -> str:
    """The rule meant by a code or slug, or ""."""
    name, pages = topic.strip(), catalogue("pages")
    slugs = {found["slug"]: code for code, found in pages.items()}
    code = slugs.get(name.lower(), name.upper())
    return code if code in pages else ""


def every_rule(around: Surroundings) -> str:
    """The pages of all rules by their codes."""
    return "\n".join(_rule(code, around) for code in sorted(catalogue("pages")))


def _rule(code: str, around: Surroundings) -> str:
    found, lang = catalogue("pages")[code], around.lang
    basis = " ".join(found.get("basis", ())) or "—"
    level = around.say(f"report.{found['level']}")
    parts = [
        f"# {code} {found['slug']} · {level}",
        found["title"][lang],
        f"## {around.say('explain.why')}\n\n{found['why'][lang].strip()}",
        f"## {around.say('explain.bad')}\n\n{fenced(code, found['bad'])}",
        f"## {around.say('explain.good')}\n\n{fenced(code, found['good'])}",
        f"## {around.say('explain.mend')}\n\n{found['mend'][lang].strip()}",
        f"{around.say('explain.basis')} {basis}",
    ]
    return "\n\n".join(parts) + "\n"


def fenced(code: str, text: str) -> str:
    """An example in a fence that nothing in it can close; of documents they are commands, else templates."""
    ticks = max([2, *(len(run) for run in re.findall("`+", text))]) + 1
    language = "jinja" if code.startswith("GP95") else "sh" if code.startswith("GP9") else "yaml"
    return f"{'`' * ticks}{language}\n{text.strip()}\n{'`' * ticks}"


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


def known_rows() -> dict[str, dict[str, Any]]:
    """Every fact, method, check, note and script by its id."""
    return {key: row for letter in "FMKNS" for key, row in _rows(letter).items()}


def _rows(letter: str) -> dict[str, dict[str, Any]]:
    names = {"F": "facts", "M": "methods", "K": "methods", "N": "methods", "S": "methods"}
    found = _file(names[letter]) if letter in names else {}
    return {key: row for key, row in found.items() if key.startswith(letter)}


@cache
def _file(name: str) -> dict[str, dict[str, Any]]:
    from groupplan.read import read

    path = shipped("knowledge") / f"{name}.yaml"
    data = read(path.read_bytes(), path.name).source.data
    lists = [value for value in data.values() if isinstance(value, list)] if isinstance(data, dict) else []
    return {str(row["id"]): row for rows in lists for row in rows if isinstance(row, dict)}


def _row(row: Mapping[str, Any], around: Surroundings) -> str:
    lang = around.lang
    name = (row.get("name") or {}).get(lang, "")
    parts = [f"# {row['id']} {name}".rstrip()]
    if row.get("say"):
        parts.append(str(row["say"][lang]))
    for field in ("date", "source", "trust", "methods"):
        own = row.get(f"{field}_zh") if lang == "zh-CN" else None
        value = own or row.get(field)
        if value:
            shown = " ".join(value) if isinstance(value, list) else label(field, str(value), lang)
            parts.append(f"{around.say(f'explain.field_{field}')} {shown}")
    return "\n\n".join(parts[:2]) + ("\n\n" + "\n".join(parts[2:]) if parts[2:] else "") + "\n"


def label(field: str, value: str, language: str) -> str:
    """A value of a row in words."""
    from groupplan.model.knowledge import TRUST

    return TRUST.label(value, language) if field == "trust" else value
