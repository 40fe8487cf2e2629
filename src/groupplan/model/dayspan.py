"""A span of days, both inclusive: leave, an absence."""

from datetime import date
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from groupplan.model.scalars import ScalarError, day, plain
from groupplan.model.windows import Window


def dayspan(value: object) -> Window:
    """``2027-03-08..2027-03-12``; one day alone is a span of one day."""
    first, dots, second = plain(value).partition("..")
    begin = _end(first, value)
    end = _end(second, value) if dots else begin
    if end < begin:
        raise ScalarError("day-span-backwards", text=value)
    return Window(begin, end)


def _end(text: str, value: object) -> date:
    try:
        return day(text)
    except ScalarError as error:
        if error.key == "no-such-day":
            raise
        raise ScalarError("not-a-day-span", text=value) from None


DaySpan = Annotated[
    Window,
    PlainValidator(dayspan),
    WithJsonSchema({"type": ["string"], "examples": ["2027-03-08..2027-03-12"]}),
]
