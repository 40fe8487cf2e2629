"""A document with notes and seal, and what happens to the file that is there already."""

from msgspec import Struct

from groupplan.model import limits, notes, seal
from groupplan.model.document import Document
from groupplan.model.views import parted


class Outcome(Struct, frozen=True):
    """What writing a document would do.

    ``state``: new, same, stale (our own, older), edited (changed outside notes), foreign (no seal).
    ``behind``: whether the brief makes another body than the one that was sealed.
    """

    state: str
    text: str
    before: str
    behind: bool = False

    @property
    def changes(self) -> bool:
        """Whether the file would be different."""
        return self.text != self.before


class Earlier(Struct, frozen=True):
    """The text of a document on disk, and what is odd about its bytes: ``large``, ``not-text`` or nothing."""

    text: str
    fault: str = ""


def earlier(raw: bytes) -> Earlier:
    """A document's text: the mark some editors put first and Windows line ends are nobody's words."""
    try:
        text, fault = raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        text, fault = raw.decode("utf-8", "replace"), "not-text"
    if len(raw) > limits.PLAN_BYTES:
        fault = "large"
    return Earlier(text.removeprefix("\ufeff").replace("\r\n", "\n"), fault)


def sealed(document: Document, brief: str, inputs: str, version: str, parts: seal.Parts = ()) -> str:
    """The document with its seal as the last line."""
    body = seal.body_of(document.body)
    view, _ = parted(document.form)
    named = () if view == "member" else parts  # what members read names nobody's playbooks
    mark = seal.Seal(seal.FORMAT, brief, inputs, seal.digest(body), version, named, view)
    return f"{body}{mark.line()}\n"


def outcome(fresh: str, before: Earlier | None, heading: str) -> Outcome:
    """The text to write, notes kept, and the state of what is there."""
    if before is None:
        return Outcome("new", fresh, "")
    mark = seal.find(before.text)
    if mark is None or before.fault == "large":
        return Outcome("foreign", fresh, before.text)
    text = _with_notes(fresh, notes.find(before.text), heading)
    behind = seal.digest(seal.body_of(fresh)) != mark.body
    if before.fault or seal.edited(before.text, mark):
        return Outcome("edited", text, before.text, behind)
    return Outcome("stale" if behind else "same", text, before.text, behind)


def _with_notes(fresh: str, kept: dict[str, str], heading: str) -> str:
    if not kept:
        return fresh
    *body, mark = fresh.rstrip("\n").split("\n")
    return f"{notes.put(chr(10).join(body), kept, heading)}{mark}\n"
