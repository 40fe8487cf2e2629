"""A file in a form without a seal: what its mark tells, and how it is compared with its brief."""

from pathlib import Path

from groupplan.cli.targets import target
from groupplan.export.forms import FORMS, by_name
from groupplan.export.mark import intact, marked
from groupplan.files import listed
from groupplan.model.seal import SUFFIXES


def fault(path: Path, raw: bytes) -> str:
    """``export`` or ``export-changed`` where a mark says it was exported, else ``bare``."""
    if path.suffix.lower() in SUFFIXES or not marked(raw):
        return "bare"
    return "export" if intact(raw) else "export-changed"


def options(name: str) -> tuple[str, str]:
    """The form that `render --check` compares a file in, and the brief beside it that makes that name."""
    form = by_name(name)
    if not form or FORMS[form].sealed or not FORMS[form].steady:
        return "", ""
    path = Path(name)
    made = next((str(one) for one in listed(path.parent) if target(str(one), form) == path), "")
    return form, f"./{made}" if made.startswith("-") else made
