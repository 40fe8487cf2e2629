"""`groupplan check`: guards briefs, playbooks and plans."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec import Struct

from groupplan.cli import output
from groupplan.cli.options import Encoding, Jobs
from groupplan.cli.surroundings import Surroundings

if TYPE_CHECKING:
    from groupplan.cli.choices import Chosen
    from groupplan.cli.heap import Heap
    from groupplan.report import Report


def _named(name: str, key: str, metavar: str, *short: str) -> Any:
    return typer.Option(*short, name, help=f"help.{key}", metavar=metavar, show_default=False)


Paths = Annotated[list[str] | None, typer.Argument(help="help.check_paths", metavar="PATH")]
Format = Annotated[str, _named("--format", "format", "FORMAT")]
Out = Annotated[str, _named("--out", "check_out", "FILE", "-o")]
Select = Annotated[list[str] | None, typer.Option("--select", help="help.select", metavar="CODE")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", help="help.ignore", metavar="CODE")]
Strict = Annotated[bool, typer.Option("--strict", help="help.strict")]
FailOn = Annotated[str, _named("--fail-on", "fail_on", "error|warning|never")]
Known = Annotated[str, _named("--baseline", "baseline_file", "FILE")]
NoConfig = Annotated[bool, typer.Option("--no-config", help="help.no_config")]
Fix = Annotated[bool, typer.Option("--fix", help="help.fix")]
Diff = Annotated[bool, typer.Option("--diff", help="help.check_diff")]
Unsafe = Annotated[bool, typer.Option("--unsafe-fixes", help="help.unsafe_fixes")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="help.no_cache")]
NEVER = 9
"""Above every level."""


def check(
    ctx: typer.Context,
    paths: Paths = None,
    format_: Format = "",
    out: Out = "-",
    select: Select = None,
    ignore: Ignore = None,
    strict: Strict = False,
    fail_on: FailOn = "",
    baseline: Known = "",
    no_config: NoConfig = False,
    encoding: Encoding = "utf-8",
    fix: Fix = False,
    diff: Diff = False,
    unsafe: Unsafe = False,
    no_cache: NoCache = False,
    jobs: Jobs = 0,
) -> int:
    """Read, check, choose, report; exit 1 on errors, with --strict also on warnings."""
    from groupplan.cli.choices import Chosen
    from groupplan.cli.chosen import known_encoding, options
    from groupplan.cli.heap import Heap
    from groupplan.cli.keeping import kept
    from groupplan.cli.trouble import COMMAND, worst

    around: Surroundings = ctx.obj
    known_encoding(encoding)
    over = options(select, ignore, strict=strict, fail_on=fail_on, form=format_, base=baseline)
    chosen = Chosen(over, around, files=not no_config)
    names = files(paths or ["."], chosen)
    chosen.ready(names)
    if _over_a_checked_file(out, names, around):
        return COMMAND
    heap = Heap(chosen, around, encoding, None if no_cache else kept(around), jobs)
    codes, left = _mended(names, heap, around, diff=diff, unsafe=unsafe) if fix or diff else ([], names)
    if diff:
        return worst(codes)
    codes += heap.through(left)
    showing = Showing((paths or ["."])[0], out, len(names), unsafe, fix and "-" in names)
    return worst([*codes, _shown(showing, heap, around, fine=not all(codes))])


class Showing(Struct, frozen=True):
    """Where the report goes, whose settings it follows, and what it counts."""

    settings_of: str
    out: str
    files: int
    unsafe: bool
    aside: bool


def _shown(showing: Showing, heap: "Heap", around: Surroundings, *, fine: bool) -> int:
    """Choose and report. ``fine``: some file could be judged, so that there is something to say."""
    from groupplan.report import arranged

    choice = heap.chosen.choice(heap.verdicts, heap.sources)
    if choice.findings or fine:
        run = heap.chosen.of(showing.settings_of)
        fixes, hidden = heap.fixes(choice, unsafe=showing.unsafe)
        level = run.fail_on.value or NEVER
        report = arranged(choice.findings, heap.sources, showing.files, around.lang, level, fixes, hidden)
        _put(report, run.format.value, showing.out, around, aside=showing.aside)
    heap.chosen.tell(choice)
    return 1 if choice.fails else 0


def _mended(
    names: list[str], heap: "Heap", around: Surroundings, *, diff: bool, unsafe: bool
) -> tuple[list[int], list[str]]:
    """Mend the files, or show how; the exit codes, and the files that are there to be judged."""
    from groupplan.cli.fixing import Fixing, Order

    fixing = Fixing(heap, Order(diff, unsafe), around)
    return fixing.through(names), fixing.left(names)


def _over_a_checked_file(out: str, names: list[str], around: Surroundings) -> bool:
    """Whether the report would replace what it is about, which is said. ``Misuse``: what else is ours."""
    from groupplan.cli.reporting import may_hold

    found = any(_same(out, name) for name in names)
    if not found:
        may_hold(out)
    else:
        output.err(around.say("report.own_file", path=around.clean(out[:200])))
    return found


def _same(one: str, other: str) -> bool:
    """Whether two names, neither of them ``-``, mean one file."""
    if "-" in (one, other) or "\0" in one + other:
        return False
    return Path(one).resolve() == Path(other).resolve()


def _put(report: "Report", form: str, out: str, around: Surroundings, *, aside: bool) -> None:
    """To standard output, aside of it, or into a file, whole or not at all; colours at a terminal only."""
    from groupplan.report import written
    from groupplan.report.text import Ink

    named = out not in ("", "-")
    text = written(form, report, Ink(around.colour and not named and not aside, around.actions))
    if named:
        from groupplan.export.write import write

        write(Path(out), text)
    else:
        (output.err if aside else output.out)(text)
    if form == "github":
        _summed_up(report, around)


def _summed_up(report: "Report", around: Surroundings) -> None:
    """The findings also as the step's summary, where the runner has a file for it."""
    from groupplan.report.markdown import as_markdown

    name = around.environ.get("GITHUB_STEP_SUMMARY")
    if name and "\0" not in name:
        with suppress(OSError), Path(name).open("a", encoding="utf-8") as file:
            file.write(as_markdown(report))


def files(paths: list[str], chosen: "Chosen") -> list[str]:
    """The files named, and those below the folders named that settings do not exclude."""
    from groupplan.cli.briefs import below
    from groupplan.model.finding import say
    from groupplan.model.refusal import Misuse

    found: list[str] = []
    for name in paths:
        path = Path(name)
        if name != "-" and "\0" not in name and path.is_dir():
            inside = chosen.kept(str(one) for one in below(path))
            if not inside:
                raise Misuse(say("nothing-to-check", path=name))
            found += inside
        else:
            found.append(name)
    return list(dict.fromkeys(found))
