"""`groupplan render`: makes the plan, keeps the notes, refuses to wipe anybody's words."""

from typing import Annotated

import typer

from groupplan.cli.surroundings import Surroundings


def render(
    ctx: typer.Context,
    briefs: Annotated[list[str], typer.Argument(help="help.render_briefs", metavar="BRIEF")],
    to: Annotated[list[str] | None, typer.Option("--to", help="help.to", metavar="md|html")] = None,
    out: Annotated[
        str, typer.Option("-o", "--out", help="help.out", metavar="FILE", show_default=False)
    ] = "",
    out_dir: Annotated[
        str, typer.Option("--out-dir", help="help.out_dir", metavar="DIR", show_default=False)
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="help.force")] = False,
    check: Annotated[bool, typer.Option("--check", help="help.render_check")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="help.diff")] = False,
    encoding: Annotated[
        str, typer.Option("--encoding", help="help.encoding", metavar="NAME", show_default=False)
    ] = "utf-8",
) -> int:
    """Every brief is rendered; the worst outcome is the exit code."""
    from groupplan.cli.chosen import known_encoding
    from groupplan.cli.making import Order, make
    from groupplan.cli.targets import targets
    from groupplan.cli.trouble import worst

    around: Surroundings = ctx.obj
    known_encoding(encoding)
    jobs = targets(briefs, tuple(to or ()), out, out_dir)
    order = Order(force=force, check=check, diff=diff, encoding=encoding)
    return worst([make(job, order, around) for job in jobs])
