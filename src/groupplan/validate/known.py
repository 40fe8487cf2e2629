"""What a brief says that only its playbooks can confirm: kinds, duties, tasks that keep promises."""

from collections.abc import Iterable, Iterator, Sequence

from groupplan.model.book import Book
from groupplan.model.brief import Brief
from groupplan.model.codes import broken, did_you_mean
from groupplan.model.finding import Finding, say
from groupplan.model.source import Origin


def against(brief: Brief, name: str, books: Sequence[Book], known: Iterable[str]) -> Iterator[Finding]:
    """Names in the brief that no playbook knows; ``known`` are the kinds of playbooks not read here."""
    kinds = sorted({*known, *(word for book in books for word in _kinds(book))})
    if brief.kind is not None and brief.kind not in kinds:
        hint = did_you_mean(brief.kind, kinds) or say("known-names", names=" ".join(kinds))
        yield broken("unknown-kind", Origin(name, ("kind",)), say("unknown-kind", name=brief.kind), hint=hint)
    duties = sorted({duty.id for book in books for duty in book.playbook.duties})
    for index, role in enumerate(brief.roles):
        for number, duty in enumerate(role.duties):
            if duty not in duties:
                origin = Origin(name, ("roles", index, "duties", number))
                yield _unknown(duty, origin, "duty", duties)
    tasks = sorted({task.id for book in books for task in book.playbook.tasks})
    reasons = brief.positioning.reasons_to_stay if brief.positioning else ()
    for index, reason in enumerate(reasons):
        if reason.by is not None and reason.by not in tasks:
            origin = Origin(name, ("positioning", "reasons_to_stay", index, "by"))
            yield _unknown(reason.by, origin, "task", tasks)


def _kinds(book: Book) -> Iterator[str]:
    playbook = book.playbook
    for condition in (playbook.when, *(task.when for task in playbook.tasks)):
        for name, constant in condition.constants if condition else ():
            if name == "kind":
                yield constant


def _unknown(name: str, origin: Origin, what: str, known: list[str]) -> Finding:
    hint = did_you_mean(name, known) or say("known-names", names=" ".join(known))
    return broken("unknown-name", origin, say("unknown-name", name=name, what=what), hint=hint)
