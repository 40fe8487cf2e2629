"""One brief, made into its files: findings on stderr, refusals, backups, diffs."""

import difflib
import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from groupplan import papers, pipeline, shelf
from groupplan.cli import output
from groupplan.cli.briefs import File, opened
from groupplan.cli.surroundings import Surroundings
from groupplan.cli.targets import Job
from groupplan.cli.trouble import guarded, worst
from groupplan.export import Outcome, backup, write
from groupplan.model.finding import Severity, say
from groupplan.model.limits import PLAN_BYTES
from groupplan.model.plan import Plan
from groupplan.model.refusal import Misuse
from groupplan.read.files import slurp
from groupplan.report import arranged, as_text
from groupplan.report.text import Ink
from groupplan.report.visible import visible


@dataclass(frozen=True, slots=True)
class Order:
    """The options of `render`."""

    force: bool = False
    check: bool = False
    diff: bool = False
    encoding: str = "utf-8"


def make(job: Job, order: Order, around: Surroundings) -> int:
    """The exit code of one brief; one bad file never stops the others."""
    return guarded(partial(_make, job, order, around), around)


def _make(job: Job, order: Order, around: Surroundings) -> int:
    file = opened(job.brief)
    loaded = pipeline.load(file.raw, file.name, file.folder, file.root, encoding=order.encoding)
    findings = list(loaded.findings)
    plan = pipeline.make(loaded) if loaded.ok else None
    findings += plan.findings if plan else ()
    shown = [finding for finding in findings if finding.severity > Severity.NOTE]
    if shown:
        sources = shelf.Sources(loaded.sources)
        output.err(as_text(arranged(shown, sources, 1, around.lang), Ink(around.colour, around.actions)))
    if plan is None:
        return 1
    inputs = pipeline.inputs(loaded)
    return worst(
        guarded(partial(_file, plan, form, path, file, inputs, order, around), around)
        for form, path in job.files
    )


def _file(
    plan: Plan, form: str, name: str, file: File, inputs: str, order: Order, around: Surroundings
) -> int:
    path = None if name == "-" else Path(name)
    if path is not None and path.is_dir():
        raise Misuse(say("is-a-folder", path=name))
    before = _before(path)
    found = papers.document(plan, form, _relative(file, path), inputs, before)
    if path is None:
        output.out(found.text)
        return 0
    if order.diff:
        output.out("".join(_diff(found, name, around)))
    if order.check or order.diff:
        return _would(found, name, around, quiet=order.diff)
    return _write(found, path, order, around)


def _before(path: Path | None) -> str | None:
    if path is None or not path.exists():
        return None
    return slurp(path, PLAN_BYTES).decode("utf-8", "replace")


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
    before, after = found.before.splitlines(keepends=True), found.text.splitlines(keepends=True)
    name = name.replace("\n", "\\n")
    lines = difflib.unified_diff(before, after, name, name)
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
