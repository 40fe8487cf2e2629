"""Findings as text: place, code, level, sentence, the line with carets, what to write instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from groupplan.messages import catalogue
from groupplan.model.finding import Severity
from groupplan.model.source import Source, Span
from groupplan.report.arrange import Line, Report
from groupplan.report.visible import cells, visible

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}
_WIDEST = 160


@dataclass(frozen=True, slots=True)
class Ink:
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
    parts += [_say(report, "more", file=ink.clean(file), count=count) for file, count in report.more.items()]
    return "\n".join([*parts, _summary(report)]) + "\n"


def _say(report: Report, key: str, **gaps: object) -> str:
    return str(catalogue("cli")["report"][key][report.language]).format_map(gaps)


def _finding(line: Line, report: Report, ink: Ink) -> str:
    level = _say(report, line.finding.severity.word)
    head = f"{line.file}:{line.span.line}:{line.span.column}:"
    mark = ink.paint(f"{line.finding.code} {level}", _COLOURS[line.finding.severity])
    said = ink.clean(" ".join(line.message.split("\n")))
    rows = [f"{ink.clean(head)} {mark} {said}"]
    source = report.sources.get(line.file)
    if source is not None and source.text:
        rows += _frame(source, line.span, ink)
    if line.hint:
        rows.append(f"    = {ink.clean(' '.join(line.hint.split(chr(10))))}")
    for file, span in line.related:
        rows.append(f"    = {_say(report, 'related', place=ink.clean(f'{file}:{span.line}:{span.column}'))}")
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


def _summary(report: Report) -> str:
    errors, warnings = report.count(Severity.ERROR), report.count(Severity.WARNING)
    notes = report.count(Severity.NOTE)
    key = "summary" if errors or warnings or notes else "clean"
    return _say(report, key, errors=errors, warnings=warnings, notes=notes, files=report.files)
