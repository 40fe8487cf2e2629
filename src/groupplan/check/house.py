"""House rules: the ``require:`` lines of playbooks, as ordinary checks ``playbook/name``."""

from collections.abc import Iterator

from groupplan.model.book import Book
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.formats import shown
from groupplan.model.plan import Plan
from groupplan.model.slots import pieces
from groupplan.model.source import Origin
from groupplan.model.texts import words
from groupplan.model.vocabulary import find


def house(plan: Plan) -> Iterator[Finding]:
    """A finding for each requirement that does not hold."""
    for book, index in plan.outline.requirements:
        rule = book.playbook.require[index]
        if rule.when is not None and not rule.when.holds(plan.values):
            continue
        if rule.that.holds(plan.values):
            continue
        language = plan.settled.language
        said = words(rule.say, language, book.language) or next(iter(rule.say.values()))
        slug = f"{book.playbook.name}/{rule.name}"
        text = "".join(_part(piece, plan) for piece in pieces(said))
        yield Finding(
            _place(plan, book, index),
            say("house-rule", text=text),
            code=slug,
            slug=slug,
            severity=Severity[(rule.level or "warning").upper()],
        )


def _place(plan: Plan, book: Book, index: int) -> Origin:
    """The rule's own line; for a shipped rule, which nobody edits, the field of the brief it asks about."""
    if not book.shipped:
        return Origin(book.source, ("require", index, "that"))
    entries = (find(name) for name, _ in book.playbook.require[index].that.names)
    routes = [route for entry in entries if entry for route in entry.routes]
    return plan.origin(*(routes[0] if routes else ("kind",)))


def _part(piece: object, plan: Plan) -> str:
    if isinstance(piece, str):
        return piece
    value = plan.values.get(getattr(piece, "name", ""))
    return "—" if value is None else shown(value, plan.settled.language, getattr(piece, "format", ""))
