"""Findings as Markdown, for a comment on a pull request."""

import re

from groupplan.report.arrange import Line, Report
from groupplan.report.words import place, plain, said, summary

MOST = 60_000
"""Characters; GitHub takes comments of up to 65,536."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$]")
_CALLING = re.compile(r"[@#](?=\w)|:(?=//)|www(?=\.)|(?<=\w)!(?=\d)", re.IGNORECASE)


def as_markdown(report: Report) -> str:
    """A heading that counts, and a row for each finding as long as there is room."""
    head = f"### groupplan\n\n{summary(report)}\n"
    if not report.lines:
        return head
    titles = [said(report, key) for key in ("level", "place", "finding", "instead")]
    rows = [_row(titles), _row(["---"] * 4)]
    room = MOST - len(head) - sum(map(len, rows))
    for line in report.lines:
        row = _row(_cells(line, report))
        room -= len(row) + 1
        if room < 0:
            break
        rows.append(row)
    rest = len(report.levels) - (len(rows) - 2)
    tail = f"\n{said(report, 'not_listed', count=rest)}\n" if rest else ""
    return head + "\n" + "\n".join(rows) + "\n" + tail


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(line: Line, report: Report) -> list[str]:
    level = f"{said(report, line.finding.severity.word)} {_escaped(line.finding.code)}"
    return [level, _escaped(place(line)), _escaped(line.message), _escaped(line.hint)]


def _escaped(text: str) -> str:
    """Text that stays text: no table, link, tag, mention, reference or address comes of it."""
    safe = _SPECIAL.sub(r"\\\g<0>", plain(text).replace("&", "&amp;"))
    return _CALLING.sub(lambda match: f"{match[0]}&#8203;", safe)
