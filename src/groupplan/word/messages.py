"""Scripts, filled for each post on its day."""

import re
from collections.abc import Iterator, Mapping

from groupplan.model.items import Script, Task
from groupplan.model.outline import Outline, Piece
from groupplan.model.schedule import Occurrence, Schedule
from groupplan.model.settled import Settled
from groupplan.model.source import Origin
from groupplan.model.worded import Gap, Message
from groupplan.word.fill import fill

_BLANK = re.compile(r"【([^【】]{1,40})】|\[([^\[\]]{1,40})\](?!\()")


def messages(
    settled: Settled,
    outline: Outline,
    schedule: Schedule,
    values: Mapping[str, object],
    gaps: list[Gap],
) -> dict[tuple[str, int], Message]:
    """The words of each post and touch that has a script."""
    scripts = {piece.item.id: piece for piece in outline.scripts}
    tasks = {piece.key: piece for piece in outline.tasks}
    found = {}
    for key, number, moment in _moments(schedule, settled):
        piece = tasks[key]
        script = scripts.get(piece.item.script or "")
        if script is None:
            continue
        known = {**values, **piece.values, **moment, "sender": _sender(piece, settled)}
        if script.item.when is not None and not script.item.when.holds(known):
            continue
        text = _say(script, known, max(number, 1), settled, piece, gaps)
        if text:
            name, to = (_label(script, field, known, settled, piece, gaps) for field in ("name", "recipient"))
            undated = {**known, **dict.fromkeys(moment, "…")}
            bare = _say(script, undated, max(number, 1), settled, piece, [])
            blanks = _blanks(text, settled.language)
            found[key, number] = Message(script.item.id, name, to, text, blanks, bare)
    return found


def spare(settled: Settled, outline: Outline, values: Mapping[str, object]) -> tuple[Message, ...]:
    """Scripts that no task posts: words for the day something happens. One with a gap is left out."""
    posted = {task.script for use in outline.uses for task in use.book.playbook.tasks}
    known = {**values, "sender": values.get("who.owner")}
    found = []
    for script in outline.scripts:
        if script.item.id in posted or script.item.each is not None:
            continue
        gaps: list[Gap] = []
        language, own = settled.language, script.book.language
        origin = script.trace.origin
        text = _variant(script, known)[0]
        name, to, said = (
            fill(part, known, language, own, origin, script.key, gaps) if part else ""
            for part in (script.item.name, script.item.recipient, text)
        )
        if not gaps:
            found.append(Message(script.item.id, name, to, said, _blanks(said, language)))
    return tuple(found)


def _moments(schedule: Schedule, settled: Settled) -> Iterator[tuple[str, int, dict[str, object]]]:
    for one in schedule.occurrences:
        yield one.task, one.number, _moment(one, settled)
    for touch in schedule.touches:
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


def _sender(piece: Piece[Task], settled: Settled) -> str | None:
    duty = piece.item.duty or ""
    role = settled.doer(duty, piece.owner)
    return role.name if role else settled.duties.get(duty)


def _say(
    script: Piece[Script],
    known: Mapping[str, object],
    number: int,
    settled: Settled,
    task: Piece[Task],
    gaps: list[Gap],
) -> str:
    item = script.item
    text, origin = _variant(script, known)
    language, own = settled.language, script.book.language
    if item.turns:
        turn = item.turns[(number - 1) % len(item.turns)]
        place = script.trace.origin.down("turns", (number - 1) % len(item.turns))
        said = fill(turn, known, language, own, place, task.key, gaps)
        if not said:
            return ""
        known = {**known, "turn": said}
    limit = settled.pack.limit("message_chars")
    said = fill(text, known, language, own, origin, task.key, gaps)
    if item.short and limit and len(said) > limit.value:
        short = script.trace.origin.down("short")
        return fill(item.short, known, language, own, short, task.key, gaps)
    return said


def _variant(script: Piece[Script], known: Mapping[str, object]) -> tuple[Mapping[str, str], Origin]:
    """The words that hold here: the first variant whose condition is true, else the text itself."""
    for index, variant in enumerate(script.item.variants):
        if variant.when.holds(known):
            return variant.text, script.trace.origin.down("variants", index, "text")
    return script.item.text, script.trace.origin.down("text")


def _label(
    script: Piece[Script],
    field: str,
    known: Mapping[str, object],
    settled: Settled,
    task: Piece[Task],
    gaps: list[Gap],
) -> str:
    text = getattr(script.item, field)
    origin = script.trace.origin.down(field)
    return fill(text, known, settled.language, script.book.language, origin, task.key, gaps) if text else ""


def _blanks(text: str, language: str) -> tuple[str, ...]:
    """What the sender fills in: 【…】 in Chinese texts, […] in English ones."""
    found = [zh or en for zh, en in _BLANK.findall(text) if (zh if language == "zh-CN" else en)]
    return tuple(dict.fromkeys(found))
