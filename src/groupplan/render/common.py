"""Pieces of layout that several sections share."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise

from groupplan.model.document import Block, Bullets, Part, Prose, Table
from groupplan.model.fitted import Dropped
from groupplan.model.formats import chinese, clock, day, listed, number, weekday
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.model.seams import series
from groupplan.render.structures import laid_out
from groupplan.render.words import Dictionary

FEW = 3
FORTNIGHT = 14


def table(slug: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> tuple[Table, ...]:
    """A table, or nothing when it has no rows."""
    found = tuple(rows)
    return (Table(slug, head, found),) if found else ()


def guides(plan: Plan, section: str) -> tuple[Block, ...]:
    """The paragraphs, flows and checklists that playbooks put into a section."""
    found: list[Block] = []
    for piece in plan.outline.guides:
        if piece.item.section == section:
            text = plan.worded.text("guides", piece.key, "text")
            title = plan.worded.text("guides", piece.key, "title")
            if text:
                found.append(Part(title, tuple(prose(text)), piece.key))
    return (*found, *laid_out(plan, section))


def prose(text: str) -> Iterator[Block]:
    """Paragraphs, and bullet lists where lines begin with a dash."""
    items: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.startswith("- "):
            items.append(line[2:].strip())
            continue
        if items:
            yield Bullets(tuple(items))
            items = []
        if line.strip():
            yield Prose(line.strip())


def date(value: dt.date, plan: Plan) -> str:
    """``3 月 1 日 周一`` or ``Mon 1 March``."""
    spoken = plan.settled.language
    text, name = day(value, spoken), weekday(value, spoken, short=True)
    return f"{text} {name}" if chinese(spoken) else f"{name} {text}"


def moment(one: Occurrence, plan: Plan, words: Dictionary) -> str:
    """Day and hour of an occurrence."""
    text = date(one.day, plan)
    return f"{text} {clock(one.at)}" if one.at else text


def when(piece: Piece[Task], plan: Plan, words: Dictionary) -> str:
    """All times of a task in a few words."""
    found = plan.schedule.of(piece.key)
    if piece.item.at.after_join is not None:
        return after(piece.item.at.after_join.total_seconds(), words)
    if not found:
        return words.say("when.never")
    if len(found) <= FEW:
        return "\n".join(moment(one, plan, words) for one in found)
    first = found[0].at
    at = clock(first) if first and all(one.at == first for one in found) else ""
    gaps = {"first": date(found[0].day, plan), "last": date(found[-1].day, plan), "count": len(found)}
    return words.say("when.many", rhythm=f"{_rhythm(found, plan, words)} {at}".strip(), **gaps)


def _rhythm(found: tuple[Occurrence, ...], plan: Plan, words: Dictionary) -> str:
    """How often, by the days first meant; those a day off moved stand behind it: ``(5 April → 6 April)``."""
    spoken = plan.settled.language
    meant = [_meant(one) for one in found]
    gaps = [(b - a).days for a, b in pairwise(meant)]
    names = sorted({one.weekday() for one in meant})
    if all(gap == 1 for gap in gaps):
        said = words.say("when.daily")
    elif len(names) == 1 and all(gap == FORTNIGHT for gap in gaps):
        said = words.say("when.fortnightly", day=weekday(meant[0], spoken))
    elif len(names) <= FEW and max(gaps) <= FORTNIGHT:
        known = [next(weekday(one, spoken) for one in meant if one.weekday() == name) for name in names]
        said = words.say("when.weekly", days=listed(known, spoken))
    elif len(meant) > FORTNIGHT and sum(gaps) / len(gaps) < 2:
        return words.say("when.workdays")
    elif len(meant) <= 2 * FEW:
        return series((day(one.day, spoken) for one in found), spoken)
    else:
        return words.say("when.often")
    moved = [(a, one.day) for a, one in zip(meant, found, strict=True) if a != one.day]
    if not moved:
        return said
    shown = [f"{day(a, spoken)} → {day(b, spoken)}" for a, b in moved[:FEW]] + ["…"] * (len(moved) > FEW)
    return f"{said}（{'，'.join(shown)}）" if chinese(spoken) else f"{said} ({', '.join(shown)})"


def _meant(one: Occurrence) -> dt.date:
    """The day it was meant for, before a day off moved it."""
    first = dict(one.moved.gaps).get("day") if one.moved else None
    return dt.date.fromisoformat(first) if first else one.day


def after(seconds: float, words: Dictionary) -> str:
    """How long after joining."""
    minutes = int(seconds // 60)
    for unit, size in (("days", 1440), ("hours", 60)):
        if minutes >= size and minutes % size == 0:
            return words.say(f"when.after_{unit}", count=minutes // size)
    if minutes == 1:
        return words.say("when.after_minute")
    return words.say("when.after_minutes", count=minutes) if minutes else words.say("when.at_once")


def who(piece: Piece[Task], plan: Plan, words: Dictionary) -> str:
    """Who does a task: the person, and in brackets the duty, if it is theirs and not just their channel."""
    duty = piece.item.duty or ""
    role = plan.settled.doer(duty, piece.owner)
    label = plan.worded.text("duties", duty, "name") or duty
    if role is None:
        return words.say("team.nobody", duty=label or "—")
    if role.id == piece.owner and duty not in role.duties:
        return role.name
    return words.say("team.person", name=role.name, duty=label)


def times(count: int, words: Dictionary) -> str:
    """``× 3 groups`` where there is more than one."""
    return words.say("when.groups", count=number(count)) if count > 1 else ""


def left_out(one: Dropped, plan: Plan) -> str:
    """The name of a task that was dropped."""
    return plan.worded.text("tasks", one.piece.key, "name") or one.piece.key


def groups_of(piece: Piece[Task], plan: Plan) -> int:
    """How many groups a post goes to."""
    kind = piece.item.audience or "community"
    return plan.forecast.groups_of(tuple(group.id for group in plan.settled.groups if group.kind == kind))


def measured(length: int, most: int, words: Dictionary) -> str:
    """How long a text is, beside what one post takes; 0: nothing is known of that."""
    key = "length" if not most else "length_of" if length <= most else "too_long"
    return words.say(f"scripts.{key}", length=number(length), limit=number(most))


def script_name(task: str, plan: Plan) -> str:
    """The name of the script a task posts, "" when it posts none."""
    messages = plan.worded.messages
    numbers = [0, *(one.number for one in plan.schedule.of(task))]
    found = next((messages[task, number] for number in numbers if (task, number) in messages), None)
    return found.name if found else ""
