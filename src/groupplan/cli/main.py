"""Runs one command and turns whatever happens into an exit code and a sentence."""

import sys
from collections.abc import Sequence

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings, surroundings
from groupplan.cli.trouble import COMMAND, FINE, INPUT, told

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
    except Exception as error:
        return told(error, around)
    return code


def _run(arguments: list[str], around: Surroundings) -> int:
    from groupplan.cli.app import application
    from groupplan.cli.frame import usage
    from groupplan.cli.language import hoisted

    command = application(around)
    try:
        found = command.main(hoisted(arguments), prog_name="groupplan", standalone_mode=False, obj=around)
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # typer's own answer to it would be 1
            raise leaving.__context__ from None
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


def _terminate_quietly() -> None:
    import signal

    def stop(number: int, frame: object) -> None:
        raise SystemExit(TERMINATED)

    if hasattr(signal, "SIGTERM"):
        try:
            signal.signal(signal.SIGTERM, stop)
        except ValueError:  # not the main thread
            return
