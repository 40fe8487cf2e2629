"""`groupplan baseline`: take down what is found today, so that `check` shows only what comes later."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from groupplan.cli import output
from groupplan.cli.options import Encoding
from groupplan.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from groupplan.cli.choices import Chosen
    from groupplan.cli.heap import Heap
    from groupplan.model.baseline import Baseline


def baseline(
    ctx: typer.Context,
    paths: Annotated[list[str] | None, typer.Argument(help="help.check_paths", metavar="PATH")] = None,
    out: Annotated[
        str, typer.Option("-o", "--out", help="help.baseline_out", metavar="FILE", show_default=False)
    ] = "",
    encoding: Encoding = "utf-8",
) -> int:
    """Write the baseline; exit 1 where a file cannot be read, since nothing hides that."""
    from groupplan.cli.check import files
    from groupplan.cli.choices import Chosen
    from groupplan.cli.chosen import known_encoding, options
    from groupplan.cli.heap import Heap
    from groupplan.cli.trouble import worst
    from groupplan.model.baseline import NAME

    around: Surroundings = ctx.obj
    known_encoding(encoding)
    given = paths or ["."]
    before = Chosen(options(), around).of(given[0]).baseline.value
    chosen = Chosen(options(base=out or before or NAME), around)
    path = chosen.of(given[0]).baseline.value
    old = chosen.taken(path)
    heap = Heap(chosen, around, encoding)
    codes = heap.through(files(given, chosen))
    count = _take_down(path, old, chosen, heap)
    output.err(around.say("choosing.written", path=around.clean(chosen.shown(path)), count=count))
    if not out and not before:
        output.err(around.say("choosing.next", name=NAME))
    unread = sum(not one.sound for one in heap.verdicts)
    if unread:
        output.err(around.say("choosing.unread", count=unread))
    return worst([*codes, 1 if unread else 0])


def _take_down(path: str, old: "Baseline", chosen: "Chosen", heap: "Heap") -> int:
    """Write what is found now; entries of files that were not judged whole stay while the files do."""
    from groupplan.choose.baseline import place
    from groupplan.cli.choices import missing
    from groupplan.export import write
    from groupplan.model.baseline import written
    from groupplan.model.settings import within

    choosing = chosen.choosing(heap.verdicts, heap.sources)
    marked = choosing.marked(path, old.folder)
    entries = [entry for finding, entry in marked if choosing.shown(finding)]
    judged = {place(name, choosing.own, old.folder, choosing.here) for name in choosing.whole()}
    lost = missing(old)
    others = (one for one in old.entries if one.file not in judged)
    kept = [one for one in others if within(old.folder, one.file) not in lost]
    write(Path(path), written([*entries, *kept]))
    return len({*entries, *kept})
