"""Findings as text: place, code, level, sentence, the line with carets, what to write instead."""

from collections.abc import Iterator

from msgspec import Struct

from groupplan.model.finding import Severity
from groupplan.model.source import Source, Span
from groupplan.report.arrange import Line, Report
from groupplan.report.visible import cells, visible
from groupplan.report.words import fixable, said, summary

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_WIDEST = 160


class Ink(Struct, frozen=True):
    """Whether to colour, and whether a CI runner reads along."""

    colour: bool = False
    actions: bool = False

    def paint(self, text: str, code: str) -> str:
        """The text in a colour."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text

    def clean(self, text: str) -> str:
        """Text from files, made visible."""
        return visible(text, actions=self.actions)


def as_text(report: Report, ink: Ink | None = None) -> str:
    """The whole report; the last line counts."""
    ink = ink or Ink()
    parts = [_finding(line, report, ink) for line in report.lines]
    parts += [said(report, "more", file=ink.clean(file), count=count) for file, count in report.more.items()]
    return "\n".join([*parts, summary(report), *fixable(report)]) + "\n"


def marked(line: Line, report: Report, ink: Ink) -> str:
    """Code and level, in the colour of the level; a star where `--fix` helps."""
    level = said(report, line.finding.severity.word)
    star = " [*]" if report.fix(line) else ""
    return ink.paint(f"{line.finding.code} {level}", _COLOURS[line.finding.severity]) + star


def _finding(line: Line, report: Report, ink: Ink) -> str:
    head = f"{line.file}:{line.span.line}:{line.span.column}:"
    words = ink.clean(" ".join(line.message.split("\n")))
    rows = [f"{ink.clean(head)} {marked(line, report, ink)} {words}"]
    source = report.sources.get(line.file)
    if source is not None and source.text:
        rows += _frame(source, line.span, ink)
    if line.hint:
        rows.append(f"    = {ink.clean(' '.join(line.hint.split(chr(10))))}")
    for file, span in line.related:
        rows.append(f"    = {said(report, 'related', place=ink.clean(f'{file}:{span.line}:{span.column}'))}")
    return "\n".join(rows)


def _frame(source: Source, span: Span, ink: Ink) -> Iterator[str]:
    text = source.line(span.line)
    if not text.strip():
        return
    before, marked = text[: span.column - 1], text[span.column - 1 : max(span.end - 1, span.column)]
    shown = ink.clean(text)
    if len(shown) > _WIDEST:
        shown = shown[:_WIDEST] + "…"
    number = str(span.line)
    yield f"  {number} | {shown}"
    indent = cells(ink.clean(before))
    if indent <= 2 * _WIDEST:
        carets = "^" * max(1, min(cells(ink.clean(marked)), 2 * _WIDEST - indent))
        yield f"  {' ' * len(number)} | {' ' * indent}{ink.paint(carets, '1')}"
