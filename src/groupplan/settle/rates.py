"""The rates of the funnel: assumed in the brief, seen in its history, or a benchmark."""

from groupplan.model.brief import Brief
from groupplan.model.campaign import Assumptions, History
from groupplan.model.estimate import Estimate, observed
from groupplan.model.settled import Setting
from groupplan.settle.lookup import Lookup

_SEEN = {
    "scan_rate": ("scanned", "reach"),
    "join_rate": ("joined", "scanned"),
    "active_rate": ("active", "joined"),
    "completion_rate": ("completed", "joined"),
    "pay_rate": ("paid", "joined"),
    "refer_rate": ("referred", "joined"),
}
RATES = (
    "scan_rate",
    "join_rate",
    "active_rate",
    "retained_d30",
    "completion_rate",
    "pay_rate",
    "refer_rate",
    "leave_rate",
)


def rates(brief: Brief, look: Lookup) -> dict[str, Setting[Estimate]]:
    """Every rate with its origin. Shares as fractions; history gives Wilson's 90 % interval."""
    return {name: _rate(name, brief, look) for name in RATES}


def _rate(name: str, brief: Brief, look: Lookup) -> Setting[Estimate]:
    assumed = getattr(brief.assumptions or Assumptions(), name)
    if assumed is not None:
        return Setting(name, assumed, "brief", route=("assumptions", name))
    seen = _history(name, brief.history or History())
    if seen is not None:
        return Setting(name, seen, "history", route=("history", _SEEN[name][0]))
    origin, row = look.rate_row(name)
    look.note(name, row.range, origin, row=row)
    cited = row.fact or row.basis or ""
    return Setting(name, row.range, origin, cited, row.date or "", row.trust or "")


def _history(name: str, history: History) -> Estimate | None:
    hits, of = (
        (getattr(history, field) for field in _SEEN.get(name, ("", ""))) if name in _SEEN else (None, None)
    )
    return observed(hits, of) if hits is not None and of and hits <= of else None
