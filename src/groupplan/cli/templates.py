"""`groupplan templates`: what of the shipped look can be replaced, and a copy to start from."""

from typing import Annotated

import typer

from groupplan.cli.surroundings import Surroundings

ACTIONS = ("list", "copy")


def templates(
    ctx: typer.Context,
    action: Annotated[
        str, typer.Argument(help="help.templates_action", metavar="list|copy", show_default=False)
    ] = "list",
    name: Annotated[str, typer.Argument(help="help.templates_name", metavar="NAME", show_default=False)] = "",
    folder: Annotated[
        str, typer.Argument(help="help.templates_dir", metavar="DIR", show_default=False)
    ] = ".",
) -> int:
    """List what can be replaced, or copy one file of it."""
    from groupplan.cli.styling import copied, listed
    from groupplan.model.finding import say
    from groupplan.model.refusal import Misuse

    around: Surroundings = ctx.obj
    if action not in ACTIONS:
        raise Misuse(say("no-such-template-action", name=action[:60], known=" ".join(ACTIONS)))
    if action == "list":
        return listed(name or folder, around)
    if not name:
        raise Misuse(say("which-template"))
    return copied(name, folder, around)
