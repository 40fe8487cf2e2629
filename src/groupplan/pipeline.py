"""The stages in their order: brief in, plan out. The only module that knows them all."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from groupplan import read, validate
from groupplan.check import check
from groupplan.expand import expand
from groupplan.fit import fit
from groupplan.forecast import forecast
from groupplan.measure import measure
from groupplan.model import limits
from groupplan.model.book import Book
from groupplan.model.brief import Brief
from groupplan.model.codes import broken, did_you_mean
from groupplan.model.fields import Model
from groupplan.model.finding import Finding, Severity, say
from groupplan.model.knowledge import Benchmarks, CountryCalendar, Facts, Knowledge, Laws, Pack
from groupplan.model.plan import Plan
from groupplan.model.source import Origin, Source
from groupplan.read.files import own_playbook, slurp
from groupplan.resources import shipped
from groupplan.schedule import schedule
from groupplan.settle import settle
from groupplan.word import results, word

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A brief with all it refers to, as far as it could be read."""

    source: Source
    brief: Brief | None = None
    books: tuple[Book, ...] = ()
    knowledge: Knowledge | None = None
    findings: tuple[Finding, ...] = ()
    sources: dict[str, Source] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether a plan can be made of it."""
        return self.brief is not None and all(f.severity < Severity.ERROR for f in self.findings)


def load(raw: bytes, name: str, folder: Path, root: Path, *, encoding: str = "utf-8") -> Loaded:
    """Read and validate a brief, its playbooks and the knowledge it needs."""
    reading = read.read(raw, name, encoding=encoding)
    if not isinstance(reading.source.data, dict):
        return Loaded(reading.source, findings=reading.findings, sources={name: reading.source})
    outcome = validate.brief(reading.source)
    findings = [*reading.findings, *outcome.findings]
    sources = {name: reading.source}
    if outcome.value is None:
        return Loaded(reading.source, None, (), None, tuple(findings), sources)
    brief = outcome.value
    own = list(_own_books(brief, name, folder, root, sources, findings))
    names = {book.playbook.name for book in own}
    books = (*(book for book in shipped_books() if book.playbook.name not in names), *own)
    findings += validate.against(brief, name, books)
    if own:
        findings += (f for f in validate.library(books) if f.origin.source in sources)
    return Loaded(reading.source, brief, books, knowledge(brief, root), tuple(findings), sources)


def make(loaded: Loaded) -> Plan:
    """The plan of a brief that was loaded without errors."""
    brief, known, books = loaded.brief, loaded.knowledge, loaded.books
    assert brief is not None and known is not None  # noqa: S101, PT018 - `Loaded.ok` says so
    settled = settle(brief, loaded.source.name, books, known)
    outline = expand(settled, books, brief.playbooks)
    dated = schedule(settled, outline, known.calendar)
    outlook = forecast(settled)
    measures = measure(settled, outline, dated, outlook)
    fitted = fit(settled, outline, dated, measures)
    if fitted.dropped:
        measures = measure(settled, fitted.outline, fitted.schedule, outlook)
    worded = word(settled, fitted.outline, fitted.schedule, outlook, measures)
    computed = results(outlook, measures, fitted.outline, fitted.schedule)
    values = {**settled.names, **computed, "dropped_count": len(fitted.dropped)}
    plan = Plan(loaded.source.name, brief, known, settled, outlook, fitted, measures, worded, values)
    return replace(plan, findings=check(plan))


def _own_books(
    brief: Brief, name: str, folder: Path, root: Path, sources: dict[str, Source], findings: list[Finding]
) -> Iterator[Book]:
    for index, wanted in enumerate(brief.playbooks):
        origin = Origin(name, ("playbooks", index))
        found, problems = book(wanted, folder, root, origin, (), sources)
        findings += problems
        if found is not None:
            yield found


def book(
    wanted: str, folder: Path, root: Path, origin: Origin, chain: tuple[str, ...], sources: dict[str, Source]
) -> tuple[Book | None, list[Finding]]:
    """A playbook by name with its parents: beside the brief, at the root, among the shipped."""
    path = own_playbook(wanted, folder, root)
    if wanted in chain and path is not None:
        return None, [broken("no-playbook", origin, say("playbook-circle", name=wanted))]
    if path is None:
        known = {found.playbook.name: found for found in shipped_books()}
        if wanted in known:
            return known[wanted], []
        hint = did_you_mean(wanted, list(known)) or say("where-playbooks-lie", name=wanted)
        return None, [broken("no-playbook", origin, say("no-playbook", name=wanted), hint=hint)]
    shown = str(Path(origin.source).parent / path.relative_to(folder)) if path.is_relative_to(folder) else str(path)
    return parsed_book(slurp(path, limits.PLAYBOOK_BYTES), shown, folder, root, (*chain, wanted), sources)


def parsed_book(
    raw: bytes, shown: str, folder: Path, root: Path, chain: tuple[str, ...], sources: dict[str, Source]
) -> tuple[Book | None, list[Finding]]:
    """A playbook from its bytes, on top of the parents it names."""
    reading = read.read(raw, shown, most=limits.PLAYBOOK_BYTES)
    sources[shown] = reading.source
    data = reading.source.data
    if not reading.ok or not isinstance(data, dict):
        return None, list(reading.findings)
    findings = list(reading.findings)
    parents = []
    given = data.get("extends")
    for index, parent in enumerate(given if isinstance(given, list) else ()):
        if isinstance(parent, str):
            origin = Origin(shown, ("extends", index))
            found, problems = book(parent, folder, root, origin, chain, sources)
            findings += problems
            parents += [found] if found else []
    outcome = validate.playbook(reading.source, parents)
    return outcome.value, [*findings, *outcome.findings]


@cache
def shipped_books() -> tuple[Book, ...]:
    """The shipped playbooks in the order of their file names; read once, by the same path as any other."""
    books = []
    for path in sorted(shipped("playbooks").glob("*.yaml")):
        reading = read.read(path.read_bytes(), f"playbooks/{path.name}", most=limits.PLAYBOOK_BYTES)
        outcome = validate.playbook(reading.source, shipped=True)
        assert outcome.value is not None, (path.name, outcome.findings)  # noqa: S101 - held by tests
        books.append(outcome.value)
    return tuple(books)


def knowledge(brief: Brief, root: Path) -> Knowledge:
    """What a plan of this brief may know."""
    own = root / "knowledge" / "benchmarks.yaml"
    country = brief.country or ("CN" if brief.platform in ("wechat", "wecom", "qq") else "")
    laws = _known(f"laws/{country.lower()}.yaml", Laws) if country == "CN" else None
    return Knowledge(
        pack=_pack(brief.platform),
        shipped=_must("benchmarks.yaml", Benchmarks),
        own=_parsed(own, Benchmarks) if own.is_file() else None,
        laws=laws.rows if laws else (),
        calendar=_known(f"calendars/{country}.yaml", CountryCalendar) if country == "CN" else None,
        facts={fact.id: fact for fact in _must("facts.yaml", Facts).facts},
    )


def _pack(platform: str) -> Pack:
    return _known(f"platforms/{platform}.yaml", Pack) or _must("platforms/wechat.yaml", Pack)


@cache
def _known(name: str, model: type[M]) -> M | None:
    path = shipped("knowledge") / name
    return _parsed(path, model) if path.is_file() else None


def _must(name: str, model: type[M]) -> M:
    found = _known(name, model)
    assert found is not None, name  # noqa: S101 - held by tests
    return found


def _parsed(path: Path, model: type[M]) -> M:
    reading = read.read(slurp(path, limits.PLAYBOOK_BYTES), path.name, most=limits.PLAYBOOK_BYTES)
    return model.model_validate(reading.source.data)
