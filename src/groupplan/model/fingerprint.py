"""A finding's fingerprint: the same from run to run, wherever its line has moved to."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from groupplan.model.finding import Finding
from groupplan.model.source import Source

Placed = tuple[str, Finding, Source | None]
"""The file's name with forward slashes, the finding, and the file where it can be read."""


def fingerprints(found: Iterable[Placed]) -> list[str]:
    """One for each finding, no two alike.

    Made of file, code, what is said without its figures, the names on the route and the content of the
    line; neither of its number nor of places in lists, so that what is put in above changes nothing. Equal
    ones are told apart by their order.
    """
    seen: Counter[str] = Counter()
    marks = []
    for one in found:
        base = "\0".join(_parts(*one))
        marks.append(hashed(base, str(seen[base])))
        seen[base] += 1
    return marks


def hashed(*parts: str) -> str:
    """32 hexadecimal digits."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _parts(file: str, finding: Finding, source: Source | None) -> tuple[str, ...]:
    content = source.line(source.place(finding.origin).line).strip() if source is not None else ""
    names = (step for step in finding.origin.route if isinstance(step, str))
    return file, finding.code, finding.words.key, "\x1f".join(names), content
