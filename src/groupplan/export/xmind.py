"""A plan as a mind map for XMind: an archive of JSON, whose topics keep their ids from render to render."""

import json
from hashlib import sha256
from typing import Any

from groupplan import __version__
from groupplan.export.archive import packed
from groupplan.export.branches import Topic, centre
from groupplan.export.forms import Request
from groupplan.export.plain import one_line, plain
from groupplan.model.plan import Plan

_SHAPE = "org.xmind.ui.logic.right"
_ID_DIGITS = 26


def as_xmind(given: Plan, request: Request) -> bytes:
    """The archive: the map, what made it, and the list of both."""
    root = _topic(centre(given), ("root",), folded=False)
    sheet = {"id": _id(("sheet",)), "class": "sheet", "title": root["title"], "rootTopic": root}
    root["structureClass"] = _SHAPE
    parts = {
        "content.json": [sheet],
        "metadata.json": {"creator": {"name": "groupplan", "version": __version__}},
        "manifest.json": {"file-entries": {"content.json": {}, "metadata.json": {}}},
    }
    return packed({name: _json(part) for name, part in parts.items()})


def _json(part: object) -> bytes:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _topic(topic: Topic, path: tuple[str, ...], *, folded: bool = True) -> dict[str, Any]:
    found: dict[str, Any] = {"id": _id(path), "class": "topic", "title": one_line(topic.title)}
    if topic.labels:
        found["labels"] = [one_line(label) for label in topic.labels]
    if topic.note:
        found["notes"] = {"plain": {"content": plain(topic.note)}}
    if topic.below:
        below = [_topic(one, (*path, f"{place}:{one.key}")) for place, one in _counted(topic.below)]
        found["children"] = {"attached": below}
        if folded:
            found["branch"] = "folded"
    return found


def _counted(below: tuple[Topic, ...]) -> list[tuple[int, Topic]]:
    """Each topic with how many of its key stood before it: keys are unique only where the plan says so."""
    seen: dict[str, int] = {}
    found = []
    for one in below:
        seen[one.key] = seen.get(one.key, -1) + 1
        found.append((seen[one.key], one))
    return found


def _id(path: tuple[str, ...]) -> str:
    """From where a topic hangs and not from its words: a reworded topic is still the same."""
    return sha256(json.dumps(path).encode("utf-8")).hexdigest()[:_ID_DIGITS]
