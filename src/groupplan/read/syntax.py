"""What the parser complains about, as one plain sentence of the catalogue."""

from typing import Any

from groupplan.model.finding import Words, say
from groupplan.model.source import lines

_SENTENCES = (
    ("could not find expected ':'", "yaml-no-colon"),
    ("mapping values are not allowed", "yaml-second-colon"),
    ("tab", "yaml-tab"),
    ("cannot start any token", "yaml-odd-start"),
    ("undefined alias", "yaml-alias"),
    ("unexpected end of stream", "yaml-open-quote"),
    ("did not find expected ',' or ']'", "yaml-open-bracket"),
    ("did not find expected ',' or '}'", "yaml-open-bracket"),
    ("did not find expected key", "yaml-indent"),
    ("did not find expected '-'", "yaml-indent"),
    ("expected <block end>", "yaml-indent"),
    ("did not find expected <document start>", "yaml-indent"),
    ("block sequence entries are not allowed", "yaml-indent"),
    ("expected <document start>", "yaml-indent"),
    ("alphabetic or numeric", "yaml-alias"),
    ("expected ',' or", "yaml-open-bracket"),
    ("escape", "yaml-escape"),
    ("found duplicate anchor", "yaml-alias"),
)


def sentence(error: Any, text: str) -> Words:
    """Words for a parser error; a tab in the indent is named as such."""
    mark = getattr(error, "problem_mark", None)
    rows = lines(text)
    if mark is not None and mark.line < len(rows) and "\t" in _indent(rows[mark.line]):
        return say("yaml-tab")
    problem = f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''}"
    for part, key in _SENTENCES:
        if part in problem:
            return say(key)
    return say("yaml-syntax")


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
