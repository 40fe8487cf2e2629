"""`groupplan render`: makes the plan, keeps the notes, refuses to wipe anybody's words."""

from pathlib import Path
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
    diff: Annotated[bool, typer.Option("--diff", help="help.render_diff")] = False,
    encoding: Annotated[
        str, typer.Option("--encoding", help="help.encoding", metavar="NAME", show_default=False)
    ] = "utf-8",
) -> int:
    """Every brief is rendered; the worst outcome is the exit code."""
    from groupplan.cli.chosen import known_encoding
    from groupplan.cli.making import Order, make
    from groupplan.cli.tally import Tally, lost
    from groupplan.cli.targets import Wish, distinct
    from groupplan.cli.tree import gathered
    from groupplan.cli.trouble import told, worst

    around: Surroundings = ctx.obj
    known_encoding(encoding)
    folders = any("\0" not in name and Path(name).is_dir() for name in briefs)
    wish = Wish.of(tuple(to or ()), out, out_dir, many=folders or len(briefs) > 1)
    writing = not (check or diff)
    tree, codes = gathered(briefs, wish, around, writing=writing)
    jobs = distinct(tuple(tree.jobs))
    tally = Tally(around, aside=diff) if folders and not writing else None
    order = Order(force=force, check=check, diff=diff, encoding=encoding, tally=tally)
    codes += [make(one, order, around) for one in jobs]
    return worst(
        [*codes, *(told(trouble, around) for trouble in tree.unread), lost(tree.orphans, tally, around)]
    )
