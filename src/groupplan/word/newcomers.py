"""The first 72 hours of two newcomers: a weekday morning, who talks; Friday night, who is silent."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from groupplan.model.items import Task
from groupplan.model.outline import Outline, Piece
from groupplan.model.schedule import Schedule
from groupplan.model.settled import Settled
from groupplan.model.worded import Line, Transcript
from groupplan.word.messages import Messages

HOURS = timedelta(hours=72)
MORNING, NIGHT = time(10, 20), time(23, 40)
FRIDAY, SATURDAY = 4, 5
Texts = Mapping[tuple[str, str, str], str]


def transcripts(
    settled: Settled, outline: Outline, schedule: Schedule, texts: Texts, messages: Messages
) -> tuple[Transcript, ...]:
    """What both see and write, in order; nothing when the plan does nothing for newcomers."""
    if not schedule.touches:
        return ()
    scene = _Scene(settled, outline, schedule, texts, messages)
    morning = datetime.combine(_first(settled.opens, range(SATURDAY)), MORNING)
    night = datetime.combine(_first(settled.opens, (FRIDAY,)), NIGHT)
    return (
        Transcript("talking", morning, scene.lines(morning, "talking")),
        Transcript("silent", night, scene.lines(night, "silent")),
    )


def _first(day: date, weekdays: range | tuple[int, ...]) -> date:
    while day.weekday() not in weekdays:
        day += timedelta(days=1)
    return day


class _Scene:
    """What one plan says to newcomers and to the group they join."""

    def __init__(
        self, settled: Settled, outline: Outline, schedule: Schedule, texts: Texts, messages: Messages
    ) -> None:
        self._settled, self._outline, self._schedule = settled, outline, schedule
        self._texts, self._messages = texts, messages

    def lines(self, joined: datetime, joiner: str) -> tuple[Line, ...]:
        """Everything within 72 hours of joining; who talks also answers, and is answered."""
        found = [*self._touches(joined, joiner), *self._posts(joined)]
        if joiner == "talking":
            found += self._dialogues(found)
        last = joined + HOURS
        order = {"group": 0, "team": 1, "member": 2}
        kept = [line for line in found if joined <= line.at <= last]
        return tuple(sorted(kept, key=lambda line: (line.at, order[line.side])))

    def _touches(self, joined: datetime, joiner: str) -> Iterator[Line]:
        shown = {one.item.shows for one in self._outline.dialogues if joiner == "talking"}
        for touch in self._schedule.touches:
            piece = self._outline.task(touch.task)
            if piece.item.id not in shown and (piece.item.joiners or "all") in ("all", joiner):
                at = self._awake(joined + touch.after)
                yield Line(at, self._sender(piece, at), self._said(piece, 0, at.date()), "team", piece.key)

    def _posts(self, joined: datetime) -> Iterator[Line]:
        for one in self._schedule.occurrences:
            piece = self._outline.task(one.task)
            if one.at is None or piece.item.kind not in ("post", "event"):
                continue
            at = datetime.combine(one.day, one.at)
            if (piece.item.audience or "community") == self._audience and joined <= at <= joined + HOURS:
                yield Line(
                    at, self._sender(piece, at), self._said(piece, one.number, one.day), "group", piece.key
                )

    def _dialogues(self, seen: list[Line]) -> Iterator[Line]:
        first = {
            line.task.partition("@")[0]: line for line in sorted(seen, key=lambda one: one.at, reverse=True)
        }
        for piece in self._outline.dialogues:
            heard = first.get(piece.item.after)
            if heard is None:
                continue
            at = self._awake(heard.at + piece.item.wait)
            yield Line(at, "", self._texts.get(("dialogues", piece.key, "says"), ""), "member", piece.key)
            usual = self._settled.person(piece.item.duty or "host")
            who = (self._settled.present(usual, at.date()) or usual) if usual else None
            reply = self._texts.get(("dialogues", piece.key, "reply"), "")
            yield Line(at + piece.item.reply_wait, who.name if who else "", reply, "team", piece.key)

    @property
    def _audience(self) -> str:
        kinds = {group.kind for group in self._settled.groups}
        return "community" if "community" in kinds else "campaign"

    def _awake(self, moment: datetime) -> datetime:
        for span in self._settled.rules.quiet:
            moment = span.after(moment)
        return moment

    def _sender(self, piece: Piece[Task], at: datetime) -> str:
        usual = self._settled.doer(piece.item.duty or "", piece.owner)
        role = (self._settled.present(usual, at.date()) or usual) if usual else None
        return role.name if role else self._settled.duties.get(piece.item.duty or "", "")

    def _said(self, piece: Piece[Task], number: int, day: date) -> str:
        message = self._messages.get((piece.key, number)) if number else self._messages.on(piece.key, day)
        return message.text if message else self._texts.get(("tasks", piece.key, "name"), "")
