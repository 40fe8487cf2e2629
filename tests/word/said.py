"""What a plan says: one task that posts one script, and the words that come of it."""

from groupplan.model.plan import Plan
from tests.briefs import alone

TASK = "{id: it, name: It, stage: activate, kind: post, duty: host, minutes: 5, script: note"
OPENING = "{from: opens, time: '10:00'}"
WEEKLY = "{every: week, on: [mon], from: opens, until: closes, time: '10:00'}"


def plan(script: str, at: str = OPENING, brief: str = "", rest: str = "", more: str = "") -> Plan:
    """A plan that posts a script; ``script`` holds its fields, ``more`` the lines after it."""
    tasks = f"tasks:\n  - {TASK}, at: {at}{rest and f', {rest}'}}}\n"
    return alone(brief, f"{tasks}scripts:\n  - {{id: note, name: Note, {script}}}\n{more}")


def texts(script: str, at: str = OPENING, brief: str = "", rest: str = "") -> list[str]:
    """Every message in the order of its occurrences."""
    found = plan(script, at, brief, rest).worded.messages
    return [found[key].text for key in sorted(found)]


def text(words: str, brief: str = "", at: str = OPENING, rest: str = "") -> str:
    """The only message of a script of these words."""
    (found,) = texts(f"text: '{words}'", at, brief, rest)
    return found


def gaps(found: Plan) -> list[tuple[str, str]]:
    """The slots without a value ("" for a missing language) and the items they stand in."""
    return [(gap.slot, gap.item) for gap in found.worded.gaps]
