"""What the page's script works with: tasks, days, who posts which words; the rest it reads off the page.

Lists instead of names, and the words of a post as the lines in which they differ from those on the page: a
plan of a year has thousands of posts.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from msgspec import Struct

from groupplan.model.choices import STAGES, TASK_KINDS
from groupplan.model.document import Block, Paper, Part, Table, Words
from groupplan.model.formats import clock
from groupplan.model.items import Task
from groupplan.model.outline import Piece
from groupplan.model.plan import Plan
from groupplan.model.schedule import Occurrence
from groupplan.render import panel, trace
from groupplan.render.common import after, groups_of, times
from groupplan.render.words import Dictionary

Places = Mapping[tuple[str, int], int]
"""Task and number of a post → where its words stand on the page."""


class Desk(Struct, frozen=True):
    """``data`` is ready for JSON; ``places`` are the numbers of the tasks in it."""

    data: Mapping[str, object]
    places: Mapping[str, int]


def desk(plan: Plan, found: Paper, words: Dictionary) -> Desk:
    """Everything the script needs of a plan whose page is this paper."""
    shown = tuple(texts(found))
    places = {piece.key: place for place, piece in enumerate(plan.outline.tasks)}
    told = {key for section in found.sections for key in _told(section.blocks)}
    return Desk(_data(plan, shown, places, told, words), places)


def _told(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The tasks whose name and output stand in the table of their stage, where the script reads them."""
    for block in blocks:
        if isinstance(block, Part):
            yield from _told(block.blocks)
        elif isinstance(block, Table) and block.slug.startswith("tasks-"):
            yield from block.marks


def _data(
    plan: Plan, shown: tuple[Words, ...], tasks: Mapping[str, int], told: set[str], words: Dictionary
) -> dict[str, object]:
    places = {post: place for place, text in enumerate(shown) for post in text.posts}
    duties = list(dict.fromkeys(piece.item.duty for piece in plan.outline.tasks if piece.item.duty))
    phrases: dict[str, int] = {}
    rows = [_task(piece, duties, phrases, told, plan, words) for piece in plan.outline.tasks]
    return {
        "plan": plan.settled.name,
        "opens": str(plan.settled.opens),
        "zone": plan.settled.timezone,
        "first": str(plan.schedule.first),
        "stages": [[stage, STAGES.label(stage, words.language)] for stage in STAGES],
        "kinds": [[kind, words.say(f"kind.{kind}")] for kind in TASK_KINDS],
        "people": [role.name for role in plan.settled.roles],
        "duties": [plan.worded.text("duties", duty, "name") or duty for duty in duties],
        "tasks": rows,
        "phrases": list(phrases),
        "days": list(_days(plan, shown, tasks, places)),
        "touches": _touches(plan, tasks, places, words),
        "scripts": _scripts(plan, shown),
        "spent": panel.spent(plan, tasks),
        "words": panel.told(words),
    }


def texts(found: Paper) -> Iterator[Words]:
    """Every text to paste, in the order of the page."""
    for section in found.sections:
        yield from _texts(section.blocks)


def _texts(blocks: tuple[Block, ...]) -> Iterator[Words]:
    for block in blocks:
        if isinstance(block, Part):
            yield from _texts(block.blocks)
        elif isinstance(block, Words):
            yield block


def _task(
    piece: Piece[Task],
    duties: list[str],
    phrases: dict[str, int],
    told: set[str],
    plan: Plan,
    words: Dictionary,
) -> list[object]:
    """Key, stage, kind, person (-1: nobody), duty (-1: none), effort, where to; all but the key by number.

    Name and output follow where the page does not tell them.
    """
    item = piece.item
    name = plan.worded.text("tasks", piece.key, "name")
    many = times(groups_of(piece, plan), words) if item.kind == "post" else ""
    role = plan.settled.doer(item.duty or "", piece.owner)
    person = plan.settled.roles.index(role) if role in plan.settled.roles else -1
    kind = list(TASK_KINDS).index(item.kind or "work")
    duty = duties.index(item.duty) if item.duty else -1
    effort, whither, output = panel.facts(piece, plan, words)
    said = [phrases.setdefault(text, len(phrases)) for text in (effort, whither)]
    rest = [] if piece.key in told else [f"{name} {many}".strip(), output]
    return [piece.key, list(STAGES).index(item.stage), kind, person, duty, *said, *rest]


def _days(
    plan: Plan, shown: tuple[Words, ...], tasks: Mapping[str, int], places: Places
) -> Iterator[list[list[object]]]:
    """For each day from the first: task, number, hour, place of its words and how they differ from those."""
    by_day: dict[int, list[list[object]]] = {}
    for one in plan.schedule.occurrences:
        row: list[object] = [tasks[one.task], one.number, clock(one.at) if one.at else ""]
        place = places.get((one.task, one.number))
        if place is not None:
            row += [place, *_differs(plan, one, shown[place])]
        by_day.setdefault((one.day - plan.schedule.first) // timedelta(days=1), []).append(row)
    yield from (by_day.get(day, []) for day in range(max(by_day, default=-1) + 1))


def _differs(plan: Plan, one: Occurrence, shown: Words) -> list[object]:
    """Nothing, the lines that differ, or the whole text where lines do not meet."""
    text = plan.worded.messages[one.task, one.number].text
    if text == shown.text:
        return []
    old, new = shown.text.split("\n"), text.split("\n")
    if len(old) != len(new):
        return [text]
    return [[[n, b] for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]]


def _touches(plan: Plan, tasks: Mapping[str, int], places: Places, words: Dictionary) -> list[list[object]]:
    """The new member's clock: task, how long after joining, place of its words (-1: none)."""
    return [
        [tasks[one.task], after(one.after.total_seconds(), words), places.get((one.task, 0), -1)]
        for one in plan.schedule.touches
    ]


def _scripts(plan: Plan, shown: tuple[Words, ...]) -> list[int]:
    """For every text its row among the scripts of the trace; -1 for none."""
    rows = {piece.item.id: row for row, piece in enumerate(trace.scripts(plan))}
    return [rows.get(text.script, -1) for text in shown]
