"""`groupplan today`: what a day asks for, with the words to paste."""

from typing import Annotated

import typer

from groupplan.cli.options import Encoding
from groupplan.cli.surroundings import Surroundings


def today(
    ctx: typer.Context,
    brief: Annotated[str, typer.Argument(help="help.today_brief", metavar="BRIEF")],
    date: Annotated[
        str, typer.Option("--date", help="help.today_date", metavar="YYYY-MM-DD", show_default=False)
    ] = "",
    duty: Annotated[
        str, typer.Option("--duty", help="help.today_duty", metavar="DUTY", show_default=False)
    ] = "",
    person: Annotated[
        str, typer.Option("--person", help="help.today_person", metavar="PERSON", show_default=False)
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="help.today_json")] = False,
    encoding: Encoding = "utf-8",
) -> int:
    """Print the day of one brief, or of every brief below a folder; the worst outcome is the exit code."""
    from groupplan.cli.chosen import known_encoding
    from groupplan.cli.day import Asked, days, given

    known_encoding(encoding)
    asked = Asked(given(date), duty, person, as_json=as_json, encoding=encoding)
    around: Surroundings = ctx.obj
    return days(brief, asked, around)
