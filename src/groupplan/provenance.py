"""Where a document on the disk comes from: its seal beside what its brief makes now."""

from itertools import islice
from pathlib import Path

from msgspec.structs import replace

from groupplan import pipeline
from groupplan.export import Earlier
from groupplan.files import inside, root_of, slurp
from groupplan.model import limits, notes, seal
from groupplan.model.provenance import Provenance, compared
from groupplan.model.refusal import Refused, Trouble
from groupplan.model.seal import Seal
from groupplan.model.template import Spoiled
from groupplan.model.views import ALL, viewed
from groupplan.press import Press, shown

NEIGHBOURS = 200
"""Files looked at for a brief that was renamed or moved."""


def provenance(
    document: Earlier, path: Path, press: Press, here: Path | None = None, form: str = ""
) -> Provenance:
    """What a document says about itself, judged against a fresh render of its brief."""
    said, text = brief_of(document, path, here), document.text
    if said.seal is None:
        return said
    edited = bool(document.fault) or seal.edited(text, said.seal)
    told = replace(said, seals=seal.count(text), edited=edited, notes=tuple(notes.find(text)))
    if told.place != "there":
        return told
    loaded = press.open(Path(told.brief))
    used = compared(said.seal.parts, pipeline.parts(loaded)) if said.seal.parts else ()
    known = replace(told, inputs=pipeline.inputs(loaded), used=used)
    if not loaded.ok:
        return replace(known, broken=True)
    try:
        fresh = press.body(loaded, form or form_of(path, text))
    except Spoiled:  # by a template of the user's own
        return replace(known, broken=True)
    return replace(known, stale=seal.digest(fresh) != said.seal.body)


def brief_of(document: Earlier, path: Path, here: Path | None = None) -> Provenance:
    """Which brief a document's seal names and whether it is there; nothing of it is read."""
    mark = seal.find(document.text)
    if document.fault == "large" or mark is None:
        lost = "cut" if seal.damaged(document.text) else "bare"
        return Provenance("large" if document.fault == "large" else lost)
    brief = path.parent / mark.brief
    place = _place(mark, brief, path.parent, here)
    said = Provenance(document.fault, mark, 1, mark.brief, place, used=compared(mark.parts, ()))
    if place == "there":
        return replace(said, brief=shown(brief))
    return replace(said, found=_moved(mark, brief, path.parent, here)) if place == "gone" else said


def form_of(path: Path, text: str) -> str:
    """The form of a document: told by its name, else by how it begins; its view is told by its seal."""
    page = "html" if text[:40].lstrip().lower().startswith("<!doctype html") else "md"
    mark = seal.find(text)
    return viewed(seal.SUFFIXES.get(path.suffix.lower(), page), mark.view if mark else ALL)


def _place(mark: Seal, brief: Path, folder: Path, here: Path | None) -> str:
    """Whether a seal names a brief of this project; what it says may be anything."""
    if mark.brief == "-":
        return "nowhere"
    try:
        inside(brief, project(folder, here))
        return "there" if brief.is_file() else "gone"
    except Refused:
        return "outside"
    except (OSError, ValueError, RuntimeError):
        return "gone"


def project(folder: Path, here: Path | None) -> Path:
    """The folder whose briefs a seal may name.

    Without a ``groupplan.toml`` that is the folder above, or the working folder when both lie in it.
    """
    home = folder.resolve()
    top = root_of(home)
    if top == home:
        return here if here is not None and home.is_relative_to(here) and home != here else home.parent
    return top


def _moved(mark: Seal, brief: Path, folder: Path, here: Path | None) -> str:
    """The file nearby that holds the very brief a seal names; "" when there is none."""
    wanted = dict(mark.parts).get(seal.BRIEF)
    if wanted is None:
        return ""
    top = project(folder, here)
    places = dict.fromkeys(
        (brief.parent, folder, folder.parent, *islice(folder.parent.glob("*/"), NEIGHBOURS))
    )
    try:
        near = islice((one for place in places for one in sorted(place.glob("*.yaml"))), NEIGHBOURS)
        return next((shown(one) for one in near if _hash(one, top) == wanted), "")
    except (OSError, ValueError):
        return ""


def _hash(path: Path, top: Path) -> str:
    try:
        inside(path, top)
        text = slurp(path, limits.BRIEF_BYTES).decode("utf-8-sig")
    except (Refused, Trouble, ValueError, OSError, RuntimeError):
        return ""
    return seal.digest(text)[: seal.SHORT]
