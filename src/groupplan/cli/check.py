"""`groupplan check`: guards briefs, playbooks and plans."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings


def check(
    ctx: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(help="help.check_paths", metavar="PATH")] = None,
    format_: Annotated[
        str, typer.Option("--format", help="help.format", metavar="text|json", show_default=False)
    ] = "text",
    select: Annotated[list[str] | None, typer.Option("--select", help="help.select", metavar="CODE")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", help="help.ignore", metavar="CODE")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="help.strict")] = False,
    encoding: Annotated[
        str, typer.Option("--encoding", help="help.encoding", metavar="NAME", show_default=False)
    ] = "utf-8",
) -> int:
    """Read, check, report; exit 1 on errors, with --strict also on warnings."""
    from groupplan.cli.chosen import Chosen
    from groupplan.cli.judge import Heap
    from groupplan.cli.trouble import guarded, worst
    from groupplan.model.finding import Severity
    from groupplan.report import arranged, as_json, as_text
    from groupplan.report.text import Ink
    from groupplan.shelf import Sources

    around: Surroundings = ctx.obj
    chosen = Chosen.of(select, ignore, format_, encoding)
    names = _files(paths or ["."])
    heap = Heap(chosen, encoding)
    codes = [guarded(partial(heap.add, name), around) for name in names]
    report = arranged(heap.findings, Sources(heap.sources), len(names), around.lang)
    if heap.findings or not all(codes):
        ink = Ink(around.colour, around.actions)
        output.out(as_json(report) if format_ == "json" else as_text(report, ink))
    least = Severity.WARNING if strict else Severity.ERROR
    return worst([*codes, 1 if report.worst is not None and report.worst >= least else 0])


def _files(paths: list[str]) -> list[str]:
    from groupplan.cli.briefs import below
    from groupplan.model.finding import say
    from groupplan.model.refusal import Misuse

    found: list[str] = []
    for name in paths:
        path = Path(name)
        if name != "-" and "\0" not in name and path.is_dir():
            inside = [str(one) for one in below(path)]
            if not inside:
                raise Misuse(say("nothing-to-check", path=name))
            found += inside
        else:
            found.append(name)
    return list(dict.fromkeys(found))
