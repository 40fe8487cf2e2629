"""Findings as JSON, one line each; the last line counts."""

from groupplan.report.arrange import Report
from groupplan.report.json import VERSION, counted, dumped, found


def as_jsonl(report: Report) -> str:
    """The objects of ``json``, then one that has no ``code`` but ``version`` and ``summary``."""
    rows = [*(found(line, report) for line in report.lines), {"version": VERSION, "summary": counted(report)}]
    return "\n".join(dumped(row) for row in rows) + "\n"
