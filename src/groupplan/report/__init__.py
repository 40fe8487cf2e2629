"""report: findings → text or JSON for people and machines. Knows findings and nothing else."""

from groupplan.report.arrange import Report, arranged
from groupplan.report.json import as_json
from groupplan.report.text import as_text

FORMATS = ("text", "json")

__all__ = ["FORMATS", "Report", "arranged", "as_json", "as_text"]
