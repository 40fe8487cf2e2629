"""report: findings → text and data for people and machines. Knows findings and nothing else."""

from importlib import import_module

from groupplan.report.arrange import Report, arranged
from groupplan.report.json import as_json
from groupplan.report.text import Ink, as_text

FORMATS = ("text", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown")
"""Each is a module of that name with ``as_NAME``."""
_INKED = ("text", "concise")

__all__ = ["FORMATS", "Report", "arranged", "as_json", "as_text", "written"]


def written(form: str, report: Report, ink: Ink) -> str:
    """The report in a format; only the module of that format is loaded."""
    make = getattr(import_module(f"groupplan.report.{form}"), f"as_{form}")
    return str(make(report, ink) if form in _INKED else make(report))
