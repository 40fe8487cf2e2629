"""export: ``Document`` → files, whole or not at all, and never over somebody's own words."""

from groupplan.export.differences import Place, places, unified
from groupplan.export.sealed import Earlier, Outcome, earlier, outcome, sealed
from groupplan.export.write import backup, store, write

__all__ = [
    "Earlier",
    "Outcome",
    "Place",
    "backup",
    "earlier",
    "outcome",
    "places",
    "sealed",
    "store",
    "unified",
    "write",
]
