"""Names in a brief that point at other parts of it, and ids that must be unique."""

from collections.abc import Callable, Iterator

from groupplan.model.brief import Brief
from groupplan.model.codes import broken, did_you_mean
from groupplan.model.community import Segment
from groupplan.model.finding import Finding, say
from groupplan.model.source import Origin, Route

Place = Callable[[Route], Origin]
_OTHERS = ("backup", "hands_over_to")
"""Fields that name another element of their own list."""
_LISTS = ("channels", "groups", "goals", "roles", "lessons", "events", "offers", "rewards", "scenarios")


def references(brief: Brief, place: Place) -> Iterator[Finding]:
    """Every id that occurs twice, every name that nothing answers to."""
    yield from _twice(brief, place)
    people = [role.id for role in brief.roles]
    pains = [pain.id for segment in _segments(brief) for pain in segment.pains]
    for route, name, known in _names(brief, people, pains):
        if name is not None and name not in known:
            words = say("unknown-name", name=name, what=route[-1])
            if route[-1] in _OTHERS and name == _id(brief, route):
                words = say("points-at-itself", name=name, what=route[-1])
            hint = did_you_mean(name, known) or say("known-names", names=" ".join(known) or "—")
            yield broken("unknown-name", place(route), words, hint=hint)


def _id(brief: Brief, route: Route) -> str:
    """The id of the element a name stands in."""
    found: str = getattr(brief, str(route[0]))[route[1]].id
    return found


def _segments(brief: Brief) -> tuple[Segment, ...]:
    return brief.audience.segments if brief.audience else ()


def _names(
    brief: Brief, people: list[str], pains: list[str]
) -> Iterator[tuple[Route, str | None, list[str]]]:
    for index, channel in enumerate(brief.channels):
        yield ("channels", index, "owner"), channel.owner, people
    for index, goal in enumerate(brief.goals):
        yield ("goals", index, "owner"), goal.owner, people
        yield ("goals", index, "relieves"), goal.relieves, pains
    for index, tool in enumerate(brief.tools):
        yield ("tools", index, "approved_by"), tool.approved_by, people
    for index, group in enumerate(brief.groups):
        others = [one.id for one in brief.groups if one.id != group.id]
        yield ("groups", index, "hands_over_to"), group.hands_over_to, others
    for index, role in enumerate(brief.roles):
        yield ("roles", index, "backup"), role.backup, [one for one in people if one != role.id]


def _twice(brief: Brief, place: Place) -> Iterator[Finding]:
    lists: list[tuple[Route, list[str]]] = [
        ((name,), [item.id for item in getattr(brief, name)]) for name in _LISTS
    ]
    lists.append((("audience", "segments"), [segment.id for segment in _segments(brief)]))
    for route, ids in lists:
        for index, name in enumerate(ids):
            if name in ids[:index]:
                first = place((*route, ids.index(name), "id"))
                words = say("duplicate-id", name=name)
                yield broken("duplicate-id", place((*route, index, "id")), words, related=(first,))
