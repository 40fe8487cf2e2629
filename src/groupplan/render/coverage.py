"""Frameworks of the craft held against the plan: what covers each element, what is still to answer."""

from collections.abc import Iterator, Mapping

from groupplan.model.document import Block, Part, Prose
from groupplan.model.frameworks import Element
from groupplan.model.plan import Plan
from groupplan.model.playbook import SECTIONS
from groupplan.model.texts import words as spoken_words
from groupplan.render.common import table
from groupplan.render.words import Dictionary

SHOWN = 3
NAMED_BY = {"rules": "element", "guides": "title", "flows": "title", "checklists": "title", "stages": "aim"}
UNNAMED = ("scripts", "wordings", "dialogues")


def blocks(plan: Plan, words: Dictionary) -> tuple[Block, ...]:
    """One table a framework; the last column asks where the plan is silent."""
    names = dict(_names(plan))
    spoken = plan.settled.language
    parts = []
    for framework in plan.knowledge.frameworks:
        title = spoken_words(framework.name, spoken, spoken) or framework.id
        rows = [_row(element, plan, names, words) for element in framework.elements]
        count = sum(1 for element in framework.elements if covered(element, plan, names))
        score = words.say("coverage.score", count=count, of=len(rows), source=framework.source)
        parts.append(
            Part(title, (Prose(score), *table("coverage", words.heads("coverage.head"), rows)), framework.id)
        )
    lead = Prose(words.say("coverage.lead"))
    return (Part(words.say("coverage.title"), (lead, *parts), "coverage"),) if parts else ()


def covered(element: Element, plan: Plan, names: Mapping[str, str]) -> bool:
    """Whether the plan answers what the element asks."""
    by_condition = element.when is not None and element.when.holds(plan.values)
    return by_condition or any(name in names for name in element.by)


def _row(element: Element, plan: Plan, names: Mapping[str, str], words: Dictionary) -> tuple[str, ...]:
    spoken = plan.settled.language
    name = spoken_words(element.name, spoken, spoken) or element.id
    found = dict.fromkeys(names[one] for one in element.by if one in names)
    if found:
        return name, "\n".join(list(found)[:SHOWN]), ""
    if covered(element, plan, names):
        return name, words.say("coverage.by_brief"), ""
    return name, words.say("coverage.nothing"), spoken_words(element.question, spoken, spoken) or ""


def _names(plan: Plan) -> Iterator[tuple[str, str]]:
    """Id → name for people of every item of the plan."""
    for section in (one for one in SECTIONS if one not in UNNAMED):
        for piece in getattr(plan.outline, section):
            text = plan.worded.text(section, piece.key, NAMED_BY.get(section, "name"))
            if text:
                yield piece.item.id, text
