"""`groupplan schema`: the JSON Schema for editors and other people's CI."""

from typing import Annotated

import typer

from groupplan.cli import output


def schema(
    ctx: typer.Context,
    what: Annotated[
        str, typer.Argument(help="help.schema_what", metavar="brief|playbook|plan|today", show_default=False)
    ] = "brief",
) -> int:
    """Print the schema that `new` puts beside a brief, or that of what other commands write as JSON."""
    from groupplan.model.finding import say
    from groupplan.model.refusal import Misuse
    from groupplan.scaffold import schema_text

    if what == "plan":
        from groupplan.export.schema import schema_text as plan_schema

        output.out(plan_schema())
        return 0
    if what == "today":
        from groupplan.cli.today_schema import schema_text as today_schema

        output.out(today_schema())
        return 0
    if what not in ("brief", "playbook"):
        raise Misuse(say("no-such-schema", name=what[:60]))
    output.out(schema_text(what))
    return 0
