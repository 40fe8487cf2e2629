"""Scripts, filled for each post on its day."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from groupplan.model.outline import Outline
from groupplan.model.schedule import Occurrence, Schedule
from groupplan.model.settled import Settled
from groupplan.model.texts import words
from groupplan.model.worded import Gap, Message, blanks
from groupplan.word.fill import fill, missing
from groupplan.word.relief import Relief
from groupplan.word.teller import Teller, variant, width

Key = tuple[str, int]
"""Task and number of the post, 0 for a touch."""


class Messages(Mapping[Key, Message]):
    """The words of each post and touch that has some, put together when they are first read."""

    def __init__(self, told: Mapping[Key, tuple[Teller, Mapping[str, object]]]) -> None:
        self._told = told

    def __getitem__(self, key: Key) -> Message:
        teller, moment = self._told[key]
        return teller.message(key[1], moment)

    def on(self, task: str, day: date) -> Message | None:
        """The words of a touch on a day: names may differ while somebody is away."""
        found = self._told.get((task, 0))
        return found[0].message(0, found[1], day) if found else None

    def bounds(self) -> Iterator[tuple[Key, int]]:
        """Each with a number of characters that its words do not pass."""
        return ((key, teller.most(key[1])) for key, (teller, _) in self._told.items())

    def __contains__(self, key: object) -> bool:
        return key in self._told

    def __iter__(self) -> Iterator[Key]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


def messages(
    settled: Settled,
    outline: Outline,
    schedule: Schedule,
    values: Mapping[str, object],
    gaps: list[Gap],
) -> Messages:
    """The words of each post and touch that has a script; what cannot be filled is noted now."""
    scripts = {piece.item.id: piece for piece in outline.scripts}
    widest = max(map(width, (*values.values(), *(role.name for role in settled.roles))))
    relief = Relief(settled)
    tellers = {
        piece.key: Teller(scripts[piece.item.script], piece, settled, values, gaps, widest, relief)
        for piece in outline.tasks
        if piece.item.script in scripts
    }
    return Messages(
        {
            (key, number): (tellers[key], moment)
            for key, number, moment in _moments(schedule, settled, tellers)
            if tellers[key].speaks(number, moment)
        }
    )


def spare(settled: Settled, outline: Outline, values: Mapping[str, object]) -> tuple[Message, ...]:
    """Scripts that no task posts: words for the day something happens. One with a gap is left out."""
    posted = {task.script for use in outline.uses for task in use.book.playbook.tasks}
    known = {**values, "sender": values.get("who.owner")}
    found = []
    for script in outline.scripts:
        if script.item.id in posted or script.item.each is not None:
            continue
        texts = (script.item.name, script.item.recipient, variant(script.item, known)[0])
        said = [words(text, settled.language, script.book.language) if text else "" for text in texts]
        if all(one is not None and missing(one, known) is None for one in said):
            name, to, text = (fill(one or "", known, settled.language) for one in said)
            found.append(Message(script.item.id, name, to, text, blanks(text, settled.language)))
    return tuple(found)


def _moments(
    schedule: Schedule, settled: Settled, tasks: Collection[str]
) -> Iterator[tuple[str, int, dict[str, object]]]:
    for one in schedule.occurrences:
        if one.task in tasks:
            yield one.task, one.number, _moment(one, settled)
    for touch in schedule.touches:
        if touch.task in tasks:
            yield touch.task, 0, {}


def _moment(one: Occurrence, settled: Settled) -> dict[str, object]:
    number = (one.day - settled.opens).days + 1
    return {
        "date": one.day,
        "time": one.at,
        "weekday": one.day,
        "day_number": number if number > 0 else None,
        "week_number": (number + 6) // 7 if number > 0 else None,
    }
