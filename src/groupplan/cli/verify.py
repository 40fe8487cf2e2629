"""`groupplan verify`: which brief, playbooks, knowledge and version made a document, and whether it holds."""

from typing import Annotated

import typer

from groupplan.cli import output
from groupplan.cli.options import Encoding
from groupplan.cli.surroundings import Surroundings


def verify(
    ctx: typer.Context,
    document: Annotated[str, typer.Argument(help="help.verify_document", metavar="DOC")],
    diff: Annotated[bool, typer.Option("--diff", help="help.verify_diff")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="help.verify_json")] = False,
    encoding: Encoding = "utf-8",
) -> int:
    """Print what the seal says beside what is there now; exit 0 when the document still holds."""
    from groupplan.cli.account import account, as_data
    from groupplan.cli.attest import attested
    from groupplan.cli.chosen import known_encoding

    around: Surroundings = ctx.obj
    known_encoding(encoding)
    found = account(document, encoding)
    differences = found.differences(around.actions) if diff else ""
    if as_json:
        output.out(as_data(found, differences if diff else None))
    else:
        output.out(attested(found, around))
        if differences:
            output.out(f"\n{differences}")
    return 0 if found.said.holds else 1
