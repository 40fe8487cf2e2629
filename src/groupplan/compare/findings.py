"""Findings that are new and findings that are gone; one that only counts differently now is neither."""

from collections.abc import Iterator

from groupplan.compare.drawn import drawn_from
from groupplan.compare.making import change
from groupplan.model.comparison import Change
from groupplan.model.finding import Finding, Severity
from groupplan.model.plan import Plan

DRAWN = ("GP213",)
"""Rules that look at odds, which are drawn anew from the text of every brief."""
WEIGHTS = {Severity.ERROR: 8, Severity.WARNING: 5, Severity.NOTE: 2}


def changes(old: Plan, new: Plan) -> Iterator[Change]:
    """New ones with their level, then what is no longer found."""
    skipped = DRAWN if drawn_from(old) == drawn_from(new) else ()
    found = ([one for one in plan.findings if one.code not in skipped] for plan in (old, new))
    came, went = _apart(*found)
    for finding in came:
        kind, weight = f"new-{finding.severity.word}", WEIGHTS[finding.severity]
        route = _field(finding, new)
        yield change("risk", kind, weight, None, finding.words, code=finding.code, route=route)
    for finding in went:
        weight = WEIGHTS[finding.severity] - 1
        yield change("risk", f"gone-{finding.severity.word}", weight, finding.words, None, code=finding.code)


def _apart(old: list[Finding], new: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """What has no partner: first the same words, then the same rule at the same place, then the same rule."""
    for same in (_words, _place, _rule):
        before = [same(one) for one in old]
        kept: list[Finding] = []
        for one in new:
            if same(one) in before:
                place = before.index(same(one))
                del before[place], old[place]
            else:
                kept.append(one)
        new = kept
    return new, old


def _words(one: Finding) -> tuple[object, ...]:
    return one.code, one.slug, one.words


def _place(one: Finding) -> tuple[object, ...]:
    return one.code, one.slug, one.words.key, one.origin.route


def _rule(one: Finding) -> tuple[object, ...]:
    """With what it names: a person, a task, a goal; figures may differ."""
    named = tuple(value for _, value in one.words.gaps if not any(sign.isdigit() for sign in value))
    return one.code, one.slug, one.words.key, named


def _field(finding: Finding, plan: Plan) -> str:
    if finding.origin.source != plan.source:
        return ""
    return ".".join(str(step + 1 if isinstance(step, int) else step) for step in finding.origin.route)
