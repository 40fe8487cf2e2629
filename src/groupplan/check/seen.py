"""Where a brief and its own playbooks use words of a family, with what a sentence about it says."""

from collections.abc import Iterator

from groupplan.model.book import Book
from groupplan.model.lines import lines, teaches
from groupplan.model.plan import Plan
from groupplan.model.source import Origin
from groupplan.model.told import quoted, sightings
from groupplan.model.wording import Family, Wording, reaches


def seen(plan: Plan, name: str) -> Iterator[tuple[Origin, dict[str, str]]]:
    """Each place, and the gaps: its words, what can be said instead, and whether the plan goes without it."""
    wording = plan.knowledge.wording
    family = wording.family(name)
    gone = {left.route for left in plan.settled.left_out}
    for told, word in sightings(plan.brief, wording, name, plan.told):
        gaps = {"text": told.quoted(word), "word": word, **(family.instead() if family else {})}
        yield plan.origin(*told.route), {**gaps, **wording.without(left=told.element in gone)}
    spared = tuple(claim.words for claim in plan.brief.claims)
    for use in plan.outline.uses if family else ():
        if family and not use.book.shipped:
            yield from in_book(use.book, family, wording, spared)


def in_book(
    book: Book, family: Family, wording: Wording, spared: tuple[str, ...] = ()
) -> Iterator[tuple[Origin, dict[str, str]]]:
    """The same of one playbook, once for each text; what stays out of the plan is spared by no claim."""
    without = wording.without(left=bool(family.left_out))
    if family.teaching and not teaches(book):
        return
    near = [line for line in lines(book) if reaches(family.where, line.place)]
    for line in near if family.among("\n".join(line.text for line in near)) else ():
        word = family.seen(line.text, () if family.left_out else spared)
        if word is not None:
            yield line.origin(book), {
                "text": quoted(line.text, word), "word": word, **family.instead(), **without
            }  # fmt: skip
