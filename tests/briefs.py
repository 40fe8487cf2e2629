"""Plans from a few lines: a short brief, and house playbooks beside it, each with its usual head."""

from pathlib import Path

from msgspec.structs import replace

from groupplan import pipeline
from groupplan.model.book import Book
from groupplan.model.plan import Plan
from groupplan.shelf import Shelf

USUAL = {
    "groupplan": "1",
    "name": "Reading camp",
    "platform": "other",
    "opens": "2027-03-01",
    "closes": "2027-03-21",
}
"""A Monday and the Sunday three weeks later; elsewhere no country, calendar or limit interferes."""
NOWHERE = Path("nowhere")
NAMES = ("unknown-name", "unknown-kind")
"""Names that only playbooks can confirm, and other ones than those at hand."""


def brief(text: str = "") -> str:
    """The lines of a brief below the usual head, without the fields that the lines set themselves."""
    own = {line.partition(":")[0] for line in text.splitlines() if not line.startswith((" ", "-"))}
    if "horizon" in own:
        own.add("closes")
    head = [f"{key}: {value}" for key, value in USUAL.items() if key not in own]
    return "\n".join([*head, text])


def playbook(name: str, text: str) -> str:
    """The lines of a playbook below the usual head; its plain strings are English unless it says so."""
    spoken = "" if "\nlanguage:" in f"\n{text}" else "language: en\n"
    return f"playbook: 1\nname: {name}\n{spoken}{text}"


def load(text: str, folder: Path = NOWHERE, root: Path | None = None, **playbooks: str) -> pipeline.Loaded:
    """A brief, and the playbooks it names, written into the folder and read with everything shipped."""
    for name, lines in playbooks.items():
        path = folder / "playbooks" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(playbook(name, lines), encoding="utf-8")
    return pipeline.load(brief(text).encode(), "brief.yaml", folder, root or folder)


def make(text: str, folder: Path = NOWHERE, root: Path | None = None, **playbooks: str) -> Plan:
    """The plan of such a brief; one that cannot be made into a plan is a mistake of the test."""
    loaded = load(text, folder, root, **playbooks)
    assert loaded.ok, [(f.code, f.words, f.origin) for f in loaded.findings]
    return pipeline.make(loaded)


def book(text: str, name: str = "house") -> Book:
    """A playbook that was never on disk."""
    raw = playbook(name, text).encode()
    found, findings = Shelf(NOWHERE, NOWHERE).parsed(raw, f"{name}.yaml")
    assert found is not None and not findings, [(f.code, f.words, f.origin) for f in findings]
    return found


def alone(text: str, *playbooks: str) -> Plan:
    """The plan of a brief and these playbooks only: nothing shipped has a say in it."""
    loaded = load(text)
    wrong = [f for f in loaded.findings if f.slug not in NAMES]
    assert loaded.brief is not None and not wrong, [(f.code, f.words, f.origin) for f in wrong]
    books = tuple(book(lines, f"house{number or ''}") for number, lines in enumerate(playbooks))
    return pipeline.make(replace(loaded, books=books))
