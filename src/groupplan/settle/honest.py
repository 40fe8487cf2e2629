"""The brief and the own playbooks without what no honest plan can carry."""

from collections.abc import Iterable
from typing import Any

from groupplan.model.book import Book
from groupplan.model.brief import Brief
from groupplan.model.condition import parse
from groupplan.model.fields import Model
from groupplan.model.lines import lines, teaches
from groupplan.model.source import Route
from groupplan.model.told import sightings, texts
from groupplan.model.wording import LeftOut, Wording
from groupplan.settle.spoken import language

NEVER = parse('name == ""')
"""Holds of no brief: the item stays where others name it, and out of every plan."""


def honest(brief: Brief, wording: Wording) -> tuple[Brief, tuple[LeftOut, ...]]:
    """The brief without deceptive elements and words, and what was left out, by its place in the brief."""
    gone: dict[Route, LeftOut] = {}
    spoken = tuple(texts(brief))
    for family in wording.families:
        for told, word in sightings(brief, wording, family.id, spoken) if family.left_out else ():
            gone.setdefault(told.element, LeftOut(told.element, told.text, word, family.id))
    gap, changed = wording.gap.get(language(brief), ""), brief
    for route in sorted(gone, key=_order, reverse=True):
        changed = _without(changed, route, gap)
    return changed, tuple(gone[route] for route in sorted(gone, key=_order))


def honest_book(book: Book, wording: Wording) -> tuple[Book, tuple[LeftOut, ...]]:
    """A playbook whose deceptive items are never on, and those items, each by its first such text."""
    gone: dict[tuple[str, int], LeftOut] = {}
    teaching = teaches(book)
    for line in lines(book):
        word, family = wording.forbidden(line.text, line.place, teaching=teaching)
        if family:
            route = (book.source, line.section, line.number)
            gone.setdefault((line.section, line.number), LeftOut(route, line.text, word, family))
    if not gone:
        return book, ()
    kept = book.playbook.model_copy(update=_silenced(book, gone))
    return book.holding(kept), tuple(gone.values())


def _silenced(book: Book, gone: Iterable[tuple[str, int]]) -> dict[str, object]:
    places = set(gone)
    return {
        section: tuple(
            one.model_copy(update={"when": NEVER}) if (section, index) in places else one
            for index, one in enumerate(getattr(book.playbook, section))
        )
        for section in {name for name, _ in places}
    }


def _without(value: Any, route: Route, gap: str) -> Any:
    """A value without what stands at the route; the gap where something must stand."""
    step, *rest = route
    if isinstance(step, int):
        inner = (_without(value[step], tuple(rest), gap),) if rest else ()
        return (*value[:step], *inner, *value[step + 1 :])
    assert isinstance(value, Model)  # noqa: S101 - routes of texts lead through models and tuples
    field = next(name for name, one in type(value).model_fields.items() if (one.alias or name) == step)
    if rest:
        return value.model_copy(update={field: _without(getattr(value, field), tuple(rest), gap)})
    needed = type(value).model_fields[field].is_required()
    return value.model_copy(update={field: gap if needed else None})


def _order(route: Route) -> tuple[str, ...]:
    return tuple(f"{step:06}" if isinstance(step, int) else step for step in route)
