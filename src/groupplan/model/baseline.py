"""A baseline: findings that were there when a team began, to be left alone until their line changes."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

VERSION = 1
NAME = ".groupplan-baseline.json"


class Entry(NamedTuple):
    """One finding; its file as seen from the baseline's folder, and ``at`` for people who read the diff."""

    file: str
    code: str
    at: str
    fingerprint: str


class Baseline(Struct, frozen=True):
    """What one file holds; ``folder`` is absolute, with forward slashes."""

    folder: str
    entries: frozenset[Entry] = frozenset()

    def marks(self) -> frozenset[tuple[str, str]]:
        """File and fingerprint of each."""
        return frozenset((one.file, one.fingerprint) for one in self.entries)


def written(entries: Iterable[Entry]) -> str:
    """Sorted, one entry a line, so that git shows what came and went."""
    rows = ",\n".join(f"    {_row(one)}" for one in sorted(set(entries)))
    return f'{{\n  "version": {VERSION},\n  "findings": [\n{rows}\n  ]\n}}\n'


def _row(entry: Entry) -> str:
    text = json.dumps(entry._asdict(), ensure_ascii=False)
    return text if text.isprintable() else json.dumps(entry._asdict())
