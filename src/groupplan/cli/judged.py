"""What became of a pair of briefs."""

from typing import Literal

from msgspec import Struct, field

from groupplan.model.comparison import Comparison

Status = Literal["same", "changed", "added", "removed", "unreadable"]


class Judged(Struct, frozen=True):
    """Two briefs by the names they are shown by, and how their plans differ."""

    old: str
    new: str
    status: Status
    found: Comparison = field(default_factory=Comparison)
