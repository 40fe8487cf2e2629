"""A document with notes and seal, and what happens to the file that is there already."""

from dataclasses import dataclass

from groupplan.model import notes, seal
from groupplan.model.document import Document


@dataclass(frozen=True, slots=True)
class Outcome:
    """What writing a document would do.

    ``state``: new, same, stale (our own, older), edited (changed outside notes), foreign (no seal).
    """

    state: str
    text: str
    before: str

    @property
    def changes(self) -> bool:
        """Whether the file would be different."""
        return self.text != self.before


def sealed(document: Document, brief: str, inputs: str, version: str) -> str:
    """The document with its seal as the last line."""
    body = seal.body_of(document.body)
    mark = seal.Seal(seal.FORMAT, brief, inputs, seal.digest(body), version)
    return f"{body}{mark.line()}\n"


def outcome(fresh: str, before: str | None, heading: str) -> Outcome:
    """The text to write, notes kept, and the state of what is there."""
    if before is None:
        return Outcome("new", fresh, "")
    earlier = before.replace("\r\n", "\n")
    mark = seal.find(earlier)
    if mark is None:
        return Outcome("foreign", fresh, earlier)
    text = _with_notes(fresh, notes.find(earlier), heading)
    if seal.edited(earlier, mark):
        return Outcome("edited", text, earlier)
    same = seal.body_of(text) == seal.body_of(earlier)
    return Outcome("same" if same else "stale", text, earlier)


def _with_notes(fresh: str, kept: dict[str, str], heading: str) -> str:
    if not kept:
        return fresh
    *body, mark = fresh.rstrip("\n").split("\n")
    return f"{notes.put(chr(10).join(body), kept, heading)}{mark}\n"
