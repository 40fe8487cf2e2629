"""One brief, made into its files: findings on stderr, refusals, backups, diffs."""

import os
from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from groupplan import papers, pipeline, proof, shelf
from groupplan.cli import output
from groupplan.cli.briefs import File, opened
from groupplan.cli.hands import spread
from groupplan.cli.order import Order
from groupplan.cli.progress import counting
from groupplan.cli.surroundings import Surroundings
from groupplan.cli.tally import Tally
from groupplan.cli.targets import Job
from groupplan.cli.trouble import guarded, worst
from groupplan.export import Outcome, backup, unified, write
from groupplan.export.forms import FORMS
from groupplan.files import slurp
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.limits import PLAN_BYTES
from groupplan.model.plan import Plan
from groupplan.model.refusal import Misuse
from groupplan.model.seal import Parts
from groupplan.model.template import Spoiled, grave
from groupplan.report import arranged, as_text
from groupplan.report.text import Ink
from groupplan.report.visible import visible

MANY = 16
"""Briefs from which a second process is worth its start."""


class Made(Struct, frozen=True):
    """A plan, and what its documents' seals say it was made of."""

    plan: Plan
    inputs: str
    parts: Parts


def make_all(jobs: Sequence[Job], order: Order, around: Surroundings, processes: int = 0) -> list[int]:
    """The exit code of each brief, in their order."""
    tally = order.tally or Tally(around, aside=False)

    def step(job: Job) -> list[Any]:
        return [make(job, order, around), tally.drained()]

    codes, counts = [], Counter[str]()
    with counting(around, len(jobs)) as tell:
        for code, counted in spread(jobs, step, processes, MANY):
            codes.append(code)
            counts.update(counted)
            tell()
    tally.add(counts)
    return codes


def make(job: Job, order: Order, around: Surroundings) -> int:
    """The exit code of one brief; one bad file never stops the others."""
    return guarded(partial(_make, job, order, around), around)


def _make(job: Job, order: Order, around: Surroundings) -> int:
    file = opened(job.brief)
    loaded = pipeline.load(file.raw, file.name, file.folder, file.root, encoding=order.encoding)
    findings = list(loaded.findings)
    plan = pipeline.make(loaded) if loaded.ok and job.files else None
    findings += plan.findings if plan else ()
    looks = proof.template_findings(loaded, drawn=False)
    findings += looks
    least = Severity.WARNING if order.tally is None else Severity.ERROR
    if order.tally is None or not loaded.ok or grave(looks):
        _told([one for one in findings if one.severity >= least], loaded, around)
    if plan is None or grave(looks):
        return _without(job, order, ok=loaded.ok and not grave(looks))
    made = Made(plan, pipeline.inputs(loaded), pipeline.parts(loaded))
    return worst(
        guarded(partial(_tried, loaded, made, form, path, file, order, around), around)
        for form, path in job.files
    )


def _tried(loaded: pipeline.Loaded, made: Made, form: str, name: str, *rest: Any) -> int:
    """One document, which the user's own templates may keep from being made."""
    try:
        return _file(made, form, name, *rest)
    except Spoiled as spoiled:
        around: Surroundings = rest[-1]
        _told(list(spoiled.findings), loaded, around)
        return 1


def _told(findings: list[Finding], loaded: pipeline.Loaded, around: Surroundings) -> None:
    if findings:
        report = arranged(findings, shelf.Sources(loaded.sources), 1, around.lang)
        output.err(as_text(report, Ink(around.colour, around.actions)))


def _without(job: Job, order: Order, *, ok: bool) -> int:
    """A brief of which nothing is made: it has errors, or nobody asked for a document."""
    if order.tally:
        for path in [path for _, path in job.files] or [job.brief]:
            order.tally.line("nothing" if ok else "broken", path)
    return 0 if ok else 1


def _file(made: Made, form: str, name: str, file: File, order: Order, around: Surroundings) -> int:
    path = None if name == "-" else Path(name)
    if not FORMS[form].sealed:
        from groupplan.cli.exporting import export

        return export(made.plan, FORMS[form], path, file.folder, order, around)
    if path is not None and path.is_dir():
        raise Misuse(say("is-a-folder", path=name))
    brief = _relative(file, path)
    found = papers.document(made.plan, form, brief, made.inputs, _before(path), made.parts)
    if path is None:
        output.out(found.text)
        return 0
    if order.diff:
        output.out("".join(_diff(found, name, around)))
    if order.tally:
        return order.tally.document(found, name)
    if order.check or order.diff:
        return _would(found, name, around, quiet=order.diff)
    return _write(found, path, order, around)


def _before(path: Path | None) -> bytes | None:
    return slurp(path, PLAN_BYTES) if path is not None and path.exists() else None


def _relative(file: File, path: Path | None) -> str:
    """The brief's path as the plan's seal names it: relative to the plan, with ``/``."""
    if file.path is None:
        return "-"
    folder = path.parent if path else Path()
    try:
        return Path(os.path.relpath(file.path.resolve(), folder.resolve())).as_posix()
    except ValueError:  # another drive
        return file.path.name


def _diff(found: Outcome, name: str, around: Surroundings) -> list[str]:
    lines = unified(found.before, found.text, name.replace("\n", "\\n"))
    return [visible(line, actions=around.actions) for line in lines]


def _would(found: Outcome, name: str, around: Surroundings, *, quiet: bool) -> int:
    if not found.changes:
        return 0
    if not quiet:
        output.err(around.say(f"render.would_{found.state}", path=around.clean(name)))
    return 1


def _write(found: Outcome, path: Path, order: Order, around: Surroundings) -> int:
    name = around.clean(str(path))
    if found.state in ("edited", "foreign") and not order.force:
        if found.state == "edited":
            output.err("".join(_diff(found, str(path), around)))
        output.err(around.say(f"render.refused_{found.state}", path=name))
        return 1
    if found.state in ("edited", "foreign"):
        output.err(around.say("render.backup", path=around.clean(str(backup(path)))))
    if found.changes:
        write(path, found.text)
    output.err(around.say("render.written" if found.changes else "render.unchanged", path=name))
    return 0
