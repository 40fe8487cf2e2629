"""Briefs that are judged and chosen among without a command line."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from groupplan import pipeline, settings
from groupplan.choose import Choosing, choose
from groupplan.choose.placed import placed
from groupplan.model.baseline import Baseline
from groupplan.model.settings import Settings
from groupplan.model.verdict import Choice, Verdict
from groupplan.shelf import Sources
from tests.briefs import brief

TODAY = date(2026, 11, 22)
HERE = "/work"


def verdict(text: str, name: str = "brief.yaml", folder: Path = Path("nowhere")) -> Verdict:
    """A short brief below the usual head, judged."""
    loaded = pipeline.load(brief(text).encode(), name, folder, folder)
    made = pipeline.make(loaded, fine=False).findings if loaded.ok else ()
    return placed(name, (*loaded.findings, *made), loaded.sources, Sources(loaded.sources))


def choosing(
    *verdicts: Verdict,
    given: Settings | None = None,
    own: Mapping[str, Settings] | None = None,
    today: date = TODAY,
) -> Choosing:
    """All of them with one set of settings, or each with its own."""
    each = own or {one.name: given or Settings() for one in verdicts}
    sources = {name: source for one in verdicts for name, source in one.sources.items()}
    return Choosing(verdicts, each, settings.known().codes, Sources(sources), today, HERE)


def chosen(text: str, given: Settings | None = None, today: date = TODAY, **baselines: Baseline) -> Choice:
    """The choice in one brief."""
    return choose(choosing(verdict(text), given=given, today=today), baselines)


def codes(choice: Choice) -> set[str]:
    """The codes shown."""
    return {one.code for one in choice.findings}
