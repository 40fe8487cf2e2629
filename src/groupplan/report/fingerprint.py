"""A fingerprint for each line of a report, as services know their findings by."""

from groupplan.model import fingerprint
from groupplan.model.fingerprint import hashed
from groupplan.report.arrange import Report
from groupplan.report.words import path

__all__ = ["fingerprints", "hashed"]


def fingerprints(report: Report) -> list[str]:
    """One for each line of the report, no two alike."""
    placed = ((path(line.file), line.finding, report.sources.get(line.file)) for line in report.lines)
    return fingerprint.fingerprints(placed)
