"""A brief and what becomes of it when it is mended, without a disk."""

from collections.abc import Callable
from pathlib import Path

from groupplan import pipeline
from groupplan.mend import Judged, Mended, mend, mended
from groupplan.model.finding import Finding, Severity
from groupplan.shelf import Shelf, beside_shipped

NOWHERE = Path("nowhere")


def judge(raw: bytes, name: str = "brief.yaml") -> Judged:
    """A file as `check` judges it."""
    if name != "brief.yaml":
        shelf = Shelf(NOWHERE, NOWHERE)
        book, found = shelf.parsed(raw, name)
        return Judged(raw, tuple(found + (beside_shipped(book) if book else [])), shelf.sources[name])
    loaded = pipeline.load(raw, name, NOWHERE, NOWHERE)
    findings: tuple[Finding, ...] = loaded.findings
    if loaded.ok:
        findings += pipeline.make(loaded, fine=False).findings
    return Judged(raw, findings, loaded.source)


def fixed(text: str | bytes, *, unsafe: bool = False, judge: Callable[[bytes], Judged] = judge) -> Mended:
    """The file after every fix."""
    raw = text.encode() if isinstance(text, str) else text
    return mended(
        judge(raw),
        judge,
        lambda now: [pair for pair in mend(now.findings, now.source) if unsafe or pair[1].safe],
    )


def form(file: Judged) -> list[str]:
    """The errors of form that are left."""
    wrong = (f for f in file.findings if f.severity is Severity.ERROR and f.code.startswith("GP0"))
    return [finding.words.key for finding in wrong]
