"""A playbook that has been read: the model, its raw data, and where each item stands."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from groupplan.model.playbook import Playbook
from groupplan.model.source import Data, Origin

Places = Mapping[tuple[str, int], Mapping[str, Origin]]
"""(section, index) → field → origin; the field ``""`` is the item itself."""


class Book(Struct, frozen=True):
    """A playbook with its origins; merged items keep the file and line they came from."""

    playbook: Playbook
    source: str
    data: Mapping[str, Data]
    places: Places = field(default_factory=dict)
    shipped: bool = False
    language: str = "zh-CN"
    """Of its plain strings."""
    lineage: frozenset[str] = frozenset()
    """Names of its parents, and of theirs."""
    given: frozenset[str] = frozenset()
    """The shipped files it builds on."""

    def holding(self, playbook: Playbook) -> "Book":
        """The same book with other items at the same places."""
        return replace(self, playbook=playbook)

    def origin(self, section: str, index: int, *path: str | int) -> Origin:
        """Where an item, or a field of it, was written."""
        fields = self.places.get((section, index))
        if fields is None:
            return Origin(self.source, (section, index, *path))
        if path and path[0] in fields:
            return fields[str(path[0])].down(*path[1:])
        return fields[""]
