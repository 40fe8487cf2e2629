"""What a finding blames, as it was typed."""

from typing import NamedTuple

from msgspec.structs import replace

from groupplan.model.edit import Edit, Fix, replacing
from groupplan.model.finding import Finding, say
from groupplan.model.source import Data, Origin, Route, Source, Span

LONGEST = 200
"""Characters; whoever wrote a longer one meant something else than a date, a figure or a name."""
SHOWN = 40
"""Characters of a value that the words of a fix repeat."""


class Spot(NamedTuple):
    """A scalar on one line: where it stands with its quotes, which they are, the text between them."""

    span: Span
    quote: str
    text: str

    def becomes(self, text: str) -> Edit:
        """Another text in the same quotes."""
        return replacing(self.span, f"{self.quote}{text}{self.quote}")


def value(origin: Origin, source: Source) -> Spot | None:
    """The value at a route; None where it is no scalar, stands on several lines, or holds escapes."""
    found = at(source.data, origin.route)
    if not isinstance(found, str) or not origin.route:
        return None
    return _spot(source.span(origin.route), found, source)


def key(origin: Origin, source: Source) -> Spot | None:
    """The key at a route."""
    last = origin.route[-1] if origin.route else None
    if not isinstance(last, str):
        return None
    return _spot(source.span(origin.route, key=True), last, source)


def _spot(span: Span, text: str, source: Source) -> Spot | None:
    if len(text) > LONGEST:
        return None
    typed = source.line(span.line)[span.column - 1 : span.end - 1]
    quote = typed[:1] if typed[:1] in ("'", '"') else ""
    inner = typed[len(quote) : len(typed) - len(quote)]
    closed = not quote or (len(typed) > 1 and typed.endswith(quote))
    return Spot(span, quote, inner) if inner == text and closed else None


def at(data: Data, route: Route) -> Data:
    """The data at a route, None where there is none."""
    for step in route:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def retyped(spot: Spot | None, text: str, *, safe: bool = True) -> Fix | None:
    """One scalar written differently; None where nothing changes."""
    if spot is None or text == spot.text or not text:
        return None
    words = say("fix-replace", old=short(spot.text), new=short(text))
    return Fix(words, (spot.becomes(text),), safe)


def short(text: str) -> str:
    """The beginning of a text."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def gap(finding: Finding, name: str) -> str:
    """What stands in a gap of the finding's words, "" where there is none."""
    return dict(finding.words.gaps).get(name, "")


def meant(finding: Finding) -> str:
    """The name a finding asks "did you mean" about, or ""."""
    hint = finding.hint
    return dict(hint.gaps)["name"] if hint is not None and hint.key == "did-you-mean" else ""


def stamped(fix: Fix, finding: Finding) -> Fix:
    """The fix with the code of what it mends."""
    return replace(fix, code=finding.code, slug=finding.slug)
