"""Characters that deceive the eye: bidi controls, zero-width letters, NUL and other controls."""

import re
from collections.abc import Iterator

from groupplan.model.codes import broken
from groupplan.model.finding import Finding, say
from groupplan.model.source import BREAK, Origin, Span

_HIDDEN = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u00ad\ufeff\u2028\u2029]")
MOST = 20


def hidden(text: str, name: str) -> Iterator[Finding]:
    """A warning for each invisible or direction-turning character."""
    if text.isascii():
        return
    for number, match in enumerate(_HIDDEN.finditer(text)):
        if number == MOST:
            return
        above = BREAK.split(text[: match.start()])
        line, column = len(above), len(above[-1]) + 1
        words = say("hidden-character", code=f"U+{ord(match[0]):04X}")
        yield broken("hidden-character", Origin(name, at=Span(line, column, column + 1)), words)
