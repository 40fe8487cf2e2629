"""Briefs with a mistake or a doubt, for the recipes to find."""

from datetime import date
from pathlib import Path

OPENS = date(2027, 3, 1)
PLACE = "camp/brief.yaml:7:11"
"""Where ``spoil`` puts its mistake."""


def spoil(folder: Path) -> None:
    """A platform nobody knows: one error, at ``PLACE``."""
    path = folder / "camp" / "brief.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.splitlines()[6] == "platform: wecom"
    path.write_text(text.replace("platform: wecom", "platform: icq"), encoding="utf-8")


def doubt(folder: Path) -> None:
    """A brief without errors that leaves much open: warnings only."""
    lines = [
        "groupplan: 1",
        "name: Reading camp",
        "platform: other",
        "opens: 2027-03-01",
        "closes: 2027-03-21",
    ]
    (folder / "camp" / "brief.yaml").write_text("\n".join([*lines, ""]), encoding="utf-8")
