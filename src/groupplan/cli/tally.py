"""The state of every document of a tree, one line each, and how many there are of each state."""

from collections import Counter
from collections.abc import Mapping

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings
from groupplan.export import Outcome
from groupplan.messages import sentence
from groupplan.model.finding import Finding

STATES = ("fresh", "footer", "stale", "edited", "edited_stale", "missing", "foreign", "broken", "orphaned")
"""In the order they are counted; a brief of which there is ``nothing`` is counted last."""


class Tally:
    """Says and counts states; ``aside`` when standard output is for a diff."""

    def __init__(self, around: Surroundings, *, aside: bool) -> None:
        self._around = around
        self._put = output.err if aside else output.out
        self._counts: Counter[str] = Counter()

    def document(self, found: Outcome, name: str) -> int:
        """The line of a document as `render` found it; 1 when it would be written anew."""
        self.line(_state(found), name)
        return int(found.changes)

    def line(self, state: str, name: str, why: str = "") -> None:
        """One document's line."""
        around = self._around
        self._counts[state] += 1
        self._put(around.say(f"drift.{state}", path=around.clean(name), why=around.clean(why)))

    def drained(self) -> dict[str, int]:
        """What was counted since the last time, which may have been in another process."""
        found = dict(self._counts)
        self._counts.clear()
        return found

    def add(self, counts: Mapping[str, int]) -> None:
        """Count what was counted elsewhere."""
        self._counts.update(counts)

    def close(self) -> None:
        """The count."""
        say, counts = self._around.say, self._counts
        parts = [say(f"drift.count_{state}", count=counts[state]) for state in STATES if counts[state]]
        total = sum(counts[state] for state in STATES)
        if total:
            self._put(say("drift.count", total=total, states=say("drift.comma").join(parts)))
        if counts["nothing"]:
            self._put(say("drift.count_nothing", count=counts["nothing"]))


def _state(found: Outcome) -> str:
    if not found.changes:
        return "fresh"
    if found.state == "edited" and found.behind:
        return "edited_stale"
    return {"new": "missing", "same": "footer"}.get(found.state, found.state)


def lost(orphans: list[Finding], tally: Tally | None, around: Surroundings) -> int:
    """The documents no brief makes: 1 where states are asked for, else only a word about each."""
    for one in orphans:
        why = sentence(one.words, around.lang)
        if tally is None:
            gaps = {"path": around.clean(one.origin.source), "why": around.clean(why)}
            output.err(around.say("drift.orphaned", **gaps))
        else:
            tally.line("orphaned", one.origin.source, why)
    if tally is None:
        return 0
    tally.close()
    return 1 if orphans else 0
