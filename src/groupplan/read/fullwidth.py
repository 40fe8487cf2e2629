"""The full-width colon in key position: named where it stands, and read as if it were right."""

import re

from groupplan.model.codes import broken
from groupplan.model.finding import Finding, say
from groupplan.model.limits import SHOWN
from groupplan.model.source import Origin, Span

Place = tuple[int, int]
"""Line and column, 0-based."""
_KEY = re.compile(r"^[ ]*(?:-[ ]+)?[A-Za-z_][A-Za-z0-9_-]*[ ]*(：)")
MOST = 20
_BLOCK = re.compile(r".*(?:[:：-]|^)[ ]*[|>][+-]?[1-9]?[+-]?[ ]*(?:#.*)?\r?\Z")
"""A line that ends in ``|`` or ``>``: what is indented below it is text."""
_INDENT = re.compile(r"[ ]*(?:-[ ]+(?=[^|> ]))*")


def wide_colons(text: str, name: str) -> tuple[tuple[Place, Finding], ...]:
    """Every full-width colon that stands where a key's colon should."""
    found: list[tuple[Place, Finding]] = []
    block: int | None = None
    for number, line in enumerate(text.split("\n")):
        indent = len(line) - len(line.lstrip(" "))
        if block is not None and (indent > block or not line.strip()):
            continue
        parent = _INDENT.match(line) if _BLOCK.match(line) else None
        block = parent.end() if parent else None
        match = _KEY.match(line)
        if match and len(found) < MOST:
            column = match.start(1)
            at = Span(number + 1, column + 1, column + 2)
            key = line[:column].strip().removeprefix("-").strip()
            words = say("full-width-colon", key=key[:SHOWN])
            found.append(((number, column), broken("yaml-syntax", Origin(name, at=at), words)))
    return tuple(found)


def repaired(text: str, colons: tuple[tuple[Place, Finding], ...]) -> tuple[str, frozenset[tuple[int, int]]]:
    """The text with ``: `` in those places, and the places where a character was put in."""
    lines = text.split("\n")
    for (number, column), _ in colons:
        line = lines[number]
        lines[number] = f"{line[:column]}: {line[column + 1 :]}"
    return "\n".join(lines), frozenset((number, column + 1) for (number, column), _ in colons)
