"""The stages in their order: brief in, plan out. The only module that knows them all."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from msgspec import Struct, field
from msgspec.structs import replace

from groupplan import read, validate
from groupplan.almanac import knowledge
from groupplan.check import check
from groupplan.expand import expand
from groupplan.fit import fit
from groupplan.forecast import forecast
from groupplan.measure import measure
from groupplan.model.book import Book
from groupplan.model.brief import Brief
from groupplan.model.changes import changed
from groupplan.model.finding import Finding, Severity
from groupplan.model.fitted import Fitted
from groupplan.model.forecast import Forecast
from groupplan.model.knowledge import Knowledge
from groupplan.model.measures import Measures
from groupplan.model.plan import Plan
from groupplan.model.scenarios import Outcome
from groupplan.model.seal import BRIEF, SHORT, Parts, digest
from groupplan.model.settled import Settled
from groupplan.model.source import Origin, Source
from groupplan.model.template import NOTHING_OWN, Own
from groupplan.scenarios import outcome, variant
from groupplan.schedule import schedule
from groupplan.settle import settle
from groupplan.shelf import Shelf, kinds, relevant
from groupplan.templating import own as own_templates
from groupplan.word import results, word

NO_GOAL = "-"
"""Never an id: a scenario is not looked into goal by goal."""


class Loaded(Struct, frozen=True):
    """A brief with all it refers to, as far as it could be read."""

    source: Source
    brief: Brief | None = None
    books: tuple[Book, ...] = ()
    knowledge: Knowledge | None = None
    findings: tuple[Finding, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)
    own: Own = NOTHING_OWN
    """Templates of the user's own; what is wrong with them does not keep a plan from being made."""

    @property
    def ok(self) -> bool:
        """Whether a plan can be made of it."""
        return self.brief is not None and all(f.severity < Severity.ERROR for f in self.findings)


def load(
    raw: bytes, name: str, folder: Path, root: Path, *, encoding: str = "utf-8", settings: Sequence[str] = ()
) -> Loaded:
    """Read and validate a brief, its playbooks and the knowledge it needs; ``settings`` change values."""
    reading = read.read(raw, name, encoding=encoding)
    for setting in settings:
        data = changed(reading.source.data, setting)
        reading = replace(reading, source=replace(reading.source, data=data))
    if not isinstance(reading.source.data, dict):
        return Loaded(reading.source, findings=reading.findings, sources={name: reading.source})
    outcome = validate.brief(reading.source)
    findings = [*reading.findings, *outcome.findings]
    if outcome.value is None:
        if outcome.rest is not None and not outcome.rest.playbooks:
            findings += validate.against(outcome.rest, name, relevant(outcome.rest), kinds())
        return Loaded(reading.source, None, (), None, tuple(findings), {name: reading.source})
    brief = outcome.value
    shelf = Shelf(folder, root)
    own = list(_own_books(brief, name, shelf, findings))
    sources = {name: reading.source, **shelf.sources}
    names = {book.playbook.name for book in own}
    books = (*(book for book in relevant(brief) if book.playbook.name not in names), *own)
    findings += validate.against(brief, name, books, kinds())
    if own:
        findings += (f for f in validate.library(books) if f.origin.source in sources)
    known = knowledge(brief, folder, root)
    if known.source:
        sources[known.source.name] = known.source
    every = (*findings, *known.findings)
    own_ones = own_templates(folder, root, reading.source.data)
    sources |= {one.shown: Source(one.shown, one.text) for one in own_ones.templates}
    return Loaded(reading.source, brief, books, known.knowledge, every, sources, own_ones)


def make(
    loaded: Loaded,
    *,
    fine: bool = True,
    runs: int | None = None,
    focus: str = "",
    tell: Callable[[int], None] | None = None,
) -> Plan:
    """The plan of a brief that was loaded without errors.

    ``fine``: the odds as a plan shows them, drawn where no formula holds; else a coarse closed form, as
    checks use it. ``runs`` draws that many instead of either. ``focus`` is the goal looked into, else the
    primary one.
    """
    brief, known = loaded.brief, loaded.knowledge
    assert brief is not None and known is not None  # noqa: S101 - `Loaded.ok` says so
    stages = _stages(loaded, brief, known, fine=fine, runs=runs, focus=focus, tell=tell)
    settled, outlook, fitted, measures = stages
    worded = word(settled, fitted, outlook, measures, whole=fine)
    computed = results(outlook, measures, fitted.outline, fitted.schedule)
    values = {**settled.names, **computed, "dropped_count": len(fitted.dropped)}
    plan = Plan(loaded.source.name, brief, known, settled, outlook, fitted, measures, worded, values)
    beside = scenarios(loaded, runs=runs) if fine else ()
    return replace(plan, findings=check(plan), scenarios=beside, own=loaded.own)


def scenarios(loaded: Loaded, *, runs: int | None = None) -> tuple[Outcome, ...]:
    """What the plan comes to under each scenario of its brief, counted as finely as a plan shows it."""
    brief, known = loaded.brief, loaded.knowledge
    assert brief is not None and known is not None  # noqa: S101 - `Loaded.ok` says so
    if not brief.scenarios:
        return ()
    settled = settle(brief, loaded.source.name, loaded.books, known)
    briefs = ((one, variant(brief, one, settled)) for one in brief.scenarios)
    return tuple(
        outcome(one, *_stages(loaded, other, known, runs=runs, focus=NO_GOAL)) for one, other in briefs
    )


def _stages(
    loaded: Loaded,
    brief: Brief,
    known: Knowledge,
    *,
    fine: bool = True,
    runs: int | None = None,
    focus: str = "",
    tell: Callable[[int], None] | None = None,
) -> tuple[Settled, Forecast, Fitted, Measures]:
    """From the brief to what the plan takes; the odds are drawn from the text as it stands in the file."""
    settled = settle(brief, loaded.source.name, loaded.books, known)
    outline = expand(settled, loaded.books, brief.playbooks)
    dated = schedule(settled, outline, known.calendar)
    seed = crc32(loaded.source.text.encode("utf-8", "surrogatepass"))
    outlook = forecast(settled, dated, fine=fine, runs=runs, seed=seed, focus=focus, tell=tell)
    measures = measure(settled, outline, dated, outlook)
    fitted = fit(settled, outline, dated, measures)
    if fitted.dropped:
        measures = measure(settled, fitted.outline, fitted.schedule, outlook)
    return settled, outlook, fitted, measures


def _own_books(brief: Brief, name: str, shelf: Shelf, findings: list[Finding]) -> Iterator[Book]:
    for index, wanted in enumerate(brief.playbooks):
        if wanted in brief.playbooks[:index]:
            continue
        found, problems = shelf.book(wanted, Origin(name, ("playbooks", index)))
        findings += problems
        if found is not None:
            yield found


def inputs(loaded: Loaded) -> str:
    """SHA-256 over what a plan was made of: the brief, the user's own playbooks and knowledge."""
    return digest("".join(f"{name}\0{text}\0" for name, text in _texts(loaded)))


def parts(loaded: Loaded) -> Parts:
    """The same one by one, so that a plan can tell later which of them has changed."""
    brief = os.path.basename(loaded.source.name)  # noqa: PTH119 - the name as typed, "-" included
    return tuple(
        sorted((BRIEF if name == brief else name, digest(text)[:SHORT]) for name, text in _texts(loaded))
    )


def _texts(loaded: Loaded) -> list[tuple[str, str]]:
    """Texts by place beside the brief."""
    home = os.path.dirname(loaded.source.name) or "."  # noqa: PTH120 - the name as typed, "-" included
    named = {os.path.relpath(name, home): source.text for name, source in loaded.sources.items()}
    return [(Path(name).as_posix(), text) for name, text in sorted(named.items())]
