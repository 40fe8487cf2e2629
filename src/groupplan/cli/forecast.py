"""`groupplan forecast`: the odds of a brief at a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from groupplan.cli import output
from groupplan.cli.options import Encoding
from groupplan.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from groupplan.model.finding import Finding
    from groupplan.model.refusal import Misuse

FEWEST, MOST = 200, 200_000
"""Runs: fewer tell nothing, more take minutes."""


def forecast(
    ctx: typer.Context,
    brief: Annotated[str, typer.Argument(help="help.forecast_brief", metavar="BRIEF")],
    goal: Annotated[
        str, typer.Option("--goal", help="help.forecast_goal", metavar="ID", show_default=False)
    ] = "",
    simulate: Annotated[
        int | None,
        typer.Option(
            "--simulate", help="help.simulate", metavar="N", show_default=False, min=FEWEST, max=MOST
        ),
    ] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", help="help.forecast_set", metavar="NAME=VALUE")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="help.forecast_json")] = False,
    encoding: Encoding = "utf-8",
) -> int:
    """Print where the numbers will stand, the chance of each goal, and what it hangs on."""
    from groupplan import pipeline
    from groupplan.cli.briefs import opened
    from groupplan.cli.odds import shown
    from groupplan.cli.progress import telling
    from groupplan.cli.unsound import refused

    around: Surroundings = ctx.obj
    file = opened(brief)
    changes = settings or ()
    loaded = pipeline.load(file.raw, file.name, file.folder, file.root, encoding=encoding, settings=changes)
    if not loaded.ok:
        written = pipeline.load(file.raw, file.name, file.folder, file.root, encoding=encoding)
        if written.ok:
            raise _misset(changes, loaded.findings)
        return refused(written, around)
    with telling(around, simulate or 0) as tell:
        plan = pipeline.make(loaded, runs=simulate, focus=goal, tell=tell)
    output.out(shown(plan, goal, as_json=as_json))
    return 0


def _misset(changes: Sequence[str], findings: "Sequence[Finding]") -> "Misuse":
    """What is wrong with values that were set for this once: the brief's own lines are sound."""
    from groupplan.model.finding import Severity, say
    from groupplan.model.refusal import Misuse

    wrong = [one for one in findings if one.severity >= Severity.ERROR]
    said = [words for one in wrong for words in (one.words, one.hint) if words]
    return Misuse(say("set-does-not-fit", text=" ".join(changes)[:60]), *said)
