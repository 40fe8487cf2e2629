"""The excerpt of a real plan that a README shows, made afresh from the example."""

from groupplan import pipeline
from groupplan.render import render
from tests.readme.blocks import ROOT

ROWS = 5
"""Of the calendar."""


def excerpt(example: str, funnel: str, day: str) -> str:
    """The summary, the funnel and the fixed hours of the calendar from a day on, as a quotation."""
    folder = ROOT / "examples" / example
    loaded = pipeline.load((folder / "brief.yaml").read_bytes(), "brief.yaml", folder, folder)
    lines = render(pipeline.make(loaded), "md").body.splitlines()
    summary = lines[lines.index('<a id="summary"></a>') :]
    calendar = lines[lines.index('<a id="calendar"></a>') :]
    table = next(number for number, line in enumerate(calendar) if line.startswith(f"| {day} |"))
    head = max(number for number in range(table) if calendar[number].startswith("| --- |"))
    rows = [line for line in _block(calendar[table:], "|") if "|   |" not in line]
    numbers = lines[next(number for number, line in enumerate(lines) if line.startswith(f"### {funnel}")) :]
    parts = [
        _block(summary, "**"),
        _block(summary, "- "),
        [f"**{numbers[0].removeprefix('### ')}**"],
        _block(numbers, "|"),
        [*calendar[head - 1 : head + 1], *rows[:ROWS]],
    ]
    return "\n>\n".join("\n".join(f"> {line}" for line in part) for part in parts)


def _block(lines: list[str], sign: str) -> list[str]:
    """The first run of lines that begin with a sign."""
    first = next(number for number, line in enumerate(lines) if line.startswith(sign))
    rest = (number for number in range(first, len(lines)) if not lines[number].startswith(sign))
    return lines[first : next(rest, len(lines))]
