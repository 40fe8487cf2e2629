"""What a calendar entry says besides its name: who, how often, the words to paste, when it reminds."""

from collections.abc import Iterator

from groupplan.export.desk import Desk
from groupplan.export.doings import Doing, where
from groupplan.export.plain import one_line, plain
from groupplan.model.choices import PRIORITIES


def notes(one: Doing, desk: Desk) -> str:
    """The words to paste stand last, below a line, so that they are copied in one go."""
    head = "\n".join(_head(one, desk))
    if one.message is None:
        return head
    name = desk.words.say("ics.text", name=one_line(one.message.name))
    return f"{head}\n\n—— {name} ——\n{plain(one.message.text)}"


def _head(one: Doing, desk: Desk) -> Iterator[str]:
    tell, task = desk.words.say, one.piece.item
    who = desk.words.person(desk.person(one.person), desk.duty(task.duty))
    yield tell("ics.who", who=who or tell("ics.no_duty"))
    yield tell("ics.priority", priority=PRIORITIES.label(task.priority or "should", desk.language))
    if task.kind in ("post", "event"):
        yield tell("ics.where", where=one_line(where(one.piece, desk.plan)))
    for field in ("output", "because"):
        text = desk.text("tasks", one.key, field)
        if text:
            yield tell(f"ics.{field}", text=text)
    if one.moved:
        yield one_line(desk.words.moved(one.moved, desk.tasks))
    if one.message and one.message.blanks:
        yield tell("ics.blanks", blanks=" / ".join(map(one_line, one.message.blanks)))
