"""A file that was judged, and what a choice among all findings comes to."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from groupplan.model.edit import Fix
from groupplan.model.finding import Finding, Severity, Words
from groupplan.model.source import Origin, Source
from groupplan.model.suppression import Suppression

Mark = tuple[Origin, Words]
"""A finding by what it says and where; its level may be another for each reader."""
Fixes = Mapping[Mark, Fix]
Kind = Literal["brief", "playbook", "document"]


class Verdict(Struct, frozen=True):
    """One checked file: all that was found, and the files it was found in, ``shipped`` ones apart.

    ``fixes`` were each proved by trying, ``unsafe`` ones may change what the file means. ``notes`` are the
    comments that silence findings, by file; ``rows`` the lines that a finding beside them may be called by.
    """

    name: str
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]
    kind: Kind = "brief"
    fixes: Fixes = field(default_factory=dict)
    unsafe: Fixes = field(default_factory=dict)
    notes: Mapping[str, tuple[Suppression, ...]] = field(default_factory=dict)
    rows: Mapping[Origin, frozenset[int]] = field(default_factory=dict)
    shipped: Mapping[str, Source] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether it could be read, so that every rule had its say."""
        return not any(unreadable(finding) for finding in self.findings)


class Choice(Struct, frozen=True):
    """What is shown, whether it fails, and what a baseline hid."""

    findings: tuple[Finding, ...]
    fails: bool = False
    hidden: int = 0
    gone: Mapping[str, int] = field(default_factory=dict)
    """Baseline → its entries that no longer occur."""


def unreadable(finding: Finding) -> bool:
    """Whether a finding keeps a file from being read; nothing silences it."""
    return finding.code.startswith("GP0") and finding.severity is Severity.ERROR
