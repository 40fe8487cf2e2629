"""Days, hours and delays in the words of exported files."""

from collections.abc import Iterable
from datetime import date, timedelta

from groupplan.export.doings import Doing
from groupplan.export.plain import one_line
from groupplan.export.words import Wordbook
from groupplan.model.formats import chinese, clock, day, number, weekday
from groupplan.model.plan import Plan
from groupplan.model.worded import Message

_UNITS = (("days", 1440), ("hours", 60), ("minutes", 1))


def day_of(value: date, plan: Plan) -> str:
    """``3 月 1 日 周一`` or ``Mon 1 March``; with the year where it is not that of the opening."""
    spoken = plan.settled.language
    text = day(value, spoken, year=value.year != plan.settled.opens.year)
    name = weekday(value, spoken, short=True)
    return f"{text} {name}" if chinese(spoken) else f"{name} {text}"


def moment(one: Doing, plan: Plan, words: Wordbook) -> str:
    """When something is done: day and hour, or how long after joining."""
    if one.day is None:
        return after(one.after or timedelta(), words)
    text = day_of(one.day, plan)
    return f"{text} {clock(one.at)}" if one.at else text


def after(delay: timedelta, words: Wordbook) -> str:
    """How long after joining, in its largest even unit."""
    minutes = int(delay.total_seconds() // 60)
    if not minutes:
        return words.say("after.at_once")
    unit, size = next((unit, size) for unit, size in _UNITS if minutes % size == 0)
    count = minutes // size
    return words.say(f"after.{unit if count > 1 else f'one_{unit}'}", count=number(count))


def bracketed(blanks: Iterable[str], words: Wordbook) -> str:
    """What is to be filled in, in the signs it stands in."""
    left, right = "【】" if chinese(words.language) else "[]"
    return words.several(f"{left}{one_line(name)}{right}" for name in blanks)


def measured(message: Message, plan: Plan, words: Wordbook) -> tuple[str, ...]:
    """What a sender has to know of a text before pasting it: to whom, how long, what to fill in."""
    found = [words.say("text.to", to=message.recipient)] if message.recipient else []
    limit = plan.settled.pack.limit("message_chars")
    most = limit.value if limit else message.length
    key = "text.length" if message.length <= most else "text.too_long"
    found.append(words.say(key, length=number(message.length), limit=number(most)))
    if message.blanks:
        found.append(words.say("text.blanks", blanks=bracketed(message.blanks, words)))
    return tuple(found)
