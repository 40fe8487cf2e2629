"""The way in: `--version` before anything is imported, the rest through `cli`, and a quick way out."""

import sys


def run() -> None:
    """Run the command line and leave with its exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from groupplan import __version__

        sys.stdout.write(f"groupplan {__version__}\n")
        return
    import gc

    gc.disable()
    from groupplan.cli.main import main

    _leave(main(arguments))


def _leave(code: int) -> None:
    """Flush and go: taking the interpreter apart costs as much as some imports."""
    import os

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            code = code or 0
    os._exit(code)


if __name__ == "__main__":
    run()
