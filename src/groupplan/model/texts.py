"""Field kinds that playbooks and knowledge share: words in two languages, conditions, method ids."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from pydantic import PlainValidator, WithJsonSchema

from groupplan.model import condition, slots
from groupplan.model.choices import LANGUAGES
from groupplan.model.scalars import ScalarError, plain
from groupplan.model.source import Route


def _when(value: object) -> condition.Condition:
    return condition.parse(plain(value))


def _text(value: object) -> dict[str, str]:
    given = {"": value} if isinstance(value, str) else value
    if not isinstance(given, dict):
        raise ScalarError("needs-text")
    for language, words in given.items():
        if language and language not in LANGUAGES:
            raise ScalarError("not-a-language", text=language, options=" ".join(LANGUAGES))
        if not isinstance(words, str) or not words.strip():
            raise ScalarError("empty-text")
        if "{" in words or "}" in words:
            slots.pieces(words)
    return {language: words.strip() for language, words in given.items()}


When = Annotated[
    condition.Condition,
    PlainValidator(_when),
    WithJsonSchema({"type": "string", "maxLength": condition.LONGEST, "examples": ['kind == "study-camp"']}),
]
Text = Annotated[
    dict[str, str],
    PlainValidator(_text),
    WithJsonSchema({"type": ["string", "object"], "additionalProperties": {"type": "string"}}),
]
"""Words by language; the key ``""`` is the file's own language."""
CITED = {"M": 372, "K": 68, "F": 200, "N": 20, "S": 27}
"""How many methods, checks, facts, contradictions and scripts there are to cite; a test counts them."""


def _basis(value: object) -> str:
    text = plain(value)
    letter, number = text[:1], text[1:]
    wide = len(str(CITED.get(letter, 0)))
    if not (number.isascii() and number.isdigit() and len(number) == wide and letter in CITED):
        raise ScalarError("not-a-basis", text=value)
    if not 1 <= int(number) <= CITED[letter]:
        raise ScalarError("no-such-basis", text=value, letter=letter, last=CITED[letter])
    return text


Basis = Annotated[
    str, PlainValidator(_basis), WithJsonSchema({"type": "string", "pattern": "^[MFKNS][0-9]{2,3}$"})
]


def words(text: Mapping[str, str], language: str, own: str) -> str | None:
    """The words in a language; plain strings count as the file's ``own`` language. None: not there."""
    found = text.get(language)
    return text.get("") if found is None and own == language else found


class Part(NamedTuple):
    """One text of an item: its name in the plan, its words by language, its place below the item."""

    name: str
    words: dict[str, str]
    route: Route
