"""new: a brief from an archetype, a playbook from its sample. Text in, text out; no file is written here."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from groupplan.model.finding import say
from groupplan.model.refusal import Misuse
from groupplan.resources import shipped

MODELINE = "# yaml-language-server: $schema={schema}\n"
LEAD_DAYS = 21
_BOTH = re.compile(r"\[\[(.*?) \| (.*?)\]\]")
_SETTING = re.compile(r"#\? ([a-z][a-z0-9_]*) = (.*?) :: (.*)\Z")
_SLOT = re.compile(r"\{\{ ([a-z][a-z0-9_]*)(?:([+-]\d{1,3})d)?(?: (\d{2}:\d{2}))? \}\}")
_PLAIN = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][^:#\[\]{},&*!|>'\"%@`\n\\]*\Z")

_ODD = re.compile('[\\\\"\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff]')


class Setting(Struct, frozen=True):
    """A question an archetype asks: its key, default and words."""

    key: str
    default: str
    question: str


def archetypes() -> tuple[str, ...]:
    """The names of the shipped archetypes."""
    return tuple(
        sorted(
            path.stem
            for path in shipped("templates").joinpath("new").glob("*.yaml")
            if path.stem != "playbook"
        )
    )


def first_monday(today: date) -> date:
    """The first Monday at least 21 days ahead."""
    found = today + timedelta(days=LEAD_DAYS)
    return found + timedelta(days=-found.weekday() % 7)


def settings(archetype: str, language: str) -> tuple[Setting, ...]:
    """What an archetype asks, in a language."""
    found = []
    for line in _sample(archetype).splitlines():
        match = _SETTING.match(_spoken(line, language))
        if match:
            found.append(Setting(match[1], match[2].strip(), match[3].strip()))
    return tuple(found)


def brief(archetype: str, language: str, opens: date, given: Mapping[str, str]) -> str:
    """The text of a new brief, with the modeline first. ``Misuse`` for a setting nobody asked for."""
    if archetype not in archetypes():
        raise Misuse(say("no-such-archetype", name=archetype[:60], known=" ".join(archetypes())))
    known = {setting.key: setting.default for setting in settings(archetype, language)}
    for key in given:
        if key not in known:
            raise Misuse(say("no-such-setting", name=key[:60], known=" ".join(known)))
    values = {**known, **given}
    lines = [line for line in _sample(archetype).splitlines() if not line.startswith("#? ")]
    text = _spoken("\n".join(lines).strip("\n") + "\n", language)
    return MODELINE.format(schema="brief.schema.json") + _filled(text, values, opens)


def playbook(name: str, language: str) -> str:
    """The text of a new playbook of that name."""
    text = _spoken(_sample("playbook"), language)
    return MODELINE.format(schema="playbook.schema.json") + _filled(text, {"name": name}, date.min)


def schema_text(what: str) -> str:
    """The JSON Schema of ``brief`` or ``playbook`` as it is shipped; a test holds it to the models."""
    return shipped("templates").joinpath("new", f"{what}.schema.json").read_text(encoding="utf-8")


def _sample(archetype: str) -> str:
    return shipped("templates").joinpath("new", f"{archetype}.yaml").read_text(encoding="utf-8")


def _spoken(text: str, language: str) -> str:
    side = 1 if language == "zh-CN" else 2
    return _BOTH.sub(lambda match: match[side], text)


def _filled(text: str, values: Mapping[str, str], opens: date) -> str:
    def value(match: re.Match[str]) -> str:
        key, days, clock = match.groups()
        if key != "opens":
            return quoted(values[key]) if key in values else match[0]
        day = (opens + timedelta(days=int(days or 0))).isoformat()
        return f'"{day} {clock}"' if clock else day

    return _SLOT.sub(value, text)


def quoted(text: str) -> str:
    """A text as a YAML value: as it is where that is safe, else in double quotes."""
    plain = _PLAIN.match(text) and not _ODD.search(text) and not text.endswith(" ")
    if plain and text.lower() not in ("null", "true", "false"):
        return text
    return f'"{_ODD.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    named = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return named.get(match[0]) or f"\\u{ord(match[0]):04x}"
