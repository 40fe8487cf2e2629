"""The tables of what is done when: tasks, days, texts."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from groupplan.export.desk import Desk, listed
from groupplan.export.doings import Doing, doings
from groupplan.export.plain import one_line, plain
from groupplan.export.telling import after
from groupplan.model.choices import STAGES
from groupplan.model.tables import Row
from groupplan.model.worded import Message

_SATURDAY = 5


def number_of(task: str, number: int) -> str:
    """The number a task keeps from render to render, in every table and calendar: ``lesson@l1-2``."""
    return f"{task}-{number}"


def tasks(desk: Desk) -> Iterator[Row]:
    """One row a day and task, those without a day (steps after joining) last."""
    found = list(doings(desk.plan))
    for one in (*(one for one in found if one.day), *(one for one in found if not one.day)):
        yield _task(one, desk)


def _task(one: Doing, desk: Desk) -> Row:
    task, said = one.piece.item, one.message
    return (
        number_of(one.key, one.number),
        one.day,
        desk.weekday(one.day),
        one.at,
        _end(one, desk),
        desk.tasks[one.key],
        desk.person(one.person),
        "todo",
        task.stage,
        task.kind or ("touch" if one.after is not None else "work"),
        task.priority or "should",
        desk.duty(task.duty),
        desk.member(one.owner.backup) if one.owner and one.person is one.owner else "",
        _groups(one, desk),
        desk.lengths.get((one.key, one.number)) or task.minutes or 0,
        task.per or "plan",
        after(one.after, desk.words) if one.after is not None else "",
        one_line(said.name) if said else "",
        plain(said.text) if said else "",
        listed(said.blanks) if said else (),
        desk.text("tasks", one.key, "output"),
        desk.text("tasks", one.key, "because"),
        one_line(desk.words.moved(one.moved, desk.tasks)) if one.moved else "",
        one.key,
    )


def _end(one: Doing, desk: Desk) -> time | None:
    length = desk.lengths.get((one.key, one.number))
    if not (one.day and one.at and length):
        return None
    return (datetime.combine(one.day, one.at) + timedelta(minutes=length)).time()


def _groups(one: Doing, desk: Desk) -> int | None:
    """How many groups a post goes to; nothing for what goes to none."""
    task = one.piece.item
    return desk.groups(task.audience) if task.kind in ("post", "event") else None


def calendar(desk: Desk) -> Iterator[Row]:
    """Every day of the plan, also those on which nothing happens."""
    schedule = desk.plan.schedule
    minutes: defaultdict[date, float] = defaultdict(float)
    for load in desk.plan.measures.days:
        minutes[load.day] += load.minutes
    kinds = {piece.key: piece.item.kind for piece in desk.plan.outline.tasks}
    tasks: defaultdict[date, list[str]] = defaultdict(list)
    for one in schedule.occurrences:
        tasks[one.day].append(one.task)
    for offset in range((schedule.last - schedule.first).days + 1):
        day = schedule.first + timedelta(days=offset)
        stages = [STAGES.label(name, desk.language) for name in STAGES if schedule.windows[name].holds(day)]
        posts = sum(kinds[task] == "post" for task in tasks[day])
        names = listed(desk.tasks[task] for task in tasks[day])
        spent = round(minutes[day])
        yield (
            day, desk.weekday(day), _kind(day, desk), tuple(stages), len(tasks[day]), posts, spent, names,
        )  # fmt: skip


def _kind(day: date, desk: Desk) -> str:
    if day in desk.made_up:
        return desk.words.say("day.made_up" if day.weekday() >= _SATURDAY else "day.work")
    if day in desk.plan.settled.days_off:
        return desk.words.say("day.off")
    if day in desk.holidays:
        return desk.words.say("day.holiday", name=desk.holidays[day])
    return desk.words.say("day.weekend" if day.weekday() >= _SATURDAY else "day.work")


class _Use(Struct):
    """A text and where it is used; those that differ in dates and hours alone count as one."""

    message: Message
    tasks: list[str]
    days: list[date]
    varies: bool = False


def scripts(desk: Desk) -> Iterator[Row]:
    """Every text once, in the order of first use; those kept ready last."""
    uses: dict[tuple[str, str], _Use] = {}
    found = list(doings(desk.plan))
    for one in (*(one for one in found if one.day), *(one for one in found if not one.day)):
        if one.message is not None:
            use = uses.setdefault(_alike(one.message), _Use(one.message, [], []))
            use.tasks.append(one.key)
            use.days += [one.day] if one.day else []
            use.varies |= one.message.text != use.message.text
    uses |= {_alike(one): _Use(one, [], []) for one in desk.plan.worded.spare if _alike(one) not in uses}
    count: defaultdict[str, int] = defaultdict(int)
    for use in uses.values():
        count[use.message.script] += 1
        yield _script(use, count[use.message.script], desk)


def _alike(one: Message) -> tuple[str, str]:
    return one.script, one.skeleton or one.text


def _script(use: _Use, number: int, desk: Desk) -> Row:
    one = use.message
    note = "script.only_dates" if use.varies else "" if use.tasks else "script.spare"
    return (
        number_of(one.script, number),
        one_line(one.name),
        one_line(one.recipient),
        listed(desk.tasks[key] for key in use.tasks),
        min(use.days, default=None),
        max(use.days, default=None),
        len(use.tasks),
        one.length,
        listed(one.blanks),
        plain(one.text),
        desk.words.say(note) if note else "",
    )
