"""A configuration file: its table → ``Settings``, and every mistake in it at once."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from groupplan.configure.given import Values
from groupplan.configure.toml import Table
from groupplan.model.finding import Severity, Words, say
from groupplan.model.settings import FAIL_ON, Known, Level, Override, Settings, within

KEYS = (
    "extends",
    "select",
    "ignore",
    "fail-on",
    "format",
    "baseline",
    "exclude",
    "documents",
    "levels",
    "overrides",
)
_OVERRIDE = ("paths", "select", "ignore", "levels")
_LEVELS = {level.word: level for level in reversed(Severity)}


class Parsed(Struct):
    """What a file says; the settings are not to be used where there are problems."""

    settings: Settings = field(default_factory=Settings)
    extends: tuple[str, ...] = ()
    problems: list[Words] = field(default_factory=list)


def parse(table: Table, folder: str, known: Known) -> Parsed:
    """The settings of one file, whose paths are seen from its folder."""
    values = Values(table, folder, known)
    values.keys(KEYS)
    read: dict[str, Callable[[], object]] = {
        "select": lambda: values.codes("select"),
        "ignore": lambda: values.codes("ignore"),
        "fail-on": lambda: FAIL_ON.get(values.choice("fail-on", FAIL_ON)),
        "format": lambda: values.choice("format", known.formats),
        "baseline": lambda: within(folder, values.text("baseline")),
        "exclude": lambda: values.globs("exclude"),
        "documents": lambda: values.words("documents", known.forms),
    }
    given: dict[str, Any] = {
        key.replace("-", "_"): values.given(key, read[key]()) for key in table.data if key in read
    }
    settings = Settings(**given, levels=_levels(values), overrides=_overrides(values))
    return Parsed(settings, values.texts("extends"), values.problems)


def _levels(values: Values) -> tuple[Level, ...]:
    """Code → level."""
    inner = values.down("levels", values.table.data.get("levels", {}))
    if inner is None:
        values.wrong(say("config-no-levels", **values.about("levels")))
        return ()
    found = []
    for code in inner.table.data:
        inner.code(code, code, always=True)
        word = inner.choice(code, _LEVELS)
        found += [Level(code, _LEVELS[word], inner.where(code))] if word else []
    return tuple(found)


def _overrides(values: Values) -> tuple[Override, ...]:
    """Settings for some paths."""
    given = values.table.data.get("overrides", [])
    tables = given if isinstance(given, list) else [None]
    inner = [values.down(f"overrides.{index}", one) for index, one in enumerate(tables)]
    if None in inner:
        values.wrong(say("config-no-overrides", **values.about("overrides")))
    return tuple(_override(one) for one in inner if one is not None)


def _override(values: Values) -> Override:
    values.keys(_OVERRIDE)
    if not values.table.data.get("paths"):
        values.wrong(say("config-no-paths", **values.about("")))
    select = values.codes("select") if "select" in values.table.data else None
    found = values.globs("paths"), select, values.codes("ignore"), _levels(values)
    return Override(*found, values.where(""))
