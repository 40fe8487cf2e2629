"""`groupplan explain`: a rule's page, a method, a fact, a check of the craft, the conditions."""

from typing import Annotated

import typer

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings


def explain(
    ctx: typer.Context,
    topic: Annotated[str, typer.Argument(help="help.explain_topic", metavar="CODE|ID|conditions")],
) -> int:
    """Print what is known about a code or id."""
    from groupplan.cli.pages import explained
    from groupplan.model.codes import did_you_mean

    around: Surroundings = ctx.obj
    found, known = explained(topic, around)
    if found:
        output.out(found)
        return 0
    hint = did_you_mean(topic, known)
    near = dict(hint.gaps)["name"] if hint else ""
    key = "explain.unknown_near" if near else "explain.unknown"
    output.err(around.say(key, topic=around.clean(topic[:60]), near=near))
    return 2
