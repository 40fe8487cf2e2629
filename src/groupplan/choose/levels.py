"""What settings say about one finding: whether it is shown, and how much it weighs."""

from msgspec.structs import replace

from groupplan.model.finding import Finding
from groupplan.model.settings import Codes, Settings, covers
from groupplan.model.verdict import unreadable


def holds(finding: Finding, settings: Settings) -> bool:
    """Whether a finding is shown. What keeps a file from being read is always shown."""
    if unreadable(finding):
        return True
    if settings.select.value and not _any(settings.select.value, finding):
        return False
    return not _any(settings.ignore.value, finding)


def weighed(finding: Finding, settings: Settings) -> Finding:
    """The finding with the level set for it: the longest code wins, among equal ones the last."""
    if unreadable(finding):
        return finding
    meant = [one for one in settings.levels if covers(one.code, finding.code, finding.slug)]
    if not meant:
        return finding
    longest = max(len(one.code) for one in meant)
    level = [one.severity for one in meant if len(one.code) == longest][-1]
    return replace(finding, severity=level)


def _any(parts: Codes, finding: Finding) -> bool:
    return any(covers(part, finding.code, finding.slug) for part in parts)
