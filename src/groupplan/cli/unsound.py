"""A brief that no plan can be made of: its findings, and the exit code."""

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings
from groupplan.pipeline import Loaded
from groupplan.report import arranged, as_text
from groupplan.report.text import Ink
from groupplan.shelf import Sources


def refused(loaded: Loaded, around: Surroundings) -> int:
    """What is wrong with it, on stderr; 1."""
    report = arranged(list(loaded.findings), Sources(loaded.sources), 1, around.lang)
    output.err(as_text(report, Ink(around.colour, around.actions)))
    return 1
