"""The agenda of a day for a terminal: what to do in its order, with the words to paste."""

import datetime as dt
from collections.abc import Iterator

from groupplan.cli.surroundings import Surroundings
from groupplan.model.agenda import Agenda, Destination, Entry
from groupplan.model.choices import STAGES
from groupplan.model.formats import chinese, clock, day, hours, listed, weekday
from groupplan.model.plan import Plan
from groupplan.model.seams import dotted, series
from groupplan.render.agenda import moved
from groupplan.render.common import after
from groupplan.render.words import Dictionary
from groupplan.report.visible import visible

INDENT = " " * 7
"""As wide as an hour and two spaces."""


class Told:
    """Tells agendas in the language of their plan, harmless to a terminal."""

    def __init__(self, plan: Plan, around: Surroundings) -> None:
        self._plan = plan
        self._words = Dictionary(plan.settled.language)
        self._around = around

    def agenda(self, found: Agenda, only: str, now: dt.time | None) -> str:
        """Heading, the day's entries with their words, newcomers, tomorrow; ``only`` names the filter."""
        lines = [*self._head(found, only), ""]
        lines += self._within(found, now) if found.place == "within" else self._outside(found)
        return "\n".join(lines).rstrip("\n") + "\n"

    def _say(self, key: str, /, **gaps: object) -> str:
        return self._clean(self._words.say(f"today.{key}", **gaps))

    def _clean(self, text: str) -> str:
        return self._around.clean(" ".join(text.split("\n")))

    def _date(self, value: dt.date, *, year: bool = False) -> str:
        spoken = self._words.language
        text, name = day(value, spoken, year=year), weekday(value, spoken)
        return f"{text} {name}" if chinese(spoken) else f"{name} {text}"

    def _head(self, found: Agenda, only: str) -> Iterator[str]:
        yield self._say("title", name=self._plan.settled.name, day=self._date(found.day, year=True))
        if found.place == "within":
            yield f"{self._standing(found)} · {self._say('number', number=found.number, days=found.days)}"
            stages = [STAGES.label(stage, self._words.language) for stage in found.stages]
            if stages:
                yield self._say("stages", stages=series(stages, self._words.language))
        if found.holiday:
            named = "named" if found.holiday.name else "own"
            yield self._say(f"holiday_{found.holiday.sort}_{named}", name=found.holiday.name)
        if only:
            yield self._say("only", only=only)

    @property
    def _chinese(self) -> bool:
        return chinese(self._words.language)

    def _standing(self, found: Agenda) -> str:
        if found.open_day < 1:
            return self._counted("until_open", 1 - found.open_day)
        if found.open_day > found.open_days:
            return self._counted("since_close", found.open_day - found.open_days)
        return self._say("open_day", number=found.open_day, days=found.open_days)

    def _counted(self, key: str, count: int) -> str:
        return self._say(key if count != 1 else f"{key}_one", count=count)

    def _outside(self, found: Agenda) -> Iterator[str]:
        gaps = {"first": self._date(found.first, year=True), "last": self._date(found.last, year=True)}
        yield self._say(found.place, **gaps)
        yield from self._later(found)

    def _within(self, found: Agenda, now: dt.time | None) -> Iterator[str]:
        if found.entries:
            yield self._work(found)
            yield ""
        else:
            yield self._say("empty" if found.following else "empty_for_good")
            yield from self._later(found)
        yield from self._entries(found.entries, now)
        if found.joining:
            yield self._say("joining")
            yield ""
            for entry in found.joining:
                yield from self._entry(entry)
        if found.entries:
            key = "tomorrow" if found.tomorrow else "tomorrow_empty"
            if found.day < found.last:
                yield self._say(key, day=self._date(found.day + dt.timedelta(days=1)))
            else:
                yield self._say("last_day")
            yield from map(self._line, found.tomorrow)

    def _later(self, found: Agenda) -> Iterator[str]:
        if found.following and found.following[0].one:
            yield self._say("following", day=self._date(found.following[0].one.day))
            yield from map(self._line, found.following)
            yield ""

    def _work(self, found: Agenda) -> str:
        """How many things, and how long they take whom; newcomers' steps included."""
        people = {entry.doer.id: entry.doer.name for entry in found.entries if entry.doer}
        mine = {entry.piece.key for entry in (*found.entries, *found.joining)}
        loads = [one for one in self._plan.measures.days if one.day == found.day and one.role in people]
        minutes = {one.role: sum(spent for task, spent in one.parts if task in mine) for one in loads}
        each = [
            self._words.say("today.hours", name=people[role], hours=hours(spent, self._words.language))
            for role, spent in minutes.items()
            if spent
        ]
        count = self._counted("count", len(found.entries))
        return count + (self._say("work", people=listed(each, self._words.language)) if each else "")

    def _entries(self, entries: tuple[Entry, ...], now: dt.time | None) -> Iterator[str]:
        """Each with its words; a mark stands where the clock is."""
        marked = now is None or all(one.at is None for one in entries)
        for entry in entries:
            if now and not marked and (entry.at is None or entry.at >= now):
                yield from (self._say("now", time=clock(now)), "")
                marked = True
            yield from self._entry(entry)
        if now and not marked:
            yield from (self._say("now", time=clock(now)), "")

    def _entry(self, entry: Entry) -> Iterator[str]:
        yield self._heading(entry)
        for line in self._about(entry):
            yield f"{INDENT}{line}"
        if entry.message:
            yield self._say("copy", length=entry.message.length)
            yield visible(entry.message.text, actions=self._around.actions)
            yield self._say("copied")
        yield ""

    def _heading(self, entry: Entry) -> str:
        name = self._clean(entry.name)
        if entry.one is None:
            seconds = entry.after.total_seconds() if entry.after else 0
            return f"{self._clean(after(seconds, self._words))}  {name}"
        return f"{clock(entry.at) if entry.at else self._say('any_time')}  {name}"

    def _about(self, entry: Entry) -> Iterator[str]:
        parts = [self._who(entry)]
        if entry.minutes:
            parts.append(self._say(f"effort_{entry.piece.item.per or 'plan'}", minutes=entry.minutes))
        yield dotted(parts, self._words.language)
        yield from self._whither(entry)
        if entry.one and entry.one.moved:
            yield self._clean(moved(entry.one, self._plan, self._words))
        if entry.output:
            yield self._say("output", output=entry.output)
        if entry.message and entry.message.blanks:
            yield self._say("blanks", blanks=blanks(entry.message.blanks, self._words.language))

    def _whither(self, entry: Entry) -> Iterator[str]:
        to = entry.message.recipient if entry.message else ""
        where = series(map(self._series, entry.destinations), self._words.language)
        parts = [self._say("groups", groups=where)] * bool(where) + [self._say("to", to=to)] * bool(to)
        if parts:
            yield dotted(parts, self._words.language)

    def _series(self, one: Destination) -> str:
        if one.count == 1:
            return self._clean(one.name)
        last = f"{one.count:02}" if self._chinese else str(one.count)
        return self._say("series", name=one.name, last=last, count=one.count)

    def _who(self, entry: Entry) -> str:
        if entry.doer is None and entry.missing is None:
            return self._clean(self._words.say("team.nobody", duty=entry.duty or "—"))
        if entry.missing is None and entry.doer:
            return self._clean(self._words.say("team.person", name=entry.doer.name, duty=entry.duty))
        key, name = ("stands_in", entry.doer.name) if entry.doer else ("uncovered", "")
        return self._say(key, name=name, missing=entry.missing.name if entry.missing else "", duty=entry.duty)

    def _line(self, entry: Entry) -> str:
        at = clock(entry.at) if entry.at else self._say("any_time")
        who = entry.doer.name if entry.doer else entry.duty
        return f"  {at}  {self._say('line', name=entry.name, who=who or '—')}"


def blanks(names: tuple[str, ...], language: str) -> str:
    """What the day itself will know, in the signs it stands in."""
    if chinese(language):
        return "、".join(f"【{name}】" for name in names)
    return ", ".join(f"[{name}]" for name in names)
