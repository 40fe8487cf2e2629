"""mend: findings → fixes. What is wrong stays the checks' business; here stands what to write instead."""

from collections.abc import Callable, Iterable

from groupplan.mend import changes, figures, heads, names, spot
from groupplan.mend.heads import modeline, recoded
from groupplan.mend.rounds import Judged, Mended, Pair, mended
from groupplan.model.edit import Fix
from groupplan.model.finding import Finding
from groupplan.model.source import Source

Mender = Callable[[Finding, Source], Fix | None]

FIXES: dict[str, tuple[Mender, ...]] = {
    "not-utf8": (heads.encoding,),
    "yaml-syntax": (names.wide_colon,),
    "duplicate-key": (heads.repeated,),
    "hidden-character": (heads.hidden,),
    "not-groupplan": (heads.version,),
    "missing-key": (heads.empty_version, names.colon_in_brackets),
    "unknown-key": (names.misspelt_key,),
    "wrong-shape": (names.items,),
    "wrong-value": (changes.turned, names.items, figures.notation),
    "unknown-choice": (names.items, names.choice),
    "unknown-name": (names.name,),
    "unknown-kind": (names.name,),
    "contradiction": (changes.moved, changes.swapped),
    "stage-dates-odd": (changes.moved,),
    "over-limit": (changes.horizon,),
    "session-too-long": (changes.capped,),
    "prize-above-cap": (changes.capped,),
    "prepayment-too-high": (changes.capped,),
    "too-many-reward-levels": (changes.capped,),
    "seeds-out-of-range": (changes.seeds,),
}
"""The slug of a finding → what may mend it; the first that knows how does."""


def mend(findings: Iterable[Finding], source: Source) -> tuple[Pair, ...]:
    """The findings in a file that can be mended, each once, with their fixes; none is applied."""
    found: dict[Finding, Fix] = {}
    for finding in findings:
        if finding.origin.source == source.name and finding not in found:
            fixes = (make(finding, source) for make in FIXES.get(finding.slug, ()))
            fix = next((one for one in fixes if one is not None), None)
            if fix is not None:
                found[finding] = spot.stamped(fix, finding)
    return tuple(found.items())


__all__ = ["FIXES", "Judged", "Mended", "Pair", "mend", "mended", "modeline", "recoded"]
