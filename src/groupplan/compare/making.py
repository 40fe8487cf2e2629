"""How a change is made, and keyed lists are held side by side."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from groupplan.model.comparison import Change, Group, Passage, Value

T = TypeVar("T")


def change(
    group: Group,
    kind: str,
    weight: int,
    before: Value = None,
    after: Value = None,
    *,
    route: str = "",
    passages: tuple[Passage, ...] = (),
    **gaps: Value,
) -> Change:
    """A change; its sentence may use ``before`` and ``after`` beside the gaps named here."""
    filled = {"before": before, "after": after, **gaps}
    words = tuple((name, value) for name, value in filled.items() if value is not None)
    return Change(group, kind, weight, words, before, after, route, passages)


def beside(
    old: Iterable[T], new: Iterable[T], key: Callable[[T], str]
) -> Iterator[tuple[str, T | None, T | None]]:
    """Every key once, in the new order with what is gone behind, and what each side has under it."""
    before, after = {key(one): one for one in old}, {key(one): one for one in new}
    for name in dict.fromkeys((*after, *before)):
        yield name, before.get(name), after.get(name)
