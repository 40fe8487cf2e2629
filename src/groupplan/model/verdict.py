"""A file that was judged, and what a choice among all findings comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from groupplan.model.finding import Finding, Severity
from groupplan.model.source import Source


@dataclass(frozen=True, slots=True)
class Verdict:
    """One checked file: all that was found, and the files (none of them shipped) it was found in."""

    name: str
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]

    @property
    def sound(self) -> bool:
        """Whether it could be read, so that every rule had its say."""
        return not any(unreadable(finding) for finding in self.findings)

    @property
    def playbook(self) -> bool:
        """Whether it is a playbook, of which some findings show only when a brief uses it."""
        source = self.sources.get(self.name)
        data = source.data if source is not None else None
        return isinstance(data, dict) and "playbook" in data and "groupplan" not in data


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown, whether it fails, and what a baseline hid."""

    findings: tuple[Finding, ...]
    fails: bool = False
    hidden: int = 0
    gone: Mapping[str, int] = field(default_factory=dict)
    """Baseline → its entries that no longer occur."""


def unreadable(finding: Finding) -> bool:
    """Whether a finding keeps a file from being read; nothing silences it."""
    return finding.code.startswith("GP0") and finding.severity is Severity.ERROR
