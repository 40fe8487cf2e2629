"""Where reports go: never over what people wrote."""

import os
from pathlib import Path

from groupplan.cli.briefs import is_sealed
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse

_CONFIGURATION = ("groupplan.toml", "pyproject.toml")


def may_hold(name: str) -> None:
    """``Misuse`` where a report would replace a folder, a brief, a playbook, settings or a plan."""
    path = Path(name)
    if name in ("", "-") or "\0" in name:
        return
    if path.is_dir():
        raise Misuse(say("is-a-folder", path=name[:200]))
    if _typed(path) or (path.is_file() and is_sealed(path)):
        raise Misuse(say("report-over-own", path=name[:200]))


def never_input(name: str) -> None:
    """``Misuse`` where a plan would replace a brief, a playbook or settings, by force or through a link."""
    if name in ("", "-") or "\0" in name:
        return
    if _typed(Path(name)) or _typed(Path(os.path.realpath(name))):  # a loop of links does not stop it
        raise Misuse(say("plan-over-input", path=name[:200]))


def _typed(path: Path) -> bool:
    """Whether it is there and of the kind that people write."""
    return path.is_file() and (path.name in _CONFIGURATION or path.suffix in (".yaml", ".yml"))
