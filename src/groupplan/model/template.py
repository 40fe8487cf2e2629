"""Templates of the user's own, as they were read: what they replace, and the fields they may name."""

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from groupplan.model.finding import Finding, Severity
from groupplan.model.source import Origin, Span

SHIPPED = "shipped/"
"""What a template puts before a name to mean the shipped file, also where an own one replaces it."""


class Template(Struct, frozen=True):
    """One file: its name below `templates/`, the path it is shown by, its text."""

    name: str
    shown: str
    text: str

    def at(self, line: int, word: str = "") -> Origin:
        """A line of it, narrowed to a word where that stands there."""
        lines = self.text.split("\n")
        row = lines[line - 1] if 0 < line <= len(lines) else ""
        start = max(row.find(word), 0) if word else 0
        end = start + len(word) if word and word in row else len(row)
        return Origin(self.shown, at=Span(max(line, 1), start + 1, max(end, start) + 1))


class Own(Struct, frozen=True):
    """All templates around one brief, with what was wrong in reading them.

    ``extra`` is JSON of the brief's own keys, those that begin with ``x-``.
    """

    templates: tuple[Template, ...] = ()
    extra: str = "{}"
    findings: tuple[Finding, ...] = ()

    def of(self, form: str) -> tuple[Template, ...]:
        """Those of a form: ``html`` or ``markdown``."""
        return tuple(one for one in self.templates if one.name.startswith(f"{form}/"))

    def __bool__(self) -> bool:
        return bool(self.templates or self.findings)


NOTHING_OWN = Own()


class Offer(NamedTuple):
    """A shipped file that may be replaced, and its blocks, in their order."""

    name: str
    blocks: tuple[str, ...]


class Spoiled(Exception):
    """A document that a template of the user's own does not let be made."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        super().__init__("spoiled")
        self.findings = tuple(findings)


def grave(findings: Iterable[Finding]) -> bool:
    """Whether no document can be made."""
    return any(one.severity >= Severity.ERROR for one in findings)
