"""The brief without what no honest plan can carry; its community, goals and free texts stay as they are."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from groupplan.model.brief import Brief
from groupplan.model.source import Route
from groupplan.model.told import sightings
from groupplan.model.wording import LeftOut, Wording

T = TypeVar("T")
_LISTS = ("lessons", "events", "offers", "rewards")


def honest(brief: Brief, wording: Wording) -> tuple[Brief, tuple[LeftOut, ...]]:
    """The brief without deceptive elements, and what was left out, by its place in the brief."""
    gone: dict[Route, LeftOut] = {}
    for family in wording.families:
        for told, word in sightings(brief, wording, family.id) if family.left_out else ():
            if told.element:
                gone.setdefault(told.element, LeftOut(told.element, told.text, word, family.id))
    if not gone:
        return brief, ()
    changed: dict[str, object] = {name: _kept(getattr(brief, name), (name,), gone) for name in _LISTS}
    if brief.positioning:
        reasons = _kept(brief.positioning.reasons_to_stay, ("positioning", "reasons_to_stay"), gone)
        changed["positioning"] = brief.positioning.model_copy(update={"reasons_to_stay": reasons})
    if brief.poster:
        points = _kept(brief.poster.selling_points, ("poster", "selling_points"), gone)
        changed["poster"] = brief.poster.model_copy(
            update={"selling_points": points, **_blank("poster", gone)}
        )
    if brief.referral:
        changed["referral"] = brief.referral.model_copy(update=_blank("referral", gone))
    return brief.model_copy(update=changed), tuple(gone[route] for route in sorted(gone, key=_order))


def _kept(given: Iterable[T], route: Route, gone: Mapping[Route, LeftOut]) -> tuple[T, ...]:
    return tuple(one for index, one in enumerate(given) if (*route, index) not in gone)


def _blank(name: str, gone: Mapping[Route, LeftOut]) -> dict[str, object]:
    return {str(route[1]): None for route in gone if route[0] == name and len(route) == len((name, ""))}


def _order(route: Route) -> tuple[str, ...]:
    return tuple(f"{step:06}" if isinstance(step, int) else step for step in route)
