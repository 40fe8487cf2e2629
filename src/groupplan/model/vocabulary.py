"""The flat vocabulary of conditions and texts: every name, its kind, and the brief's fields behind it.

Conditions see scalars and sets of text, never model paths. What each name means stands in the
message catalogue (`vocabulary.toml`); `groupplan explain conditions` prints both.
"""

from collections.abc import Iterable
from functools import cache

from groupplan.model.elements import ITEM_FIELDS
from groupplan.model.names import NAMES, Name, Scope

_CONDITION = {Scope.SETTLED}
_REQUIRE = {Scope.SETTLED, Scope.RESULT}
_TEXT = {Scope.SETTLED, Scope.RESULT, Scope.WORDS}
_SCRIPT = set(Scope)


def _matches(pattern: str, name: str) -> bool:
    if "*" not in pattern:
        return pattern == name
    parts, given = pattern.split("."), name.split(".")
    return len(parts) == len(given) and all(p in ("*", g) for p, g in zip(parts, given, strict=True))


@cache
def find(name: str) -> Name | None:
    """The entry of a name; ``who.host`` is found under ``who.*``."""
    if name in NAMES:
        return NAMES[name]
    return next((entry for pattern, entry in NAMES.items() if _matches(pattern, name)), None)


def _known(name: str, scopes: Iterable[Scope], each: str | None) -> bool:
    if name.startswith("item."):
        return each is not None and name[5:] in (*ITEM_FIELDS[each], "number")
    entry = find(name)
    return entry is not None and entry.scope in scopes


def in_condition(name: str, each: str | None = None) -> bool:
    """Whether a `when:` may use the name."""
    return _known(name, _CONDITION, each)


def in_requirement(name: str) -> bool:
    """Whether a `require:` may use the name."""
    return _known(name, _REQUIRE, None)


def in_text(name: str, each: str | None = None, *, script: bool = False) -> bool:
    """Whether a text may use the name; a script also knows its own day."""
    return _known(name, _SCRIPT if script else _TEXT, each)


def suggestions(each: str | None = None) -> list[str]:
    """Every name, for "did you mean"."""
    items = [f"item.{field}" for field in (*ITEM_FIELDS[each], "number")] if each else []
    return [*NAMES, *items]


__all__ = [
    "ITEM_FIELDS",
    "NAMES",
    "Name",
    "Scope",
    "find",
    "in_condition",
    "in_requirement",
    "in_text",
    "suggestions",
]
