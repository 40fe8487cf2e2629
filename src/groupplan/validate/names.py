"""Every name that a playbook's conditions and texts use, also in branches no brief reaches."""

from collections.abc import Iterator

from groupplan.model import slots
from groupplan.model.book import Book
from groupplan.model.codes import broken, did_you_mean
from groupplan.model.condition import Condition
from groupplan.model.finding import Finding, say
from groupplan.model.items import Item, Script, Wording
from groupplan.model.playbook import SECTIONS, Playbook
from groupplan.model.source import Origin
from groupplan.model.vocabulary import in_condition, in_requirement, in_text, suggestions
from groupplan.validate.compared import compared

TEXT_FIELDS = (
    "name", "text", "output", "because", "aim", "entry", "exit", "does", "formula", "source", "cycle",
    "target", "alarm", "reaction", "trigger", "response", "rule", "claim", "element", "criteria", "care",
    "share", "title", "recipient", "short", "merged", "subtitle", "endorsement", "call", "due", "sign", "say",
    "says", "reply",
)  # fmt: skip
LISTED = ("points", "steps")
"""Fields that hold a list of texts."""


def names(book: Book) -> Iterator[Finding]:
    """A finding for each name that means nothing where it stands."""
    playbook = book.playbook
    yield from _condition(playbook.when, Origin(book.source, ("when",)), None)
    for section in SECTIONS:
        for index, item in enumerate(getattr(playbook, section)):
            yield from _item(book, section, index, item)
    yield from _requirements(book, playbook)


SPOKEN = ("scripts", "wordings")
"""Sections whose texts are filled post by post and so know their own day."""


def _item(book: Book, section: str, index: int, item: Item) -> Iterator[Finding]:
    yield from _condition(item.when, book.origin(section, index, "when"), item.each)
    script = section in SPOKEN
    for field in TEXT_FIELDS:
        for language, text in (getattr(item, field, None) or {}).items():
            place = book.origin(section, index, field, *([language] if language else []))
            yield from _text(text, place, item.each, script=script and field in ("text", "short"))
    yield from _listed(book, section, index, item)
    if isinstance(item, Script | Wording):
        for number, variant in enumerate(item.variants):
            where = book.origin(section, index, "variants", number)
            yield from _condition(variant.when, where.down("when"), item.each)
            for language, text in variant.text.items():
                place = where.down("text", *([language] if language else []))
                yield from _text(text, place, item.each, script=True)
        for number, turn in enumerate(item.turns):
            for text in turn.values():
                yield from _text(text, book.origin(section, index, "turns", number), item.each, script=True)


def _listed(book: Book, section: str, index: int, item: Item) -> Iterator[Finding]:
    for field in LISTED:
        for number, one in enumerate(getattr(item, field, ())):
            for language, text in one.items():
                place = book.origin(section, index, field, number, *([language] if language else []))
                yield from _text(text, place, item.each, script=False)


def _condition(when: Condition | None, origin: Origin, each: str | None) -> Iterator[Finding]:
    yield from compared(when, origin, each)
    for name, column in when.names if when else ():
        if not in_condition(name, each):
            yield _unknown(name, Origin(origin.source, origin.route, column=column + 1), each)


def _text(text: str, origin: Origin, each: str | None, *, script: bool) -> Iterator[Finding]:
    for slot in slots.slots(text):
        if not in_text(slot.name, each, script=script):
            yield _unknown(slot.name, origin, each)


def _requirements(book: Book, playbook: Playbook) -> Iterator[Finding]:
    for index, rule in enumerate(playbook.require):
        origin = Origin(book.source, ("require", index))
        yield from _condition(rule.when, origin.down("when"), None)
        yield from compared(rule.that, origin.down("that"), None)
        for name, column in rule.that.names:
            if not in_requirement(name):
                place = origin.down("that")
                yield _unknown(name, Origin(place.source, place.route, column=column + 1), None)
        for text in rule.say.values():
            yield from _text(text, origin.down("say"), None, script=False)


def _unknown(name: str, origin: Origin, each: str | None) -> Finding:
    words = say("unknown-condition-name", name=name)
    hint = did_you_mean(name, suggestions(each)) or say("see-conditions")
    return broken("unknown-name", origin, words, hint=hint)
