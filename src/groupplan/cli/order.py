"""The options of `render` that say what becomes of each file."""

from msgspec import Struct

from groupplan.cli.tally import Tally


class Order(Struct, frozen=True):
    """Whether files are written, compared or shown; and how a plan is cut into files."""

    force: bool = False
    check: bool = False
    diff: bool = False
    encoding: str = "utf-8"
    split: str = ""
    tally: Tally | None = None
    """Over a folder that is only looked at: says the state of every document."""
