"""A script in the mouth of one task: the words of each of its posts."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from groupplan.model.items import Script, Task
from groupplan.model.outline import Piece
from groupplan.model.settled import Settled
from groupplan.model.slots import slots
from groupplan.model.texts import words
from groupplan.model.worded import Gap, Message, blanks
from groupplan.word.fill import fill, missing
from groupplan.word.relief import Relief

Values = Mapping[str, object]
Text = Mapping[str, str]
MOMENT = ("date", "time", "weekday", "day_number", "week_number")
"""What only the day of a post knows."""

SEAMS = 2
"""Spaces that filling a slot may add."""


def width(value: object) -> int:
    """No text of a value is longer, in characters."""
    if isinstance(value, str):
        return len(value)
    return sum(map(width, value)) + 5 * len(value) if isinstance(value, tuple | list | frozenset) else 60


class Teller:
    """Whether each post has words, and which; posts that would say the same are looked into once."""

    def __init__(
        self,
        script: Piece[Script],
        task: Piece[Task],
        settled: Settled,
        values: Values,
        gaps: list[Gap],
        widest: int,
        relief: Relief,
    ) -> None:
        self._script, self._task, self._gaps, self._relief = script, task, gaps, relief
        self._language = settled.language
        self._known: Values = {**values, **task.values, "sender": _sender(task, settled)}
        limit = settled.pack.limit("message_chars")
        self._limit = limit.value if limit and script.item.short else None
        self._judged = _judged(script.item)
        self._widest = max(widest, *map(width, task.values.values()), 0)
        self._asked: dict[int, tuple[str, ...]] = {}
        self._bounds: dict[int, int] = {}
        self._able: dict[tuple[object, ...], bool] = {}
        self._told: dict[tuple[object, ...], Message] = {}

    def speaks(self, number: int, moment: Values) -> bool:
        """Whether there are words for the post of that number; what cannot be filled is noted."""
        turn, names = self._turn(number), self._relief.names(moment.get("date"), self._task)
        asked = self._asks(turn)
        key: tuple[object, ...] = (turn, *names.items())
        if asked or self._judged:
            key = (*key, *map(moment.get, self._judged), *[moment.get(one) is None for one in asked])
        if key not in self._able:
            self._able[key] = self._speaks(turn, {**self._known, **moment, **names})
        return self._able[key]

    def message(self, number: int, moment: Values, day: date | None = None) -> Message:
        """The words of a post that has some; those of a touch on a ``day``."""
        turn, names = self._turn(number), self._relief.names(moment.get("date", day), self._task)
        key = (turn, *map(moment.get, self._judged), *map(moment.get, self._asks(turn)), *names.items())
        if key not in self._told:
            self._told[key] = self._message(turn, moment, names)
        return self._told[key]

    def most(self, number: int) -> int:
        """No words for that post are longer, in characters: known without putting them together."""
        turn, item = self._turn(number), self._script.item
        if turn not in self._bounds:
            texts = (item.text, item.short, *(one.text for one in item.variants))
            turned = self._most(item.turns[turn]) if item.turns else 0
            self._bounds[turn] = max(map(self._most, texts)) + turned
        return self._bounds[turn]

    def _most(self, text: Text | None) -> int:
        said = self._words(text) or ""
        return len(said) + len(slots(said)) * (self._widest + SEAMS)

    def _turn(self, number: int) -> int:
        turns = self._script.item.turns
        return (max(number, 1) - 1) % len(turns) if turns else 0

    def _asks(self, turn: int) -> tuple[str, ...]:
        """What the words of a turn ask of their day."""
        if turn not in self._asked:
            item = self._script.item
            texts = [item.text, item.name, item.recipient, item.short, *(one.text for one in item.variants)]
            said = (self._words(text) for text in (*texts, *item.turns[turn : turn + 1]))
            used = frozenset[str]().union(*(_asking(text) for text in said if text))
            self._asked[turn] = tuple(name for name in MOMENT if name in used)
        return self._asked[turn]

    def _speaks(self, turn: int, known: Values) -> bool:
        item = self._script.item
        if item.when is not None and not item.when.holds(known):
            return False
        if item.turns and self._lacks(item.turns[turn], known, "turns", turn):
            return False
        known = {**known, "turn": "…"}
        text, place = variant(item, known)
        if self._lacks(text, known, *place):
            return False
        self._lacks(item.name, known, "name")
        if item.recipient:
            self._lacks(item.recipient, known, "recipient")
        if self._limit is None or len(self._fill(text, self._turned(known, turn))) <= self._limit:
            return True
        return not (item.short and self._lacks(item.short, known, "short"))

    def _lacks(self, text: Text, known: Values, *place: str | int) -> bool:
        said = self._words(text)
        slot = "" if said is None else missing(said, known)
        if slot is not None:
            self._gaps.append(Gap(self._script.trace.origin.down(*place), slot, self._task.key))
        return slot is not None

    def _message(self, turn: int, moment: Values, names: Mapping[str, str]) -> Message:
        item, known = self._script.item, {**self._known, **moment, **names}
        text = self._text(known, turn)
        bare = self._text({**known, **dict.fromkeys(moment, "…")}, turn) if self._asks(turn) else text
        name, to = self._fill(item.name, known), self._fill(item.recipient, known)
        return Message(item.id, name, to, text, blanks(text, self._language), bare)

    def _text(self, known: Values, turn: int) -> str:
        known = self._turned(known, turn)
        whole = self._fill(variant(self._script.item, known)[0], known)
        if self._limit is None or len(whole) <= self._limit:
            return whole
        return self._fill(self._script.item.short, known)

    def _turned(self, known: Values, turn: int) -> Values:
        turns = self._script.item.turns
        return {**known, "turn": self._fill(turns[turn], known)} if turns else known

    def _words(self, text: Text | None) -> str | None:
        return words(text, self._language, self._script.book.language) if text else None

    def _fill(self, text: Text | None, known: Values) -> str:
        said = self._words(text)
        return fill(said, known, self._language) if said and missing(said, known) is None else ""


def variant(item: Script, known: Values) -> tuple[Text, tuple[str | int, ...]]:
    """The words that hold here, and their place: the first variant whose condition is true, else the text."""
    for index, one in enumerate(item.variants):
        if one.when.holds(known):
            return one.text, ("variants", index, "text")
    return item.text, ("text",)


@lru_cache(maxsize=4096)
def _asking(text: str) -> frozenset[str]:
    """What a text asks of its day."""
    return frozenset(slot.name for slot in slots(text)).intersection(MOMENT)


def _judged(item: Script) -> tuple[str, ...]:
    """What the conditions of a script ask of its day."""
    if item.when is None and not item.variants:
        return ()
    conditions = (one for one in (item.when, *(variant.when for variant in item.variants)) if one)
    return _dated(name for condition in conditions for name, _ in condition.names)


def _dated(names: Iterable[str]) -> tuple[str, ...]:
    used = set(names)
    return tuple(name for name in MOMENT if name in used)


def _sender(task: Piece[Task], settled: Settled) -> str | None:
    duty = task.item.duty or ""
    role = settled.doer(duty, task.owner)
    return role.name if role else settled.duties.get(duty)
