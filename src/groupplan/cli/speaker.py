"""Changes of a plan in words of the interface's language; names stay as the plan has them."""

from collections.abc import Mapping
from datetime import date, datetime, time
from string import Formatter
from typing import Any

from groupplan.messages import catalogue, sentence
from groupplan.model.choice import Label
from groupplan.model.comparison import (
    Cause,
    Change,
    Comparison,
    Figure,
    Growth,
    Listed,
    Names,
    Term,
    Value,
)
from groupplan.model.estimate import Estimate
from groupplan.model.finding import Words
from groupplan.model.formats import (
    chinese,
    clock,
    day,
    hours,
    joined,
    listed,
    money,
    number,
    percent,
    spread,
    weekday,
)
from groupplan.model.money import Money
from groupplan.render.words import Dictionary

NAMED = 6
"""Names a sentence lists; the rest is counted."""
HEAVY, PARTS = 5, 7
"""What weighs this much may stand in the summary, and so many parts it has at most."""
LONGEST = 80
"""Characters of a field's text that are shown beside another."""


class Speaker:
    """The catalogue of differences in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._all = catalogue("diff")
        self._words = Dictionary(language)

    def say(self, key: str, /, **gaps: Any) -> str:
        """A word of the frame around the changes."""
        return self._filled(self._all["frame"][key], gaps)

    def sentence(self, change: Change) -> str:
        """The whole sentence of a change."""
        return self._filled(self._all[change.kind], self._gaps(change))

    def short(self, change: Change) -> str:
        """A change as a part of the summary; "" where it has none."""
        found = self._all[change.kind].get("short")
        return self._filled(found, self._gaps(change)) if found else ""

    def summary(self, found: Comparison) -> str:
        """One line: the heaviest of each kind in the order they are read, and how many there are beside."""
        first: dict[str, Change] = {}
        for change in found.changes:
            if change.weight >= HEAVY and "short" in self._all[change.kind]:
                first.setdefault(change.kind, change)
        heavy = sorted(first.values(), key=lambda one: -one.weight)[:PARTS]
        parts = [self.short(one) for one in found.changes if any(one is other for other in heavy)]
        rest = len(found.changes) - len(parts)
        if not parts:
            return self.say("summary_minor", count=rest) if rest else self.say("summary_none")
        if rest:
            parts.append(self.say("summary_more", count=rest))
        return ("，" if chinese(self.language) else ", ").join(parts)

    def value(self, value: Value, *, years: bool = False) -> str:
        """A value as a plan writes it."""
        if value is None:
            return self.say("nothing")
        if isinstance(value, Names):
            return self._names(tuple(self.say("name", name=name) for name in value.all), comma="")
        if isinstance(value, Listed):
            return self._names(tuple(self.value(one, years=years) for one in value.values))
        if isinstance(value, Figure):
            return self._figure(value)
        if isinstance(value, Term):
            return self._words.say(value.key) if self._words.has(value.key) else value.name
        if isinstance(value, Label):
            return value.text(self.language)
        if isinstance(value, Words):
            return sentence(value, self.language)
        return self._plain(value, years=years)

    def field(self, cause: Cause) -> tuple[str, str]:
        """A field before and after, as it is written in a brief: dates and figures unrounded."""
        if cause.kind in ("changed", "added", "removed"):
            shares = _share(cause.field)
            sides = (self._written(one, shares=shares) for one in (cause.before, cause.after))
            before, after = sides
            return before, after
        return "", self.say(cause.kind)

    def _names(self, names: tuple[str, ...], comma: str = "、") -> str:
        """Chinese names in their brackets need no comma between."""
        if len(names) <= NAMED + 1:
            return comma.join(names) if chinese(self.language) else listed(names, self.language)
        comma = comma if chinese(self.language) else ", "
        rest = len(names) - NAMED
        return self.say("more_names", names=comma.join(names[:NAMED]), count=len(names), rest=rest)

    def _figure(self, value: Figure) -> str:
        amount = abs(value.amount) if value.signed else value.amount
        sign = ("+" if value.amount >= 0 else "−") if value.signed else ""
        if value.unit == "minutes":
            return sign + hours(amount, self.language)
        if value.unit == "chance":
            whole = round(100 * amount)
            return f"{whole}%" if 0 < whole < 100 else self.say("hardly" if whole <= 0 else "surely")
        if value.unit == "days":
            return self.say("days", count=round(amount))
        if value.unit == "points":
            return f"{round(amount, 1):g}"
        return sign + (percent(amount) if value.unit == "share" else number(amount))

    def _plain(self, value: object, *, years: bool) -> str:
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if isinstance(value, datetime):
            return f"{self._day(value, years=years)} {clock(value)}"
        if isinstance(value, date):
            return self._day(value, years=years)
        if isinstance(value, time):
            return clock(value)
        if isinstance(value, Money):
            return money(value, self.language)
        if isinstance(value, Growth):
            sign = "+" if value.money.amount >= 0 else "−"
            return sign + money(Money(abs(value.money.amount), value.money.currency), self.language)
        return spread(value) if isinstance(value, Estimate) else number(value)

    def _day(self, value: date, *, years: bool) -> str:
        text, name = day(value, self.language, year=years), weekday(value, self.language, short=True)
        return f"{text} {name}" if chinese(self.language) else f"{name} {text}"

    def _written(self, value: Value, *, shares: bool) -> str:
        if isinstance(value, Listed):
            return self._names(tuple(self._written(one, shares=shares) for one in value.values))
        if isinstance(value, Estimate):
            ends = (value.likely,) if value.exact else (value.low, value.high)
            return "–".join(_exact(end, shares=shares) for end in ends)
        if isinstance(value, bool) or value is None:
            return self.value(value)
        if isinstance(value, int | float):
            return _exact(value, shares=shares)
        if isinstance(value, datetime):
            return f"{value:%Y-%m-%d %H:%M}"
        return value.isoformat() if isinstance(value, date) else self.value(value)

    def _gaps(self, change: Change) -> dict[str, str]:
        """Years are named where the days of one sentence lie in two; a week needs no day of the week."""
        gaps = dict(change.words)
        years = len({value.year for value in gaps.values() if isinstance(value, date)}) > 1
        found = {name: self.value(value, years=years) for name, value in gaps.items()}
        if isinstance(gaps.get("week"), date):
            found["week"] = day(gaps["week"], self.language, year=years)  # type: ignore[arg-type]
        return found

    def _filled(self, entry: Mapping[str, str], gaps: Mapping[str, Any]) -> str:
        """A gap without a value shows a dash; English has its own sentence for one."""
        one = str(gaps.get("count")) == "1" and not chinese(self.language)
        text = entry.get("en_one", entry["en"]) if one else entry[self.language]
        parts: list[str] = []
        for words, gap, _, _ in Formatter().parse(text):
            parts += [words, str(gaps.get(gap, "—"))] if gap else [words]
        return joined(parts, self.language)


def _share(field: str) -> bool:
    name = field.rpartition(".")[2]
    return name in ("max", "chance") or name.endswith("_rate") or name.startswith("retained_")


def _exact(value: float, *, shares: bool) -> str:
    return f"{100 * value:.4g}%" if shares else f"{value:,.10g}"


def one_line(text: str) -> str:
    """A text on one line and not too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else f"{flat[:LONGEST]}…"
