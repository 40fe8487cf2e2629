"""What became of a pair of briefs."""

from dataclasses import dataclass, field
from typing import Literal

from groupplan.model.comparison import Comparison

Status = Literal["same", "changed", "added", "removed", "unreadable"]


@dataclass(frozen=True, slots=True)
class Judged:
    """Two briefs by the names they are shown by, and how their plans differ."""

    old: str
    new: str
    status: Status
    found: Comparison = field(default_factory=Comparison)
