"""The almanac: what one plan may know of its platform, rates, laws, calendar and dated facts."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast, overload

from msgspec import Struct

from groupplan import read, validate
from groupplan.files import inside, slurp, there
from groupplan.model import limits
from groupplan.model.brief import Brief
from groupplan.model.features import Feature, Features
from groupplan.model.fields import Model
from groupplan.model.finding import Finding
from groupplan.model.knowledge import Benchmarks, CountryCalendar, Fact, Facts, Knowledge, Laws, Pack
from groupplan.model.source import Source
from groupplan.model.wording import Wording
from groupplan.resources import shipped

if TYPE_CHECKING:
    from groupplan.model.frameworks import Framework
    from groupplan.model.marketing import MarketingDay

M = TypeVar("M", bound=Model)
T = TypeVar("T")


class Known(Struct, frozen=True):
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
    days, frameworks = Lazily(lambda: _days(country)), Lazily(_frameworks)
    facts, features = ById(_facts), ById(_features)
    found = Knowledge(
        _pack(brief.platform),
        shared,
        own,
        laws,
        calendar,
        facts,
        features,
        wording(),
        days=days,
        frameworks=frameworks,
    )
    return Known(found, findings, source)


def _own(folder: Path, root: Path) -> tuple[Benchmarks | None, tuple[Finding, ...], Source | None]:
    path = root / "knowledge" / "benchmarks.yaml"
    if not there(path):
        return None, (), None
    inside(path, root)
    shown = os.path.normpath(folder / os.path.relpath(path, folder))
    reading = read.read(slurp(path, limits.PLAYBOOK_BYTES), shown, most=limits.PLAYBOOK_BYTES)
    if not reading.ok:
        return None, reading.findings, reading.source
    outcome = validate.knowing(reading.source, Benchmarks)
    own = outcome.value
    odd = validate.rows(own, _shipped("benchmarks.yaml", Benchmarks), reading.source) if own else ()
    return own, (*reading.findings, *outcome.findings, *odd), reading.source


def wording() -> Wording:
    """The families of words that promise what nobody can keep, or ask for deceit."""
    return _shipped("wording.yaml", Wording)


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


class Lazily(Sequence[T]):
    """Rows that are read when the first one is asked for: a check needs none of them."""

    def __init__(self, rows: Callable[[], tuple[T, ...]]) -> None:
        self._rows = rows

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._rows()[index]

    def __len__(self) -> int:
        return len(self._rows())


def _days(country: str) -> "tuple[MarketingDay, ...]":
    from groupplan.model.marketing import MarketingDays

    there = (shipped("knowledge") / "days" / f"{country}.yaml").is_file() if country else False
    return _shipped(f"days/{country}.yaml", MarketingDays).days if there else ()


def _frameworks() -> "tuple[Framework, ...]":
    from groupplan.model.frameworks import Frameworks

    return _shipped("frameworks.yaml", Frameworks).frameworks


class ById(Mapping[str, M]):
    """The same by id: dated facts, features of platforms."""

    def __init__(self, rows: Callable[[], Mapping[str, M]]) -> None:
        self._rows = rows

    def __getitem__(self, name: str) -> M:
        return self._rows()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows())

    def __len__(self) -> int:
        return len(self._rows())


@cache
def _facts() -> dict[str, Fact]:
    return {fact.id: fact for fact in _shipped("facts.yaml", Facts).facts}


@cache
def _features() -> dict[str, Feature]:
    return {feature.id: feature for feature in _shipped("features.yaml", Features).features}
