"""export: ``Document`` → files, whole or not at all, and never over somebody's own words."""

from groupplan.export.sealed import Outcome, outcome, sealed
from groupplan.export.write import backup, write

__all__ = ["Outcome", "backup", "outcome", "sealed", "write"]
