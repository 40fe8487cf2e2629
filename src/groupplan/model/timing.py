"""When a task happens: fixed, relative, recurring, or counted from each member's joining."""

from datetime import time, timedelta
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema, model_validator

from groupplan.model.choice import Choices
from groupplan.model.choices import POSTS, WEEKDAYS
from groupplan.model.fields import AsList, Clock, Day, Lapse, Model, OneOf, Str, about
from groupplan.model.scalars import ScalarError, clock, plain

EVERY = Choices(
    day=("每天", "every day"),
    workday=("每个工作日", "every working day"),
    week=("每周", "every week"),
    **{"2 weeks": ("每两周", "every two weeks")},
    month=("每月", "every month"),
)
ANCHORS = ("opens", "closes", "start", "end", "item.at", "item.from", "item.to", "item.closes")


def _time(value: object) -> time | str:
    text = plain(value)
    if text.startswith("cadence."):
        if text.removeprefix("cadence.") not in POSTS:
            raise ScalarError("not-a-choice", text=value, options=" ".join(f"cadence.{p}" for p in POSTS))
        return text
    return clock(text)


def _on(value: object) -> str | int:
    text = plain(value).lower()
    if text in WEEKDAYS:
        return text
    if text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31:
        return int(text)
    raise ScalarError("not-a-choice", text=value, options=" ".join(WEEKDAYS) + " 1..31")


When = Annotated[
    time | str,
    PlainValidator(_time),
    WithJsonSchema({"type": "string", "examples": ["20:00", "cadence.task"]}),
]
Every = Annotated[str, OneOf(EVERY)]
On = Annotated[str | int, PlainValidator(_on), WithJsonSchema({"type": ["string", "integer"]})]


class Timing(Model):
    """One of three forms: ``from`` an anchor, ``every`` so often, or ``after_join``.

    An anchor is ``opens``, ``closes``, ``start``, ``end``, ``<stage>.start``, ``<stage>.end``,
    ``item.at``, ``item.from``, ``item.to``, ``item.closes`` or ``task.<id>``.
    """

    from_: Annotated[Str | None, about("从哪个时点算起", "the anchor", alias="from")] = None
    offset: Annotated[Lapse | None, about("提前或推后，如 -1h", "before or after, such as -1h")] = None
    time: Annotated[When | None, about("几点，或 cadence.task", "time of day, or cadence.task")] = None
    every: Annotated[Every | None, about("重复周期", "how often")] = None
    on: Annotated[tuple[On, ...], AsList, about("星期几或几号", "weekdays or days of the month")] = ()
    until: Annotated[Str | None, about("重复到哪个时点", "the anchor where repeating ends")] = None
    except_: Annotated[tuple[Day, ...], AsList, about("跳过的日期", "dates left out", alias="except")] = ()
    after_join: Annotated[Lapse | None, about("入群后多久", "how long after joining")] = None

    @model_validator(mode="after")
    def _one_form(self) -> "Timing":
        if self.after_join is not None and (self.every or self.from_):
            raise ScalarError("timing-forms")
        if self.after_join is not None and self.after_join < timedelta(0):
            raise ScalarError("timing-forms")
        if self.after_join is None and not self.every and not self.from_:
            raise ScalarError("timing-forms")
        wanted = int if self.every == "month" else str
        if self.every and any(not isinstance(on, wanted) for on in self.on):
            raise ScalarError("timing-on")
        return self


__all__ = ["ANCHORS", "EVERY", "Clock", "Timing"]
