"""`groupplan config`: every setting that holds for a file, and where it was given."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from groupplan.cli.choices import Chosen
    from groupplan.model.settings import Settings, Where


class Row(NamedTuple):
    """One setting: its name, what it is, where it was given."""

    name: str
    value: object
    where: "Where"


def config(
    ctx: typer.Context,
    path: Annotated[str, typer.Argument(help="help.config_path", metavar="PATH", show_default=False)] = ".",
    as_json: Annotated[bool, typer.Option("--json", help="help.config_json")] = False,
) -> int:
    """Print the settings of one file or folder."""
    from pathlib import Path

    from groupplan.cli.choices import Chosen
    from groupplan.cli.chosen import options
    from groupplan.model.finding import say
    from groupplan.model.refusal import Misuse

    around: Surroundings = ctx.obj
    if "\0" in path or (path != "-" and not Path(path).exists()):
        raise Misuse(say("no-such-file", path=path[:200]))
    chosen = Chosen(options(), around)
    rows = list(_rows(chosen.of(path), chosen))
    output.out(_json(path, rows) if as_json else _text(rows, around))
    return 0


def _rows(settings: "Settings", chosen: "Chosen") -> Iterator[Row]:
    level = settings.fail_on.value
    yield Row("select", list(settings.select.value), settings.select.where)
    yield Row("ignore", list(settings.ignore.value), settings.ignore.where)
    yield Row("fail-on", level.word if level else "never", settings.fail_on.where)
    yield Row("format", settings.format.value, settings.format.where)
    yield Row("baseline", chosen.shown(settings.baseline.value), settings.baseline.where)
    yield Row("exclude", [glob.text for glob in settings.exclude.value], settings.exclude.where)
    yield Row("documents", list(settings.documents.value), settings.documents.where)
    for one in settings.levels:
        yield Row(f"levels.{one.code}", one.severity.word, one.where)
    for number, each in enumerate(settings.overrides):
        yield Row(f"overrides.{number}.paths", [glob.text for glob in each.paths], each.where)
        if each.select is not None:
            yield Row(f"overrides.{number}.select", list(each.select), each.where)
        if each.ignore:
            yield Row(f"overrides.{number}.ignore", list(each.ignore), each.where)
        for one in each.levels:
            yield Row(f"overrides.{number}.levels.{one.code}", one.severity.word, one.where)


def _json(path: str, rows: list[Row]) -> str:
    from groupplan.report.json import dumped

    found = {row.name: {"value": row.value, "from": row.where._asdict()} for row in rows}
    return dumped({"version": 1, "path": path, "settings": found}, 2) + "\n"


def _text(rows: list[Row], around: Surroundings) -> str:
    """In columns; a Chinese sign is two cells wide."""
    from groupplan.report.visible import cells

    table = [
        tuple(map(around.clean, (row.name, _value(row.value), _where(row.where, around)))) for row in rows
    ]
    widths = [max(cells(row[column]) for row in table) for column in (0, 1)]
    lines = []
    for row in table:
        padded = (text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=False))
        lines.append("  ".join([*padded, row[2]]).rstrip())
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    text = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text or "—"


def _where(where: "Where", around: Surroundings) -> str:
    if where.kind == "file":
        return f"{where.name}:{where.line}" if where.line else where.name
    return around.say(f"choosing.{where.kind}", name=where.name)
