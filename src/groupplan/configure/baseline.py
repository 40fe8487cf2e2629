"""A baseline from its file."""

from typing import Any

from groupplan.model import limits
from groupplan.model.baseline import VERSION, Baseline, Entry
from groupplan.model.finding import say
from groupplan.model.refusal import Misuse

_FIELDS = frozenset(Entry._fields)


def baseline(raw: bytes, file: str, folder: str) -> Baseline:
    """What a baseline holds; ``Misuse`` for one of another version, and for what is none."""
    import json

    if len(raw) > limits.PLAN_BYTES:
        raise Misuse(say("baseline-too-large", path=file, most=limits.PLAN_BYTES))
    try:
        data: Any = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Misuse(say("no-baseline", path=file)) from None
    if not isinstance(data, dict) or "version" not in data:
        raise Misuse(say("no-baseline", path=file))
    if data["version"] != VERSION or isinstance(data["version"], bool):
        gaps = {"version": str(data["version"])[:20], "own": VERSION}
        raise Misuse(say("baseline-version", path=file, **gaps))
    found = data.get("findings")
    if not isinstance(found, list) or not all(_entry(one) for one in found):
        raise Misuse(say("no-baseline", path=file))
    return Baseline(folder, frozenset(Entry(**one) for one in found))


def _entry(one: object) -> bool:
    return isinstance(one, dict) and one.keys() == _FIELDS and all(isinstance(v, str) for v in one.values())
