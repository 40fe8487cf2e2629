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
    "retained_d1",
    "retained_d7",
    "retained_d30",
    "completion_rate",
    "pay_rate",
    "invites",
    "accept_rate",
    "leave_rate",
)


def rates(brief: Brief, look: Lookup) -> dict[str, Setting[Estimate]]:
    """Every rate with its origin. Shares as fractions; history gives Wilson's 90 % interval.

    ``refer_rate`` is what members bring each: seen in the history, else invitations × acceptance,
    never a percentage of members (M190).
    """
    seen = _seen("refer_rate", brief.history or History())
    given = brief.assumptions or Assumptions()
    own = given.invites is not None or given.accept_rate is not None
    counted = seen is not None and not own
    wanted = [name for name in RATES if not (counted and name in ("invites", "accept_rate"))]
    found = {name: _rate(name, brief, look) for name in wanted}
    if counted and seen is not None:
        found["refer_rate"] = Setting("refer_rate", seen, "history", route=("history", "referred"))
    else:
        brought = found["invites"].value * found["accept_rate"].value
        found["refer_rate"] = Setting("refer_rate", brought, "computed")
    return found


def _rate(name: str, brief: Brief, look: Lookup) -> Setting[Estimate]:
    assumed = getattr(brief.assumptions or Assumptions(), name)
    if assumed is not None:
        return Setting(name, assumed, "brief", route=("assumptions", name))
    seen = _seen(name, brief.history or History())
    if seen is not None:
        return Setting(name, seen, "history", route=("history", _SEEN[name][0]))
    origin, row = look.rate_row(name)
    look.note(name, row.range, origin, row=row)
    cited = row.fact or row.basis or ""
    return Setting(name, row.range, origin, cited, row.date or "", row.trust or "")


def seen(brief: Brief) -> dict[str, tuple[float, float]]:
    """Rate → hits and trials of the brief's own history."""
    given = brief.history or History()
    pairs = {name: tuple(getattr(given, field) for field in fields) for name, fields in _SEEN.items()}
    return {
        name: (float(hits), float(of))
        for name, (hits, of) in pairs.items()
        if hits is not None and of and hits <= of
    }


def _seen(name: str, history: History) -> Estimate | None:
    if name not in _SEEN:
        return None
    hits, of = (getattr(history, field) for field in _SEEN[name])
    return observed(hits, of) if hits is not None and of and hits <= of else None
