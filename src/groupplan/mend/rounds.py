"""Fixes made, and the file judged again: what would make a new error is not done."""

import codecs
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct, field

from groupplan.mend.heads import recoded
from groupplan.model.edit import Fix, Overlap, applied
from groupplan.model.finding import Finding, Severity
from groupplan.model.source import Source

Pair = tuple[Finding, Fix]
TRIES = 120
"""How often one file is judged again at most."""
_READ = ("GP001", "GP002", "GP003", "GP004", "GP005", "GP006", "GP007", "GP008")


class Judged(NamedTuple):
    """A file's bytes, what was found in it, and the file as it was read."""

    raw: bytes
    findings: tuple[Finding, ...]
    source: Source


class Mended(NamedTuple):
    """The file after its fixes, and the fixes that were made."""

    file: Judged
    fixed: tuple[Pair, ...]


class _Rounds(Struct):
    judge: Callable[[bytes], Judged]
    offer: Callable[[Judged], Sequence[Pair]]
    encoding: str
    tries: int = TRIES
    fixed: list[Pair] = field(default_factory=list)

    def better(self, file: Judged, pairs: Sequence[Pair]) -> Judged | None:
        """The file with all these fixes, or with the first half of them that makes no new error."""
        if not pairs or not self.tries:
            return None
        after = self._tried(file, pairs)
        if after is not None:
            self.fixed += pairs
            return after
        half = len(pairs) // 2
        return (self.better(file, pairs[:half]) or self.better(file, pairs[half:])) if half else None

    def _tried(self, file: Judged, pairs: Sequence[Pair]) -> Judged | None:
        raw = _made(file, pairs, self.encoding)
        if raw is None or raw == file.raw:
            return None
        self.tries -= 1
        after = self.judge(raw)
        return after if _improves(file, after, pairs) else None


def mended(
    file: Judged,
    judge: Callable[[bytes], Judged],
    offer: Callable[[Judged], Sequence[Pair]],
    *,
    encoding: str = "utf-8",
) -> Mended:
    """A file with every offered fix made that takes its finding away and makes no new error.

    After each round the file is judged and asked again, until nothing changes: what comes out is left
    alone by another run.
    """
    rounds = _Rounds(judge, offer, encoding)
    while True:
        after = rounds.better(file, offer(file))
        if after is None:
            return Mended(file, tuple(rounds.fixed))
        file = after


def _made(file: Judged, pairs: Sequence[Pair], encoding: str) -> bytes | None:
    """The bytes with fixes made; all that lies outside the edits stays."""
    recode = next((fix.encoding for _, fix in pairs if fix.encoding), "")
    if recode:
        text = recoded(file.raw, recode)
        return text.encode() if text is not None and len(pairs) == 1 else None
    try:
        text = applied(file.source.text, (edit for _, fix in pairs for edit in fix.edits))
    except (Overlap, ValueError):
        return None
    mark = codecs.BOM_UTF8 if file.raw.startswith(codecs.BOM_UTF8) else b""
    try:
        same = mark + file.source.text.encode(encoding) == file.raw
        return mark + text.encode(encoding) if same else None
    except UnicodeError:
        return None


def _improves(before: Judged, after: Judged, pairs: Sequence[Pair]) -> bool:
    """Whether what was mended is gone, and no error is there that could have been seen before and was not."""
    reached = _reach(before)
    if _reach(after) < max(reached, 1):
        return False
    if reached and _errors(after, reached) - _errors(before, reached):
        return False
    left = Counter(map(_what, after.findings))
    had = Counter(map(_what, before.findings))
    gone = Counter(_what(finding) for finding, _ in pairs if finding.origin.at is None)
    return all(left[what] <= had[what] - count for what, count in gone.items())


def _reach(file: Judged) -> int:
    """How far judging came: 0 the data, 1 what they mean, 2 the plan."""
    if not isinstance(file.source.data, dict) or any(f.slug == "not-groupplan" for f in file.findings):
        return 0
    return 1 if any(_stage(f) < 2 for f in file.findings if f.severity is Severity.ERROR) else 2


def _stage(finding: Finding) -> int:
    return 0 if finding.code in _READ else 1 if finding.code.startswith("GP0") else 2


def _errors(file: Judged, reached: int) -> Counter[object]:
    errors = (f for f in file.findings if f.severity is Severity.ERROR and _stage(f) <= reached)
    return Counter(map(_what, errors))


def _what(finding: Finding) -> object:
    """One mistake, wherever lines that were put in have moved it and whichever figures it now names."""
    return finding.code, finding.words.key, finding.origin.source, finding.origin.route
