"""Findings as text, one line each."""

from groupplan.report.arrange import Report
from groupplan.report.text import Ink, marked
from groupplan.report.words import fixable, said, summary


def as_concise(report: Report, ink: Ink | None = None) -> str:
    """Place, code, level, sentence; the last line counts."""
    ink = ink or Ink()
    rows = []
    for line in report.lines:
        place = ink.clean(f"{line.file}:{line.span.line}:{line.span.column}:".replace("\n", " "))
        rows.append(f"{place} {marked(line, report, ink)} {ink.clean(line.message.replace(chr(10), ' '))}")
    for file, count in report.more.items():
        rows.append(ink.clean(said(report, "more", file=file.replace("\n", " "), count=count)))
    return "\n".join([*rows, summary(report), *fixable(report)]) + "\n"
