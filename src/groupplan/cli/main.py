"""Runs one command and turns whatever happens into an exit code and a sentence."""

import sys
from collections.abc import Sequence
from typing import Any

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings, surroundings
from groupplan.messages import sentence
from groupplan.model.refusal import Misuse, Refused, Trouble

FINE, INPUT, COMMAND, SURROUNDINGS, REFUSED, BUG = 0, 1, 2, 3, 4, 70
INTERRUPTED, TERMINATED = 130, 143


def main(arguments: Sequence[str]) -> int:
    """The exit code of a command line (design section 9)."""
    output.prepare()
    _terminate_quietly()
    around = surroundings(arguments)
    try:
        code = _run(list(arguments), around)
        output.flush()
    except BrokenPipeError:
        return _reader_gone()
    except KeyboardInterrupt:
        return INTERRUPTED
    except EOFError:
        output.err(around.say("usage.aborted"))
        return INTERRUPTED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else INPUT
    except OSError as error:
        reason = around.clean(error.strerror or type(error).__name__)
        output.err(around.say("trouble.surroundings", reason=reason))
        return SURROUNDINGS
    except Exception as error:
        return _bug(error, arguments, around)
    return code


def _run(arguments: list[str], around: Surroundings) -> int:
    from groupplan.cli.app import application
    from groupplan.cli.frame import usage

    command = application(around)
    try:
        found = command.main(arguments, prog_name="groupplan", standalone_mode=False, obj=around)
    except Misuse as error:
        output.err(around.clean(sentence(error.words, around.lang)))
        return COMMAND
    except Refused as error:
        output.err(around.clean(sentence(error.words, around.lang)))
        return REFUSED
    except Trouble as error:
        output.err(around.clean(sentence(error.words, around.lang)))
        return SURROUNDINGS
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # typer's own answer to it would be 1
            raise leaving.__context__ from None
        raise
    except (KeyboardInterrupt, OSError):
        raise
    except Exception as error:
        said = usage(error, around)
        if said is None:
            raise
        output.err(said)
        return INTERRUPTED if type(error).__name__ == "Abort" else COMMAND
    return found if isinstance(found, int) else FINE


def _reader_gone() -> int:
    """The reader of our output went away: be silent."""
    import os

    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, sys.stdout.fileno())
    return 141


def _bug(error: Exception, arguments: Sequence[str], around: Surroundings) -> int:
    if "--debug" in arguments:
        import traceback

        output.err("".join(traceback.format_exception(error)))
    where: Any = error.__traceback__
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    from groupplan import __version__

    place = f"{where.tb_frame.f_code.co_name}:{where.tb_lineno}" if where else "?"
    gaps = {"version": __version__, "kind": type(error).__name__, "place": place}
    output.err(around.say("trouble.bug", **gaps))
    return BUG


def _terminate_quietly() -> None:
    import signal

    def stop(number: int, frame: object) -> None:
        raise SystemExit(TERMINATED)

    if hasattr(signal, "SIGTERM"):
        try:
            signal.signal(signal.SIGTERM, stop)
        except ValueError:  # not the main thread
            return
