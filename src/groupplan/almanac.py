"""The almanac: what one plan may know of its platform, rates, laws, calendar and dated facts."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar, cast

from groupplan import read, validate
from groupplan.model import limits
from groupplan.model.brief import Brief
from groupplan.model.fields import Model
from groupplan.model.finding import Finding
from groupplan.model.knowledge import Benchmarks, CountryCalendar, Fact, Facts, Knowledge, Laws, Pack
from groupplan.model.source import Source
from groupplan.read.files import inside, slurp
from groupplan.resources import shipped

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Known:
    """The knowledge of one plan, and what is wrong with the user's own part of it."""

    knowledge: Knowledge
    findings: tuple[Finding, ...] = ()
    source: Source | None = None


def knowledge(brief: Brief, folder: Path, root: Path) -> Known:
    """What a plan of this brief may know: the shipped files, and `knowledge/benchmarks.yaml` at the root."""
    country = brief.country or ("CN" if brief.platform in ("wechat", "wecom", "qq") else "")
    laws = _shipped("laws/cn.yaml", Laws).rows if country == "CN" else ()
    calendar = _shipped("calendars/CN.yaml", CountryCalendar) if country == "CN" else None
    own, findings, source = _own(folder, root)
    shared = _shipped("benchmarks.yaml", Benchmarks)
    found = Knowledge(_pack(brief.platform), shared, own, laws, calendar, FactShelf())
    return Known(found, findings, source)


def _own(folder: Path, root: Path) -> tuple[Benchmarks | None, tuple[Finding, ...], Source | None]:
    path = root / "knowledge" / "benchmarks.yaml"
    if not path.is_file():
        return None, (), None
    inside(path, root)
    shown = os.path.normpath(folder / os.path.relpath(path, folder))
    reading = read.read(slurp(path, limits.PLAYBOOK_BYTES), shown, most=limits.PLAYBOOK_BYTES)
    if not reading.ok:
        return None, reading.findings, reading.source
    outcome = validate.knowing(reading.source, Benchmarks)
    return outcome.value, (*reading.findings, *outcome.findings), reading.source


def _pack(platform: str) -> Pack:
    there = (shipped("knowledge") / "platforms" / f"{platform}.yaml").is_file()
    return _shipped(f"platforms/{platform if there else 'other'}.yaml", Pack)


def _shipped(name: str, model: type[M]) -> M:
    return cast("M", _parsed(name, model))


@cache
def _parsed(name: str, model: type[Model]) -> Model:
    path = shipped("knowledge") / name
    reading = read.read(path.read_bytes(), f"knowledge/{name}", most=limits.PLAYBOOK_BYTES)
    outcome = validate.knowing(reading.source, model)
    assert outcome.value is not None, (name, reading.findings, outcome.findings)  # noqa: S101 - held by tests
    return outcome.value


class FactShelf(Mapping[str, Fact]):
    """All dated facts by id, read when the first one is asked for: a check needs none."""

    def __getitem__(self, name: str) -> Fact:
        return _facts()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_facts())

    def __len__(self) -> int:
        return len(_facts())


@cache
def _facts() -> dict[str, Fact]:
    return {fact.id: fact for fact in _shipped("facts.yaml", Facts).facts}
