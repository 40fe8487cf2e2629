"""Where the shipped files lie: inside the wheel, or beside `src/` in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(folder: str) -> Path:
    """The shipped folder of that name: `templates`, `examples`, `playbooks`, `knowledge`, `messages`."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _CHECKOUT / folder
