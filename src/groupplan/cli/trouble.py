"""What went wrong, as an exit code and one sentence on stderr; and the worst of several codes."""

from collections.abc import Callable, Iterable
from types import TracebackType

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings
from groupplan.messages import sentence
from groupplan.model.refusal import Misuse, Refused, Trouble

FINE, INPUT, COMMAND, SURROUNDINGS, REFUSED, BUG = 0, 1, 2, 3, 4, 70
WEIGHTS = (FINE, INPUT, COMMAND, REFUSED, SURROUNDINGS, BUG)
_REFUSALS = {Misuse: COMMAND, Refused: REFUSED, Trouble: SURROUNDINGS}


def worst(codes: Iterable[int]) -> int:
    """The code of a batch: 70 > 3 > 4 > 2 > 1."""
    return max(codes, key=WEIGHTS.index, default=FINE)


def guarded(step: Callable[[], int], around: Surroundings) -> int:
    """The exit code of one step of a batch; what goes wrong in it never stops the others."""
    try:
        return step()
    except BrokenPipeError:
        raise
    except Exception as error:
        return told(error, around)


def told(error: Exception, around: Surroundings) -> int:
    """Say what went wrong; the exit code that goes with it."""
    if isinstance(error, Misuse | Refused | Trouble):
        for words in (error.words, *(error.more if isinstance(error, Misuse) else ())):
            output.err(around.clean(sentence(words, around.lang)))
        return _REFUSALS[type(error)]
    if isinstance(error, OSError | MemoryError):
        reason = getattr(error, "strerror", None) or type(error).__name__
        output.err(around.say("trouble.surroundings", reason=around.clean(reason)))
        return SURROUNDINGS
    return _bug(error, around)


def _bug(error: Exception, around: Surroundings) -> int:
    """Our own fault: one sentence, and the traceback only where it was asked for."""
    from groupplan import __version__

    if around.debug:
        import traceback

        output.err("".join(traceback.format_exception(error)))
    gaps = {"version": __version__, "kind": type(error).__name__, "place": _place(error.__traceback__)}
    output.err(around.say("trouble.bug", **gaps))
    return BUG


def _place(where: TracebackType | None) -> str:
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    return f"{where.tb_frame.f_code.co_name}:{where.tb_lineno}" if where else "?"
