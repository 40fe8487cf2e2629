"""Where the brief uses words of a family, with what a sentence about it says."""

from collections.abc import Iterator

from groupplan.model.plan import Plan
from groupplan.model.told import Told, sightings


def seen(plan: Plan, name: str) -> Iterator[tuple[Told, dict[str, str]]]:
    """Each text, and the gaps: its words, what can be said instead, and whether the plan goes without it."""
    wording = plan.knowledge.wording
    family = wording.family(name)
    gone = {left.route for left in plan.settled.left_out}
    for told, word in sightings(plan.brief, wording, name):
        gaps = {"text": told.quoted(word), "word": word, **(family.instead() if family else {})}
        yield told, {**gaps, **wording.without(left=told.element in gone)}
