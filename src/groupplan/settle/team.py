"""The team: who does which duty, also those that nobody was named for."""

from collections.abc import Sequence

from groupplan.model.book import Book
from groupplan.model.brief import Brief
from groupplan.model.scalars import positive
from groupplan.model.settled import Role
from groupplan.model.texts import words
from groupplan.settle.lookup import Lookup


def roles(brief: Brief, look: Lookup) -> tuple[Role, ...]:
    """The people of the brief, each with hours."""
    return tuple(
        Role(
            id=role.id,
            name=role.name,
            duties=role.duties,
            hours_week=role.hours_week
            or look.default("hours_week", positive, ("roles", index, "hours_week")),
            backup=role.backup or "",
            away=role.away,
        )
        for index, role in enumerate(brief.roles)
    )


def people(team: Sequence[Role], books: Sequence[Book]) -> dict[str, str]:
    """Duty → role id: who was named; else who does the duty that stands in; else nobody."""
    named: dict[str, str] = {}
    for role in team:
        for duty in role.duties:
            named.setdefault(duty, role.id)
    stands_in = {duty.id: duty.stands_in for book in books for duty in book.playbook.duties}
    found = {}
    for duty in (*named, *stands_in):
        person = _person(duty, named, stands_in)
        if person is not None:
            found[duty] = person
    return found


def duty_names(books: Sequence[Book], language: str) -> dict[str, str]:
    """Duty → its name in the plan's language."""
    return {
        duty.id: words(duty.name, language, book.language) or duty.id
        for book in books
        for duty in book.playbook.duties
    }


def _person(duty: str, named: dict[str, str], stands_in: dict[str, str | None]) -> str | None:
    seen: set[str] = set()
    step: str | None = duty
    while step is not None and step not in seen:
        if step in named:
            return named[step]
        seen.add(step)
        step = stands_in.get(step)
    return None
