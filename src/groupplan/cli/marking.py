"""What `check --fix` would mend in a file, each fix proved by trying it."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from groupplan.cli.briefs import File
from groupplan.mend import Judged, Pair, mend, mended
from groupplan.model.edit import Fix
from groupplan.model.finding import Finding
from groupplan.model.source import Source

Judge = Callable[[File], tuple[list[Finding], dict[str, Source]]]
Pairs = dict[Finding, Fix]


def proved(
    file: File, found: list[Finding], source: Source, judge: Judge, encoding: str
) -> tuple[Pairs, Pairs]:
    """What can be mended without changing what the file means, and what else can be."""
    before = Judged(file.raw, tuple(found), source)
    first = dict(mend(before.findings, source))
    safe: Pairs = {}
    more: Pairs = {}
    for unsafe in (False, True) if first else ():
        run = partial(after, file, judge)
        for finding, _ in mended(before, run, partial(offered, unsafe=unsafe), encoding=encoding).fixed:
            # Later rounds may have found more; marked is what was found in the file as it is.
            if finding in first and finding not in safe:
                (more if unsafe else safe)[finding] = first[finding]
    return safe, more


def after(file: File, judge: Judge, raw: bytes) -> Judged:
    """The file judged with other bytes."""
    found, own = judge(replace(file, raw=raw))
    return Judged(raw, tuple(found), own.get(file.name) or Source(file.name))


def offered(now: Judged, *, unsafe: bool) -> list[Pair]:
    """The fixes there are for what was found."""
    return [(finding, fix) for finding, fix in mend(now.findings, now.source) if unsafe or fix.safe]
