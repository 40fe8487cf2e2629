"""The kinds of field a brief and a playbook are made of: how each is read, and its JSON Schema.

Every scalar arrives as the text that was typed. A mistake leaves as ``ScalarError``, which names
its sentence in the catalogue; nobody sees pydantic's own words.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import core_schema

from groupplan.model import ranges, scalars
from groupplan.model.choice import Choices
from groupplan.model.clockspan import ClockSpan, clockspan
from groupplan.model.estimate import Estimate
from groupplan.model.money import Money

ID_PATTERN = r"^[a-z][a-z0-9_]{0,39}$"
SLUG_PATTERN = r"^[a-z][a-z0-9_-]{0,39}$"


class Model(BaseModel):
    """A frozen record. A key left empty counts as not given; ``x-`` keys are the author's own."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None and not key.startswith("x-")}


def about(zh: str, en: str, **more: Any) -> Any:
    """What a field means, in both languages: shown by editors, `explain` and the reference."""
    return Field(
        description=f"{zh}\n\n{en}", json_schema_extra={"x-groupplan-i18n": {"zh-CN": zh, "en": en}}, **more
    )


def _read(
    parse: Callable[[object], Any], *kinds: str, example: str, **limits: float
) -> tuple[PlainValidator, WithJsonSchema]:
    """``limits`` hold for values an editor takes for numbers: ``minimum`` and its like."""
    return PlainValidator(parse), WithJsonSchema(
        {"type": list(kinds), **limits, "examples": [_typed(example)]}
    )


def _typed(example: str) -> object:
    """As an editor types it: without the quotes that JSON puts around a text."""
    return {"true": True}.get(example, int(example) if example.isdigit() else example)


class OneOf:
    """A word of a closed list; editors show each with its name in both languages."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema.no_info_plain_validator_function(self._word)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        both = self._choices.both
        return {"oneOf": [{"const": w, "description": f"{both(w).zh} · {both(w).en}"} for w in self._choices]}

    def _word(self, value: object) -> str:
        text = scalars.plain(value)
        if text not in self._choices:
            raise scalars.ScalarError("not-a-choice", text=value, options=" ".join(self._choices))
        return text


def _name(value: object) -> str:
    text = scalars.plain(value)
    if not text.isascii() or not text.replace("_", "a").isalnum() or text != text.lower() or len(text) > 40:
        raise scalars.ScalarError("not-an-id", text=value)
    if not text[0].isalpha():
        raise scalars.ScalarError("not-an-id", text=value)
    return text


def _slug(value: object) -> str:
    text = scalars.plain(value)
    try:
        _name(text.replace("-", "_"))
    except scalars.ScalarError:
        raise scalars.ScalarError("not-an-id", text=value) from None
    return text


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise scalars.ScalarError("needs-text")
    if not value.strip():
        raise scalars.ScalarError("empty-text")
    return value.strip()


def _group_count(value: object) -> int | None:
    return None if scalars.plain(value).lower() == "auto" else scalars.count(value)


GroupCount = Annotated[int | None, *_read(_group_count, "integer", "string", example="auto", minimum=0)]
Id = Annotated[str, PlainValidator(_name), WithJsonSchema({"type": "string", "pattern": ID_PATTERN})]
Slug = Annotated[str, PlainValidator(_slug), WithJsonSchema({"type": "string", "pattern": SLUG_PATTERN})]
Str = Annotated[str, PlainValidator(_words), WithJsonSchema({"type": ["string", "number"]})]
Count = Annotated[int, *_read(scalars.count, "integer", "string", example="60", minimum=0)]
Version = Annotated[int, *_read(scalars.count, "integer", "string", example="1", minimum=1, maximum=1)]
"""The format version of a file: 1, until there is another."""
Minutes = Annotated[int, *_read(scalars.minutes, "integer", "string", example="90min", minimum=0)]
Positive = Annotated[float, *_read(scalars.positive, "number", "string", example="8", exclusiveMinimum=0)]
Share = Annotated[float, *_read(scalars.share, "number", "string", example="15%", minimum=0, maximum=1)]
Rate = Annotated[
    Estimate, *_read(ranges.rate, "number", "string", "object", example="25%..40%", minimum=0, maximum=1)
]
Size = Annotated[
    Estimate, *_read(ranges.size, "integer", "string", "object", example="2000..5000", minimum=0)
]
Amount = Annotated[
    Estimate, *_read(ranges.amount, "number", "string", "object", example="0.3..1.5", minimum=0)
]
Figure = Annotated[Estimate, *_read(ranges.figure, "number", "string", "object", example="3%..8%", minimum=0)]
Price = Annotated[Money, *_read(scalars.money, "number", "string", example="999元", minimum=0)]
Day = Annotated[date, *_read(scalars.day, "string", example="2027-03-01")]
Clock = Annotated[time, *_read(scalars.clock, "string", example="20:00")]
Moment = Annotated[datetime, *_read(scalars.moment, "string", example="2027-03-02 20:00")]
Lapse = Annotated[timedelta, *_read(scalars.lapse, "string", example="90d")]
Span = Annotated[ClockSpan, *_read(clockspan, "string", example="22:30-07:30")]
Truth = Annotated[bool, *_read(scalars.truth, "boolean", "string", example="true")]


def _listed(value: object) -> object:
    if not isinstance(value, list):
        raise scalars.ScalarError("needs-list")
    return tuple(value)


AsList = BeforeValidator(_listed)
