"""`groupplan diff`: what a changed brief does to its plan, in an operator's words."""

from pathlib import Path
from typing import Annotated

import typer

from groupplan.cli.options import Encoding
from groupplan.cli.surroundings import Surroundings


def diff(
    ctx: typer.Context,
    what: Annotated[
        list[str] | None, typer.Argument(help="help.diff_what", metavar="OLD NEW", show_default=False)
    ] = None,
    base: Annotated[
        str, typer.Option("--base", help="help.diff_base", metavar="REV", show_default=False)
    ] = "",
    form: Annotated[
        str, typer.Option("--format", help="help.diff_format", metavar="text|markdown|json")
    ] = "text",
    out: Annotated[
        str, typer.Option("-o", "--out", help="help.diff_out", metavar="FILE", show_default=False)
    ] = "-",
    encoding: Encoding = "utf-8",
) -> int:
    """Exit 0 when every plan stays as it is, 1 when one differs or cannot be made."""
    from groupplan.cli.chosen import known_encoding
    from groupplan.cli.differing import FORMS, run
    from groupplan.cli.reporting import may_hold
    from groupplan.cli.sides import against, named
    from groupplan.model.finding import say
    from groupplan.model.refusal import Misuse

    around: Surroundings = ctx.obj
    names = what or []
    known_encoding(encoding)
    if form not in FORMS:
        raise Misuse(say("no-such-diff-form", name=form[:60], known=" ".join(FORMS)))
    if out not in ("", "-") and any(Path(out).resolve() == Path(name).resolve() for name in names):
        raise Misuse(say("diff-own-file", path=out[:200]))
    may_hold(out)
    if base:
        return run(against(base, names or ["."], encoding, around), form, out, around, base=base)
    if len(names) != 2:
        raise Misuse(say("two-briefs"))
    return run([named(names[0], names[1], encoding, around)], form, out, around)
