"""The account of one plan document: its provenance, and what differs from what its brief makes now."""

import json
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from groupplan import __version__
from groupplan.cli import exported
from groupplan.cli.briefs import is_document, opened
from groupplan.export import Earlier, Place, earlier, places, unified
from groupplan.model import limits, seal
from groupplan.model.finding import say
from groupplan.model.provenance import Provenance
from groupplan.model.refusal import Misuse
from groupplan.press import Press
from groupplan.provenance import form_of, provenance
from groupplan.report.visible import visible

FORMAT = 1
PLACES = 3
"""Places of an edit that are named; the diff has the others."""


class Account(Struct, frozen=True):
    """A document beside its brief. ``fresh`` is the body the brief makes now, "" where it makes none."""

    name: str
    document: Earlier
    said: Provenance
    fresh: str = ""
    shipped: tuple[str, ...] = ()
    """Shipped playbooks that are on for the brief as it is now."""

    @property
    def places(self) -> tuple[Place, ...]:
        """The first places where somebody edited; none can be told when the brief makes another text now."""
        if not (self.said.edited and self.fresh) or self.said.stale:
            return ()
        there = seal.lines_of(self.document.text)
        return tuple(places(there, self.fresh.rstrip("\n").split("\n"), PLACES))

    def differences(self, actions: bool) -> str:
        """From the document to what its brief makes now; notes and seal are left out of both."""
        if not self.fresh:
            return ""
        lines = unified(seal.body_of(self.document.text), self.fresh, self.name.replace("\n", "\\n"))
        return "".join(visible(line, actions=actions) for line in lines)


def account(name: str, encoding: str) -> Account:
    """The account of a named document, or of one on standard input as if it lay in the working folder."""
    file = opened(name, limits.PLAN_BYTES)
    path = file.path or Path("-")
    if file.path is not None and not is_document(path, file.raw) and path.suffix in (".yaml", ".yml"):
        raise Misuse(say("not-a-document", path=name[:200]))
    document, press = earlier(file.raw), Press(encoding)
    form = form_of(path, document.text)
    said = provenance(document, path, press, Path().resolve(), form)
    if said.fault == "bare":
        said = replace(said, fault=exported.fault(path, file.raw))
    if said.place != "there" or said.broken or said.seal is None:
        return Account(name, document, said)
    loaded = press.open(Path(said.brief))
    own = {Path(one.name).stem for one in said.of("playbooks")}
    on = (use.book.playbook.name for use in press.plan(loaded).outline.uses)
    return Account(name, document, said, press.body(loaded, form), tuple(one for one in on if one not in own))


def as_data(found: Account, differences: str | None) -> str:
    """The account as JSON, format 1; the diff where it was asked for."""
    said, mark = found.said, found.said.seal
    body: dict[str, Any] = {
        "format": FORMAT,
        "document": found.name,
        "verdict": said.verdict,
        "holds": said.holds,
        "seal": {"format": mark.format, "count": said.seals, "inputs": mark.inputs, "body": mark.body}
        if mark
        else None,
        "brief": {"path": said.brief, "place": said.place, "found": said.found or None, **_brief(found)},
        "playbooks": {"own": _used(found, "playbooks"), "shipped": list(found.shipped)},
        "knowledge": {"own": _used(found, "knowledge")},
        "templates": {"own": _used(found, "templates")},
        "version": {"made": mark.version if mark else None, "now": __version__},
        "body": {
            "edited": said.edited,
            "stale": said.stale,
            "places": [place._asdict() for place in found.places],
        },
        "notes": list(said.notes),
    }
    if differences is not None:
        body["diff"] = differences
    return json.dumps(body, ensure_ascii=False, indent=2)


def _brief(found: Account) -> dict[str, Any]:
    used = found.said.of(seal.BRIEF)
    state = state_of(found, seal.BRIEF)
    return {"errors": found.said.broken, "state": state, **({"made": used[0].then} if used else {})}


def _used(found: Account, kind: str) -> list[dict[str, str]]:
    return [
        {"name": one.name, "state": state_of(found, one.name), "made": one.then, "now": one.current}
        for one in found.said.of(kind)
    ]


def state_of(found: Account, name: str) -> str:
    """``same changed gone added``, or ``unknown``: without a sound brief nobody can tell."""
    used = next((one for one in found.said.used if one.name == name), None)
    said = found.said
    if used is None:
        same = said.seal is not None and said.place == "there" and said.seal.inputs == said.inputs
        return "same" if same else "unknown"
    if said.place != "there" or (said.broken and name != seal.BRIEF):
        return "unknown"
    return used.state
