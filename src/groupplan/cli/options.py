"""Options that several commands have."""

from typing import Annotated

import typer

Encoding = Annotated[
    str, typer.Option("--encoding", help="help.encoding", metavar="NAME", show_default=False)
]
Jobs = Annotated[
    int, typer.Option("--jobs", help="help.jobs", metavar="N", min=0, max=64, show_default=False)
]
