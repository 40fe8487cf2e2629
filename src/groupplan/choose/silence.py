"""Findings that a comment on their line silences, and what is wrong with the comments themselves."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from groupplan.model.codes import advice, did_you_mean
from groupplan.model.finding import Finding, Words, say
from groupplan.model.settings import covers, meant
from groupplan.model.source import Origin
from groupplan.model.suppression import Suppression
from groupplan.model.verdict import unreadable

Comments = Mapping[str, tuple[Suppression, ...]]
"""File → its comments."""
Rows = Mapping[Origin, Collection[int]]
"""The place of a finding → the lines it may be called by."""
Used = set[tuple[Suppression, str]]
"""Comments with the code for which there was a finding."""
LONGEST = 60
"""Signs of a file that a sentence repeats."""


def silenced(
    findings: Iterable[Finding], notes: Comments, rows: Rows, used: Used, today: date
) -> Iterator[Finding]:
    """The findings that no comment silences; ``used`` learns which comments had one."""
    for finding in findings:
        own = () if unreadable(finding) else notes.get(finding.origin.source, ())
        about = _about(finding, own, rows)
        used |= about
        if not any(note.silences(today) for note, _ in about):
            yield finding


def _about(finding: Finding, notes: tuple[Suppression, ...], rows: Rows) -> Used:
    near = (note for note in notes if note.clear and note.line in rows.get(finding.origin, ()))
    return {(note, code) for note in near for code in note.codes if covers(code, finding.code, finding.slug)}


def problems(
    notes: Iterable[Suppression], used: Used, known: Collection[str], today: date, *, whole: bool
) -> Iterator[Finding]:
    """What is wrong with comments; unused ones only where the ``whole`` of their file was judged."""
    for note in notes:
        if not note.clear:
            yield from _unclear(note, known)
            continue
        there = [code for code in note.codes if meant(code, known)]
        yield from (_unknown(note, code, known) for code in note.codes if code not in there)
        if not note.reason:
            yield _wrong(note, "ignore-without-reason", say("ignore-without-reason"))
        elif note.expired(today):
            yield _wrong(note, "ignore-expired", say("ignore-expired", until=note.until))
        elif whole:
            left = [code for code in there if (note, code) not in used]
            yield from (
                _wrong(note, "ignore-unused", say("ignore-unused", name=code[:LONGEST])) for code in left
            )


def _unclear(note: Suppression, known: Collection[str]) -> Iterator[Finding]:
    """A comment that cannot be read; one with another word may turn out to be prose."""
    if not note.word:
        yield _wrong(note, "ignore-unclear", say("ignore-unclear"))
        return
    there = [code for code in note.codes if meant(code, known)]
    if note.sure or there or any(code.startswith("GP") for code in note.codes):
        form = f"# groupplan: ignore[{', '.join(there)}]"[:LONGEST]
        hint = say("did-you-mean", name=form) if there else None
        yield _wrong(note, "ignore-unclear", say("ignore-misspelt", word=note.word[:LONGEST]), hint)


def _wrong(note: Suppression, slug: str, words: Words, hint: Words | None = None) -> Finding:
    return advice(slug, Origin(note.file, at=note.at), words, hint)


def _unknown(note: Suppression, code: str, known: Collection[str]) -> Finding:
    words = say("ignore-unknown-code", name=code[:LONGEST])
    return _wrong(note, "ignore-unknown-code", words, did_you_mean(code, tuple(known)))
