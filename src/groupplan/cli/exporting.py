"""One exported form of a plan: written, compared or shown, and nobody's own file wiped."""

from pathlib import Path

from groupplan import exports
from groupplan.cli import output
from groupplan.cli.order import Order
from groupplan.cli.surroundings import Surroundings
from groupplan.export import backup, store, unified
from groupplan.export.forms import Form, Request
from groupplan.export.landing import KEPT, MANIFEST, Landing
from groupplan.model.finding import say
from groupplan.model.plan import Plan
from groupplan.model.refusal import Misuse, Trouble
from groupplan.report.visible import visible

NAMED = 5
_TALLY = {"new": "missing", "same": "fresh", "stale": "stale", "edited": "edited", "foreign": "foreign"}


def export(
    plan: Plan, form: Form, path: Path | None, folder: Path, order: Order, around: Surroundings
) -> int:
    """The exit code of one form; ``path`` None is standard output."""
    many = form.folder(order.split)
    if path is not None and path.is_dir() != many and path.exists():
        raise Misuse(say("not-a-folder" if many else "is-a-folder", path=path))
    if (order.check or order.diff) and not form.steady:
        raise Misuse(say("cannot-compare", form=form.name))
    made = exports.made(plan, form, Request(folder, order.split, around.environ))
    if path is None:
        if isinstance(made, bytes):
            output.raw(made)
        return 0
    found = exports.laid(made, path)
    if order.diff:
        _show(found, around)
    if order.tally:
        order.tally.line(_TALLY.get(_state(found), "stale"), str(path))
        return int(_changes(found))
    if order.check or order.diff:
        return _would(found, path, around, quiet=order.diff)
    return _write(found, path, order, around)


def _state(found: tuple[Landing, ...]) -> str:
    """A folder is in the gravest state of its files; where some are new and others are not, it is stale."""
    states = {one.state for one in found}
    grave = [state for state in reversed(KEPT) if state in states]
    return grave[0] if grave else states.pop() if len(states) == 1 else "stale"


def _changes(found: tuple[Landing, ...]) -> bool:
    return any(one.changes for one in found)


def _would(found: tuple[Landing, ...], path: Path, around: Surroundings, *, quiet: bool) -> int:
    if not quiet and _changes(found):
        state = {"unmarked": "stale"}.get(_state(found), _state(found))
        key = {"edited": "export.would_edited"}.get(state, f"render.would_{state}")
        output.err(around.say(key, path=around.clean(str(path))))
    return int(_changes(found))


def _show(found: tuple[Landing, ...], around: Surroundings) -> None:
    for one in (one for one in found if one.changes):
        name = str(one.path).replace("\n", "\\n")
        try:
            before, after = ((raw or b"").decode("utf-8-sig") for raw in (one.before, one.raw))
        except UnicodeDecodeError:
            output.out(around.say("export.differs", path=around.clean(name)))
            continue
        for line in unified(before, after, name):
            output.out(visible(line, actions=around.actions))


def _write(found: tuple[Landing, ...], path: Path, order: Order, around: Surroundings) -> int:
    name = around.clean(str(path))
    held = [one for one in found if one.state in KEPT]
    if held and not order.force:
        for one in held[:NAMED]:
            output.err(around.say(f"export.refused_{one.state}", path=around.clean(str(one.path))))
        if len(held) > NAMED:
            output.err(around.say("export.refused_more", count=len(held) - NAMED, path=name))
        return 1
    for one in held:
        output.err(around.say("render.backup", path=around.clean(str(backup(one.path)))))
    for one in found:
        _put(one)
        if one.raw is None:
            output.err(around.say("export.removed", path=around.clean(str(one.path))))
    if not _changes(found):
        output.err(around.say("render.unchanged", path=name))
    elif found[-1].path.name == MANIFEST:
        output.err(
            around.say("export.written", path=name, count=sum(one.raw is not None for one in found) - 1)
        )
    else:
        output.err(around.say("render.written", path=name))
    return 0


def _put(one: Landing) -> None:
    if one.raw is not None:
        if one.changes:
            store(one.path, one.raw)
        return
    try:
        one.path.unlink(missing_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Trouble(say("cannot-write", path=one.path, reason=reason)) from None
