"""What the page's own today tells of the things to do, in the words of ``groupplan today``."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from groupplan.model.formats import chinese
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.seams import dotted, series
from groupplan.render.words import Dictionary

_TOLD = ("any_time", "blanks", "output", "hours", "work")


def told(words: Dictionary) -> dict[str, str]:
    """The sentences that the script fills; what the command says too is said once."""
    today = words.all("today")
    return words.all("page.live") | {key: today[key] for key in _TOLD} | {"dot": words.say("plan.dot")}


def facts(piece: Piece[Task], plan: Plan, words: Dictionary) -> tuple[str, str, str]:
    """How long it takes each time, where it goes, what must be there when it is done; "" for each without."""
    item = piece.item
    lengths = [one.length for one in plan.schedule.of(piece.key)]
    minutes = max(item.minutes or 0, *lengths, 0)
    effort = words.say(f"today.effort_{item.per or 'plan'}", minutes=minutes) if minutes else ""
    whither = dotted((*_groups(piece, plan, words), *_recipient(piece, plan, words)), words.language)
    return effort, whither, plan.worded.text("tasks", piece.key, "output")


def _groups(piece: Piece[Task], plan: Plan, words: Dictionary) -> Iterator[str]:
    """The groups a post or an event goes to, by their names."""
    if piece.item.kind not in ("post", "event"):
        return
    kind = piece.item.audience or "community"
    counts = {need.group: need.count for need in plan.forecast.groups}
    mine = [group for group in plan.settled.groups if group.kind == kind]
    names = [_series(group.name, counts.get(group.id, 1), words) for group in mine]
    if names:
        yield words.say("today.groups", groups=series(names, words.language))


def _series(name: str, count: int, words: Dictionary) -> str:
    if count == 1:
        return name
    last = f"{count:02}" if chinese(words.language) else str(count)
    return words.say("today.series", name=name, last=last, count=count)


def _recipient(piece: Piece[Task], plan: Plan, words: Dictionary) -> Iterator[str]:
    messages = plan.worded.messages
    numbers = (0, *(one.number for one in plan.schedule.of(piece.key)))
    found = next((messages[piece.key, n] for n in numbers if (piece.key, n) in messages), None)
    if found and found.recipient:
        yield words.say("today.to", to=found.recipient)


def _short(minutes: float) -> float:
    return int(minutes) if minutes == int(minutes) else round(minutes, 1)


def spent(plan: Plan, tasks: Mapping[str, int]) -> dict[int, list[list[float]]]:
    """By day from the first: who spends how many minutes on which task, stand-ins where they stand in."""
    people = {role.id: number for number, role in enumerate(plan.settled.roles)}
    found: dict[int, list[list[float]]] = {}
    for load in plan.measures.days:
        day = (load.day - plan.schedule.first) // timedelta(days=1)
        parts = [(tasks[task], _short(minutes)) for task, minutes in load.parts if task in tasks]
        mine = [[people[load.role], task, minutes] for task, minutes in parts if minutes]
        found.setdefault(day, []).extend(mine)
    return found
