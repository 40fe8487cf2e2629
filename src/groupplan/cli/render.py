"""`groupplan render`: makes the plan, keeps the notes, refuses to wipe anybody's words."""

from pathlib import Path
from typing import Annotated

import typer

from groupplan.cli.options import Encoding, Jobs
from groupplan.cli.surroundings import Surroundings

Out = Annotated[str, typer.Option("-o", "--out", help="help.out", metavar="FILE", show_default=False)]
OutDir = Annotated[str, typer.Option("--out-dir", help="help.out_dir", metavar="DIR", show_default=False)]
Split = Annotated[str, typer.Option("--split", help="help.split", metavar="duty", show_default=False)]
View = Annotated[str, typer.Option("--view", help="help.view", metavar="boss|host|member|all")]


def render(
    ctx: typer.Context,
    briefs: Annotated[list[str], typer.Argument(help="help.render_briefs", metavar="BRIEF")],
    to: Annotated[list[str] | None, typer.Option("--to", help="help.to", metavar="FORM")] = None,
    out: Out = "",
    out_dir: OutDir = "",
    split: Split = "",
    view: View = "all",
    force: Annotated[bool, typer.Option("--force", help="help.force")] = False,
    check: Annotated[bool, typer.Option("--check", help="help.render_check")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="help.render_diff")] = False,
    encoding: Encoding = "utf-8",
    jobs: Jobs = 0,
) -> int:
    """Every brief is rendered; the worst outcome is the exit code."""
    from groupplan.cli.chosen import known_encoding
    from groupplan.cli.making import make_all
    from groupplan.cli.order import Order
    from groupplan.cli.reporting import never_input
    from groupplan.cli.tally import Tally, lost
    from groupplan.cli.targets import Wish, distinct
    from groupplan.cli.tree import gathered
    from groupplan.cli.trouble import told, worst

    around: Surroundings = ctx.obj
    known_encoding(encoding)
    never_input(out)
    folders = any("\0" not in name and Path(name).is_dir() for name in briefs)
    wish = Wish.of(tuple(to or ()), out, out_dir, split, view, many=folders or len(briefs) > 1)
    writing = not (check or diff)
    tree, codes = gathered(briefs, wish, around, writing=writing)
    orders = distinct(tuple(tree.jobs))
    tally = Tally(around, aside=diff) if folders and not writing else None
    order = Order(force=force, check=check, diff=diff, encoding=encoding, split=split, tally=tally)
    codes += make_all(orders, order, around, jobs)
    return worst(
        [*codes, *(told(trouble, around) for trouble in tree.unread), lost(tree.orphans, tally, around)]
    )
