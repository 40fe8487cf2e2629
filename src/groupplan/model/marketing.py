"""Marketing days: dates people shop or celebrate by, offered only to plans that sell something."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema, model_validator

from groupplan.model.choices import WEEKDAYS
from groupplan.model.fields import AsList, Count, Day, Id, Lapse, Model, Slug, Str, about
from groupplan.model.scalars import ScalarError, plain
from groupplan.model.texts import Text

MOVABLE = ("first", "second", "third", "fourth", "last")


def _rule(value: object) -> str:
    """``06-18``, or ``second sun 05``: the second Sunday of May."""
    text = plain(value)
    parts = text.split()
    if len(parts) == len(("nth", "weekday", "month")):
        nth, name, month = parts
        if nth in MOVABLE and name in WEEKDAYS and month.isdigit() and 1 <= int(month) <= 12:
            return text
        raise ScalarError("not-a-day-rule", text=value)
    try:
        date.fromisoformat(f"2028-{text}")
    except ValueError:
        raise ScalarError("not-a-day-rule", text=value) from None
    return text


Rule = Annotated[
    str, PlainValidator(_rule), WithJsonSchema({"type": "string", "examples": ["06-18", "second sun 05"]})
]


class MarketingDay(Model):
    """One day, or days in a row: by rule, or with its date for each year where no rule gives it."""

    id: Annotated[Id, about("条目 id", "id of the row")]
    name: Annotated[Text, about("叫什么", "name")]
    on: Annotated[Rule | None, about("哪天：06-18，或 second sun 05", "06-18, or second sun 05")] = None
    dates: Annotated[tuple[Day, ...], AsList, about("各年的日期", "its date in each year")] = ()
    days: Annotated[Count | None, about("连着几天", "how many days in a row")] = None
    prepare: Annotated[Lapse, about("提前多久准备", "how long before to prepare")]
    kinds: Annotated[tuple[Slug, ...], AsList, about("适合哪些社群", "kinds of community it suits")] = ()
    idea: Annotated[Text, about("可以怎么做", "what to do with it")]
    care: Annotated[Text | None, about("要当心什么", "what to be careful about")] = None

    @model_validator(mode="after")
    def _one_way(self) -> "MarketingDay":
        if bool(self.on) == bool(self.dates):
            raise ScalarError("day-rule-or-dates")
        return self

    def between(self, first: date, last: date) -> Iterator[date]:
        """Its first days within the span, both ends included."""
        for year in range(first.year, last.year + 1):
            for day in self._in(year):
                if first <= day <= last:
                    yield day

    def _in(self, year: int) -> Iterator[date]:
        yield from (day for day in self.dates if day.year == year)
        if self.on is None:
            return
        nth, _, rest = self.on.partition(" ")
        yield _nth(year, nth, *rest.split()) if rest else _fixed(year, self.on)


def _fixed(year: int, text: str) -> date:
    """The day of that year; 29 February falls on the 28th in other years."""
    try:
        return date.fromisoformat(f"{year}-{text}")
    except ValueError:
        return date(year, 2, 28)


def _nth(year: int, nth: str, name: str, month: str) -> date:
    first = date(year, int(month), 1)
    first += timedelta(days=(WEEKDAYS.index(name) - first.weekday()) % 7)
    days = [first + timedelta(days=7 * n) for n in range(5)]
    inside = [day for day in days if day.month == int(month)]
    return inside[MOVABLE.index(nth)] if nth != "last" else inside[-1]


class MarketingDays(Model):
    """The days of a country."""

    knowledge: Annotated[Count, about("格式版本", "format version")]
    country: Annotated[Str, about("国家", "country")]
    days: Annotated[tuple[MarketingDay, ...], AsList, about("日子", "days")] = ()
