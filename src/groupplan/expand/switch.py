"""Which playbooks are on: core ones, those whose ``when`` holds, those the brief names."""

from collections.abc import Sequence

from groupplan.model.book import Book
from groupplan.model.outline import Use
from groupplan.model.settled import Settled


def active(settled: Settled, books: Sequence[Book], named: Sequence[str]) -> tuple[Use, ...]:
    """The playbooks of this plan in the order given; parents step back behind their child."""
    on = sorted((book for book in books if _holds(book, settled)), key=_rank)
    replaced = {name for book in on for name in book.lineage}
    return tuple(
        Use(book, book.playbook.when.text if book.playbook.when else "", book.playbook.name in named)
        for book in on
        if book.playbook.name not in replaced
    )


def _holds(book: Book, settled: Settled) -> bool:
    when = book.playbook.when
    return when is None or when.holds(settled.names)


def _rank(book: Book) -> int:
    """Shipped core first, then voices, then what is nearer to the community; a house's own last."""
    if not book.shipped:
        return 3
    if book.playbook.when is None:
        return 0
    return 1 if {name for name, _ in book.playbook.when.names} == {"speak_to"} else 2
