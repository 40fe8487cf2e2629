"""Where reports go: never over what people wrote."""

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
    ours = path.name in _CONFIGURATION or path.suffix in (".yaml", ".yml")
    if path.is_file() and (ours or is_sealed(path)):
        raise Misuse(say("report-over-own", path=name[:200]))
