"""Plan documents on disk: made with seal and notes, and judged against a fresh render."""

from pathlib import Path

from groupplan import __version__
from groupplan.export import Earlier, Outcome, earlier, outcome, sealed
from groupplan.model.codes import DOCUMENTS
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan
from groupplan.model.provenance import Provenance
from groupplan.model.seal import BRIEF, Parts
from groupplan.model.source import Origin
from groupplan.model.views import options
from groupplan.press import Press
from groupplan.provenance import form_of, provenance


def document(
    plan: Plan, form: str, brief: str, inputs: str, before: bytes | None, parts: Parts = ()
) -> Outcome:
    """The text of a plan's file, with the notes of the one that is there."""
    from groupplan.render import render  # brings jinja2, which judging by the seal does without
    from groupplan.render.words import Dictionary

    heading = Dictionary(plan.settled.language).say("plan.lost_notes")
    fresh = sealed(render(plan, form), brief, inputs, __version__, parts)
    return outcome(fresh, None if before is None else earlier(before), heading)


def judge(
    text: str | Earlier, name: str, path: Path, here: Path | None = None, *, press: Press | None = None
) -> list[Finding]:
    """Whether a plan document is orphaned, edited outside its notes, or stale."""
    given = Earlier(text.removeprefix("\ufeff").replace("\r\n", "\n")) if isinstance(text, str) else text
    form = form_of(path, given.text)
    return findings(provenance(given, path, press or Press(), here, form), name, form)


def findings(found: Provenance, name: str, form: str) -> list[Finding]:
    """What is wrong with a document of this provenance."""
    if found.fault in ("large", "cut", "bare"):
        return [_finding("plan-orphaned", name, _FAULTS[found.fault])]
    edited = "plan-not-text" if found.fault == "not-text" else "plan-edited"
    said = [_finding("plan-edited", name, edited)] if found.edited else []
    return [*said, *_from_brief(found, name, options(form))]


_FAULTS = {"large": "plan-too-large", "cut": "plan-seal-cut", "bare": "plan-without-seal"}


def _from_brief(found: Provenance, name: str, form: str) -> list[Finding]:
    brief = found.brief if len(found.brief) <= 200 else f"{found.brief[:200]}…"
    match found.place:
        case "nowhere":
            return [_finding("plan-orphaned", name, "plan-from-nowhere")]
        case "outside":
            return [_finding("plan-orphaned", name, "plan-outside", brief=brief)]
        case "gone" if found.found:
            return [_finding("plan-orphaned", name, "plan-moved", brief=brief, found=found.found, form=form)]
        case "gone":
            return [_finding("plan-orphaned", name, "plan-orphaned", brief=brief)]
    if found.broken:
        return [_finding("plan-stale", name, "plan-brief-broken", brief=brief, form=form)]
    return [_stale(found, name, brief, form)] if found.stale else []


def _stale(found: Provenance, name: str, brief: str, form: str) -> Finding:
    """The reason is named where the seal tells it."""
    if found.changed:
        changed = " ".join(brief if one == BRIEF else one for one in found.changed[:5])
        return _finding("plan-stale", name, "plan-stale-by", brief=brief, form=form, changed=changed)
    made = found.seal.version if found.seal else ""
    if found.used and made != __version__:
        gaps = {"made": made, "now": __version__}
        return _finding("plan-stale", name, "plan-stale-version", brief=brief, form=form, **gaps)
    return _finding("plan-stale", name, "plan-stale", brief=brief, form=form)


def missing(brief: str, path: str, form: str, *, foreign: bool = False) -> Finding:
    """A document that is expected of a brief and not there."""
    form = options(form)
    if foreign:
        return _finding("plan-missing", brief, "plan-foreign", path=path, brief=brief, form=form)
    return _finding("plan-missing", brief, "plan-missing", path=path, brief=brief, form=form)


def _finding(slug: str, name: str, key: str, **gaps: object) -> Finding:
    severity = Severity.ERROR if slug != "plan-edited" else Severity.WARNING
    return Finding(Origin(name), say(key, **gaps), code=DOCUMENTS[slug], slug=slug, severity=severity)
