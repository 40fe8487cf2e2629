"""Where a plan document comes from, told from its seal and what lies on the disk now."""

from typing import NamedTuple

from msgspec import Struct

from groupplan.model.seal import BRIEF, Seal

KNOWLEDGE = "knowledge/"
UNSEALED = ("large", "cut", "bare", "export", "export-changed")
"""Faults of files in which there is no seal to go by."""


class Used(NamedTuple):
    """One thing a plan was made of: short hashes of then and now, "" where there is none."""

    name: str
    then: str
    current: str

    @property
    def state(self) -> str:
        """``same``, ``changed``, ``gone`` or ``added``."""
        if not self.current:
            return "gone"
        if not self.then:
            return "added"
        return "same" if self.then == self.current else "changed"


class Provenance(Struct, frozen=True):
    """What a document's seal says, and whether it still holds.

    ``fault``: large, cut, bare (no seal), export and export-changed (no seal, but an export's mark),
    not-text, or nothing. ``place`` of the brief: there, gone, outside (of the project; not opened), nowhere
    (it came from standard input). ``stale`` is None where nobody can tell: the brief is not there, or has
    errors (``broken``).
    """

    fault: str = ""
    seal: Seal | None = None
    seals: int = 0
    brief: str = ""
    place: str = "nowhere"
    found: str = ""
    """Where the same brief lies now, when it is gone from its place."""
    broken: bool = False
    inputs: str = ""
    used: tuple[Used, ...] = ()
    edited: bool = False
    stale: bool | None = None
    notes: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        """One word: the worst thing that can be said."""
        if self.fault in UNSEALED:
            return self.fault.replace("-", "_")
        if self.place != "there":
            return self.place
        if self.broken:
            return "broken"
        if self.edited:
            return "edited_stale" if self.stale else "edited"
        if self.stale:
            return "stale"
        same = self.seal is not None and self.seal.inputs == self.inputs
        return "fresh" if same else "unmoved"

    @property
    def holds(self) -> bool:
        """Whether the document is what its brief makes today, and nobody edited it outside its notes."""
        return self.verdict in ("fresh", "unmoved")

    @property
    def changed(self) -> tuple[str, ...]:
        """Names of what is no longer as it was when the plan was made."""
        return tuple(one.name for one in self.used if one.state != "same")

    def of(self, kind: str) -> tuple[Used, ...]:
        """The things of one kind: ``brief``, ``playbooks``, ``templates`` or ``knowledge``."""
        return tuple(one for one in self.used if _kind(one.name) == kind)


def _kind(name: str) -> str:
    if name == BRIEF:
        return BRIEF
    if name.endswith((".j2", ".css")):
        return "templates"
    return "knowledge" if name.rpartition(KNOWLEDGE)[1] else "playbooks"


def compared(then: tuple[tuple[str, str], ...], now: tuple[tuple[str, str], ...]) -> tuple[Used, ...]:
    """What a plan was made of beside what it would be made of now, by name."""
    before, after = dict(then), dict(now)
    return tuple(
        Used(name, before.get(name, ""), after.get(name, "")) for name in sorted({**before, **after})
    )
