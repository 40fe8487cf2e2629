"""``extends`` and ``remove``: items with the same id merge field by field, lists replace."""

from collections.abc import Mapping, Sequence

from groupplan.model.book import Book
from groupplan.model.playbook import SECTIONS
from groupplan.model.source import Data, Origin, Source

Provenance = dict[tuple[str, int], dict[str, Origin]]


def merged(source: Source, parents: Sequence[Book]) -> tuple[dict[str, Data], Provenance]:
    """The data of a playbook on top of its parents, left to right, and where each field stands."""
    own = source.data if isinstance(source.data, dict) else {}
    removed = own.get("remove")
    dropped = {name for name in removed if isinstance(name, str)} if isinstance(removed, list) else set()
    data: dict[str, Data] = dict(own)
    places: Provenance = {}
    for section in SECTIONS:
        items: dict[str, dict[str, Data]] = {}
        origins: dict[str, dict[str, Origin]] = {}
        for book in parents:
            _add(items, origins, book.data.get(section), _from(book, section), dropped)
        _add(items, origins, own.get(section), _own(source.name, section), set())
        if items and not _odd(own.get(section)):
            data[section] = list(items.values())
            places |= {(section, index): origins[name] for index, name in enumerate(items)}
    return data, places


def _from(book: Book, section: str) -> Mapping[int, Mapping[str, Origin]]:
    given = book.data.get(section)
    count = len(given) if isinstance(given, list) else 0
    return {
        index: book.places.get((section, index))
        or _fields(given, index, Origin(book.source, (section, index)))
        for index in range(count)
    }


def _own(name: str, section: str) -> "_Own":
    return _Own(name, section)


class _Own(dict[int, Mapping[str, Origin]]):
    """Origins of a file's own items, made when asked for."""

    def __init__(self, name: str, section: str) -> None:
        super().__init__()
        self._name, self._section = name, section

    def __missing__(self, index: int) -> Mapping[str, Origin]:
        return {"": Origin(self._name, (self._section, index))}


def _fields(given: Data, index: int, origin: Origin) -> dict[str, Origin]:
    item = given[index] if isinstance(given, list) else None
    keys = item if isinstance(item, dict) else {}
    return {"": origin, **{key: origin.down(key) for key in keys}}


def _odd(given: Data) -> bool:
    """A section that is no list of mappings with ids: validation will say so at its own place."""
    if given is None:
        return False
    return not isinstance(given, list) or any(
        not isinstance(item, dict) or not isinstance(item.get("id"), str) for item in given
    )


def _add(
    items: dict[str, dict[str, Data]],
    origins: dict[str, dict[str, Origin]],
    given: Data,
    places: Mapping[int, Mapping[str, Origin]],
    dropped: set[str],
) -> None:
    if _odd(given) or not isinstance(given, list):
        return
    for index, item in enumerate(given):
        assert isinstance(item, dict)  # noqa: S101 - `_odd` has looked
        name = str(item["id"])
        if name in dropped:
            continue
        base = places[index][""]
        fields = {**_fields(given, index, base), **places[index]}
        items[name] = {**items.get(name, {}), **item}
        origins[name] = {**origins.get(name, {}), **fields}
