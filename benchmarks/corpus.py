"""Briefs as `groupplan new` makes them, as many as wanted, each with a name, price and opening of its own."""

from datetime import date, timedelta
from pathlib import Path

from groupplan import scaffold

FIRST = date(2027, 3, 1)
"""A Monday."""


def write(folder: Path, count: int) -> int:
    """Put so many briefs below a folder, in both languages and all archetypes in turn; the lines of all."""
    names = scaffold.archetypes()
    lines = 0
    for number in range(count):
        language = "zh-CN" if number // len(names) % 2 == 0 else "en"
        opens = FIRST + timedelta(weeks=number % 40)
        text = scaffold.brief(names[number % len(names)], language, opens, {"name": f"Group {number}"})
        place = folder / f"{number % 100:02}" / f"group-{number}.brief.yaml"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        lines += text.count("\n")
    return lines
