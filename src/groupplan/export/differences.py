"""What differs between two texts: as a diff to read, and as the first places to name."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

_PAIRS = 1_000_000
"""Equal lines, counted pairwise, up to which comparing is quick; what lies above was made to be slow."""

Numbered = Sequence[tuple[int, str]]


class Place(NamedTuple):
    """Where a text differs: the line's number in it, that line, and the one it should be ("" for none)."""

    line: int
    there: str
    wanted: str


def unified(before: str, after: str, name: str) -> list[str]:
    """A unified diff, line by line; texts too costly to compare are shown whole."""
    import difflib  # a check of documents does without

    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if _quick(old, new):
        return list(difflib.unified_diff(old, new, name, name))
    head = [f"--- {name}\n", f"+++ {name}\n", f"@@ -1,{len(old)} +1,{len(new)} @@\n"]
    return [*head, *(f"-{line}" for line in old), *(f"+{line}" for line in new)]


def places(document: Numbered, wanted: Sequence[str], most: int) -> list[Place]:
    """The first places where a document differs from the text wanted; lines come with their numbers."""
    import difflib

    there = [line for _, line in document]
    if not _quick(there, wanted):
        same = next((n for n, pair in enumerate(zip(there, wanted, strict=False)) if pair[0] != pair[1]), 0)
        return [_place(document, same, wanted, same)][:most]
    found = difflib.SequenceMatcher(None, there, wanted).get_opcodes()
    changed = [(first, other, to) for kind, first, _, other, to in found if kind != "equal"]
    return [_place(document, first, wanted, other, gone=other == to) for first, other, to in changed[:most]]


def _place(document: Numbered, first: int, wanted: Sequence[str], other: int, *, gone: bool = False) -> Place:
    last = document[-1][0] if document else 1
    number, there = document[first] if first < len(document) else (last, "")
    return Place(number, there, "" if gone or other >= len(wanted) else wanted[other])


def _quick(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether few enough lines are alike; very common ones are passed over, as difflib does."""
    common = len(other) // 100 + 1 if len(other) >= 200 else len(other)
    often = {line: times for line, times in Counter(other).items() if times <= common}
    return sum(often.get(line, 0) * times for line, times in Counter(one).items()) <= _PAIRS
