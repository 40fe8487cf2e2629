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
    "stray-playbook": "GP024",
}
"""Slug to code. Each has a page in the catalogue."""
COMMENTS = {
    "ignore-unclear": "GP030",
    "ignore-without-reason": "GP031",
    "ignore-unknown-code": "GP032",
    "ignore-expired": "GP033",
    "ignore-unused": "GP034",
}
"""The same for comments that silence findings; all of them warnings."""

MILDER = {
    "hidden-character": Severity.WARNING,
    "unknown-kind": Severity.WARNING,
    "missing-language": Severity.WARNING,
    "stray-playbook": Severity.NOTE,
    "template-unused": Severity.WARNING,
    "own-key-unused": Severity.NOTE,
}
"""Those of them that are no errors."""

DOCUMENTS = {"plan-stale": "GP901", "plan-edited": "GP902", "plan-orphaned": "GP903", "plan-missing": "GP904"}
"""The same for plan documents."""
TEMPLATES = {
    "template-syntax": "GP951",
    "template-unknown-name": "GP952",
    "template-forbidden": "GP953",
    "template-over-limit": "GP954",
    "template-fails": "GP955",
    "template-unsafe-page": "GP956",
    "template-unused": "GP957",
    "own-key-unused": "GP958",
}
"""The same for templates of the user's own."""
ALWAYS = frozenset(code for slug, code in FORM.items() if slug not in MILDER)
"""Codes of what keeps a file from being read: nothing silences or softens them."""


def broken(
    slug: str, origin: Origin, words: Words, *, hint: Words | None = None, related: tuple[Origin, ...] = ()
) -> Finding:
    """A finding about the form of a file."""
    severity = MILDER.get(slug, Severity.ERROR)
    return Finding(origin, words, hint, related, FORM[slug], slug, severity)


def spoilt(slug: str, origin: Origin, words: Words, hint: Words | None = None) -> Finding:
    """A finding about a template of the user's own."""
    severity = MILDER.get(slug, Severity.ERROR)
    return Finding(origin, words, hint, (), TEMPLATES[slug], slug, severity)


def advice(slug: str, origin: Origin, words: Words, hint: Words | None = None) -> Finding:
    """A finding about a comment that silences findings."""
    return Finding(origin, words, hint, (), COMMENTS[slug], slug, Severity.WARNING)


def did_you_mean(word: str, known: "list[str] | tuple[str, ...]") -> Words | None:
    """A hint that names the nearest known word, or nothing when none is near."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), list(by_lower), n=1, cutoff=0.6)
    return say("did-you-mean", name=by_lower[near[0]]) if near else None
