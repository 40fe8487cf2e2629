"""What a command may know of the world around it."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from groupplan.cli.language import language
from groupplan.messages import catalogue
from groupplan.report.visible import visible


class Surroundings(Struct, frozen=True):
    """Language, folder, environment, terminal."""

    lang: str
    folder: Path
    environ: Mapping[str, str]
    terminal: bool
    asking: bool
    debug: bool = False

    @property
    def actions(self) -> bool:
        """Whether a GitHub runner reads what is printed."""
        return bool(self.environ.get("GITHUB_ACTIONS"))

    @property
    def colour(self) -> bool:
        """Colour at a terminal only, and never where NO_COLOR is set."""
        if self.environ.get("NO_COLOR"):
            return False
        return self.terminal or bool(self.environ.get("FORCE_COLOR"))

    def clean(self, text: str) -> str:
        """Text from files, names and arguments, on one line and harmless to a terminal and a runner."""
        return visible(text.replace("\n", "\\n"), actions=self.actions)

    def say(self, key: str, /, **gaps: object) -> str:
        """A sentence of the command line's own catalogue, by dotted key."""
        found = catalogue("cli")
        for step in key.split("."):
            found = found[step]
        return str(found[self.lang]).format_map(gaps)


def surroundings(arguments: Sequence[str]) -> Surroundings:
    """The world as it is when the command starts."""
    return Surroundings(
        lang=language(arguments, os.environ),
        folder=Path(),
        environ=os.environ,
        terminal=_is_terminal(sys.stdout),
        asking=_is_terminal(sys.stdin),
        debug="--debug" in arguments,
    )


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False
