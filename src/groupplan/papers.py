"""Plan documents on disk: made with seal and notes, and judged against a fresh render."""

import os
from pathlib import Path

from groupplan import __version__, pipeline
from groupplan.export import Outcome, outcome, sealed
from groupplan.model import limits, seal
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.plan import Plan
from groupplan.model.refusal import Refused
from groupplan.model.source import Origin
from groupplan.read.files import inside, root_of, slurp
from groupplan.render import render
from groupplan.render.words import Dictionary

CODES = {"plan-stale": "GP901", "plan-edited": "GP902", "plan-orphaned": "GP903"}
FORMS = {".md": "md", ".html": "html"}


def document(plan: Plan, form: str, brief: str, inputs: str, before: str | None) -> Outcome:
    """The text of a plan's file, with the notes of the one that is there."""
    heading = Dictionary(plan.settled.language).say("plan.lost_notes")
    return outcome(sealed(render(plan, form), brief, inputs, __version__), before, heading)


def judge(
    text: str, name: str, path: Path, here: Path | None = None, *, encoding: str = "utf-8"
) -> list[Finding]:
    """Whether a plan document is orphaned, edited outside its notes, or stale."""
    text = text.replace("\r\n", "\n")
    mark = seal.find(text)
    if mark is None:
        return [_finding("plan-orphaned", name, "plan-without-seal")]
    found = [_finding("plan-edited", name, "plan-edited")] if seal.edited(text, mark) else []
    brief = path.parent / mark.brief
    if mark.brief == "-" or not _there(brief, path.parent, here):
        return [*found, _finding("plan-orphaned", name, "plan-orphaned", brief=mark.brief)]
    raw, root = slurp(brief, limits.BRIEF_BYTES), root_of(brief.parent.resolve())
    loaded = pipeline.load(raw, str(brief), brief.parent, root, encoding=encoding)
    gaps = {"brief": os.path.normpath(brief), "form": FORMS[path.suffix]}
    if not loaded.ok:
        return [*found, _finding("plan-stale", name, "plan-brief-broken", **gaps)]
    fresh = render(pipeline.make(loaded), FORMS[path.suffix]).body
    if seal.digest(seal.body_of(fresh)) != mark.body:
        found.append(_finding("plan-stale", name, "plan-stale", **gaps))
    return found


def _there(brief: Path, folder: Path, here: Path | None) -> bool:
    """Whether a seal names a brief of this project; what it says may be anything.

    Without a ``groupplan.toml`` the project is the folder above, or the working folder when both lie in it.
    """
    try:
        home = folder.resolve()
        top = root_of(home)
        if top == home:
            top = here if here is not None and home.is_relative_to(here) and home != here else home.parent
        inside(brief, top)
        return brief.is_file()
    except (Refused, OSError, ValueError, RuntimeError):
        return False


def _finding(slug: str, name: str, key: str, **gaps: object) -> Finding:
    severity = Severity.ERROR if slug != "plan-edited" else Severity.WARNING
    return Finding(Origin(name), say(key, **gaps), code=CODES[slug], slug=slug, severity=severity)
