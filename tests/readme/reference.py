"""The references of brief and playbook, made from the models' own descriptions.

``pytest tests/readme --update`` puts them into README.md, README.zh-CN.md and docs/playbook.md.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from msgspec import Struct

from groupplan.model import ranges, scalars
from groupplan.model.clockspan import clockspan
from groupplan.model.dayspan import dayspan

Schema = dict[str, Any]
LANGUAGES = ("en", "zh-CN")


class Form(NamedTuple):
    """A form of value: its name in both languages, and what reads it."""

    en: str
    zh: str
    read: Callable[[object], object]

    def name(self, language: str) -> str:
        """The name in a language."""
        return self.zh if language == "zh-CN" else self.en


TEXT = Form("text", "文字", str)
ID = Form("id", "id", str)
WORDS = Form("text, in one language or both", "文字，可分语言写", str)
CONDITION = Form("condition", "条件", str)
BASIS = Form("method or fact, such as `M049`", "方法或事实，如 `M049`", str)
FORMS = {
    "60": Form("whole number", "整数", scalars.count),
    "8": Form("number", "数字", scalars.positive),
    "15%": Form("share", "比例", scalars.share),
    "25%..40%": Form("rate", "转化率", ranges.rate),
    "2000..5000": Form("people", "人数", ranges.size),
    "0.3..1.5": Form("number or range", "数字或范围", ranges.amount),
    "3%..8%": Form("rate or number, as a range", "比例或数字的范围", ranges.figure),
    "999元": Form("money", "金额", scalars.money),
    "2027-03-01": Form("date", "日期", scalars.day),
    "20:00": Form("time", "时间", scalars.clock),
    "2027-03-02 20:00": Form("date and time", "日期和时间", scalars.moment),
    "90d": Form("duration", "时长", scalars.lapse),
    "90min": Form("minutes", "分钟", scalars.minutes),
    "2027-03-08..2027-03-12": Form("days", "日期段", dayspan),
    "22:30-07:30": Form("span", "时段", clockspan),
    "true": Form("yes or no", "是或否", scalars.truth),
}
"""By the example that stands in the schema."""
MORE = {
    "1": FORMS["60"],
    "auto": Form("whole number, or `auto`", "整数，或 `auto`", str),
    'kind == "study-camp"': CONDITION,
}


class Row(Struct, frozen=True):
    """A key: its dotted path, its schema, whether it must be given, the key that has the same keys below."""

    path: str
    schema: Schema
    required: bool
    like: str = ""

    def meaning(self, language: str) -> str:
        """What the key means, in a language."""
        return str(self.schema["x-groupplan-i18n"][language]).replace("|", "\\|")


def rows(schema: Schema) -> Iterator[Row]:
    """Every key of a model and of the models in it, in the order of the source."""
    yield from _rows(schema, schema, "")


def _rows(whole: Schema, part: Schema, before: str) -> Iterator[Row]:
    seen: dict[str, str] = {}
    for key, found in part["properties"].items():
        inner, listed = _inner(found)
        name = str(inner.get("$ref", "")).rpartition("/")[2]
        row = Row(f"{before}{key}", found, key in part.get("required", ()), seen.get(name, ""))
        yield row
        if name and not row.like:
            seen[name] = row.path
            yield from _rows(whole, whole["definitions"][name], f"{row.path}{'[]' if listed else ''}.")


def _inner(schema: Schema) -> tuple[Schema, bool]:
    """The schema without null and list, and whether it is a list."""
    for option in (*schema.get("anyOf", ()), *schema.get("allOf", ())):
        if option.get("type") != "null":
            return _inner(option)
    return (schema["items"], True) if schema.get("type") == "array" else (schema, False)


def form(row: Row, language: str) -> str:
    """What is written there: words to choose from, a form of value, or further keys."""
    if row.like:
        return f"同 `{row.like}`" if language == "zh-CN" else f"as `{row.like}`"
    inner, listed = _inner(row.schema)
    text = _form(inner, language)
    if not listed:
        return text
    return f"{text}；列表" if language == "zh-CN" else f"list: {text}"


def _form(schema: Schema, language: str) -> str:
    if "oneOf" in schema:
        return " ".join(_choice(option, language) for option in schema["oneOf"])
    if "enum" in schema:
        return " ".join(f"`{word}`" for word in schema["enum"])
    if "$ref" in schema:
        return "下面的键" if language == "zh-CN" else "the keys below"
    example = next(iter(schema.get("examples", ())), None)
    if example is not None:
        return {**FORMS, **MORE}[str(example).lower()].name(language)
    if "pattern" in schema:
        return (ID if schema["pattern"].startswith("^[a-z]") else BASIS).name(language)
    return (WORDS if "object" in schema.get("type", ()) else TEXT).name(language)


def _choice(option: Schema, language: str) -> str:
    word, label = option["const"], option["description"].partition(" · ")[0]
    return f"`{word}` {label}" if language == "zh-CN" and label.lower() != word else f"`{word}`"


def reference(schema: Schema, language: str) -> str:
    """The Markdown table of a model's keys in one language."""
    chinese = language == "zh-CN"
    head = "| 键 | 写什么 | 意思 |" if chinese else "| Key | Value | Meaning |"
    must = "**必填。** " if chinese else "**Required.** "
    lines = [head, "| --- | --- | --- |"]
    for row in rows(schema):
        meaning = (must if row.required else "") + row.meaning(language)
        lines.append(f"| `{row.path}` | {form(row, language)} | {meaning} |")
    return "\n".join(lines)


def both(schema: Schema) -> str:
    """The Markdown table of a model's keys with both languages side by side."""
    lines = ["| Key · 键 | Value · 写什么 | 意思 | Meaning |", "| --- | --- | --- | --- |"]
    for row in rows(schema):
        forms = dict.fromkeys(form(row, language) for language in LANGUAGES)
        key = f"`{row.path}`" + (" \\*" if row.required else "")
        lines.append(f"| {key} | {' · '.join(forms)} | {row.meaning('zh-CN')} | {row.meaning('en')} |")
    return "\n".join(lines)
