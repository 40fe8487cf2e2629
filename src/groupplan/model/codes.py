"""The codes of findings about files and their form (GP0xx), and how one is made."""

from groupplan.model.finding import Finding, Severity, Words, say
from groupplan.model.source import Origin

FORM = {
    "not-utf8": "GP001",
    "yaml-syntax": "GP002",
    "yaml-construct": "GP003",
    "over-limit": "GP004",
    "duplicate-key": "GP005",
    "hidden-character": "GP006",
    "control-character": "GP007",
    "not-groupplan": "GP008",
    "unknown-key": "GP010",
    "missing-key": "GP011",
    "wrong-shape": "GP012",
    "wrong-value": "GP013",
    "unknown-choice": "GP014",
    "unknown-name": "GP015",
    "bad-condition": "GP016",
    "bad-text": "GP017",
    "no-playbook": "GP018",
    "duplicate-id": "GP019",
    "contradiction": "GP020",
    "unknown-kind": "GP022",
    "missing-language": "GP023",
}
"""Slug to code. Each has a page in the catalogue."""

_WARNINGS = {"hidden-character", "unknown-kind", "missing-language"}


def broken(
    slug: str, origin: Origin, words: Words, *, hint: Words | None = None, related: tuple[Origin, ...] = ()
) -> Finding:
    """A finding about the form of a file."""
    severity = Severity.WARNING if slug in _WARNINGS else Severity.ERROR
    return Finding(origin, words, hint, related, FORM[slug], slug, severity)


def did_you_mean(word: str, known: "list[str] | tuple[str, ...]") -> Words | None:
    """A hint that names the nearest known word, or nothing when none is near."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), list(by_lower), n=1, cutoff=0.6)
    return say("did-you-mean", name=by_lower[near[0]]) if near else None
