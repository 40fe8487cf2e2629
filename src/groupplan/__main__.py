"""The way in: `--version` before anything is imported, the rest through `cli`, and a quick way out."""

import sys


def run() -> None:
    """Run the command line and leave with its exit code."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        _leave(_version())
    import gc
    import os

    gc.disable()
    # Nobody else's pydantic plugin has business in our models, and looking for one costs a tenth of a check.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from groupplan.cli.main import main

        code = main(arguments)
    except KeyboardInterrupt:  # while things are still being imported
        code = 130
    _leave(code)


def _version() -> int:
    from groupplan import __version__

    try:
        if sys.stdout is not None:
            sys.stdout.write(f"groupplan {__version__}\n")
            sys.stdout.flush()
    except BrokenPipeError:
        return 141
    except OSError as error:
        if sys.stderr is not None:
            sys.stderr.write(f"{error.strerror}\n")
        return 3
    return 0


def _leave(code: int) -> None:
    """Flush and go: taking the interpreter apart costs as much as some imports."""
    import os

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            continue
    os._exit(code)


if __name__ == "__main__":
    run()
