"""choose: everything found → what is shown, by comments, settings and baseline; no rule knows of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct, field

from groupplan.choose.levels import holds, weighed
from groupplan.choose.silence import problems, silenced
from groupplan.model.finding import Finding
from groupplan.model.settings import Settings, within
from groupplan.model.source import Source
from groupplan.model.suppression import Suppression
from groupplan.model.verdict import Choice, Verdict

if TYPE_CHECKING:
    from groupplan.model.baseline import Baseline, Entry


class Choosing(Struct):
    """What all files were judged to be, and what the choice among it goes by.

    ``settings`` by the name of each checked file, ``known`` codes and slugs, ``sources`` with the shipped,
    ``here`` the folder that names are seen from.
    """

    judged: Sequence[Verdict]
    settings: Mapping[str, Settings]
    known: Collection[str]
    sources: Mapping[str, Source]
    day: date
    here: str
    _owners: dict[Finding, str] = field(default_factory=dict)
    _at: dict[tuple[str, str], Settings] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Silence what comments silence; a finding that two files show belongs to its own, else the first."""
        for name, finding in self._heard():
            if finding.origin.source == name or finding not in self._owners:
                self._owners[finding] = name

    @property
    def own(self) -> dict[str, Source]:
        """All files found in that are not shipped."""
        return {name: source for one in self.judged for name, source in one.sources.items()}

    def whole(self) -> frozenset[str]:
        """Files in which everything that can be found was: a playbook only beside a brief that uses it."""
        sound = [one for one in self.judged if one.sound]
        used = {name for one in sound for name in one.sources if name != one.name}
        return frozenset(one.name for one in sound if one.kind != "playbook" or one.name in used)

    def _heard(self) -> Iterator[tuple[str, Finding]]:
        whole, used = self.whole(), set[tuple[Suppression, str]]()
        for one in self.judged:
            for finding in silenced(one.findings, one.notes, one.rows, used, self.day):
                yield one.name, finding
        for one in self.judged:
            for name, notes in one.notes.items():
                said = problems(notes, used, self.known, self.day, whole=name in whole)
                yield from ((one.name, finding) for finding in said)

    def marked(self, path: str, folder: str) -> list[tuple[Finding, "Entry"]]:
        """The findings of files whose baseline is at a path, each with its entry."""
        from groupplan.choose import baseline

        mine = [f for f, name in self._owners.items() if self.settings[name].baseline.value == path]
        return list(baseline.entries(mine, self.sources, self.own, folder, self.here))

    def shown(self, finding: Finding) -> tuple[Finding, Settings] | None:
        """A finding with the settings of its place, its level as set there; None where it is not shown."""
        name = self._owners[finding]
        place = finding.origin.source if finding.origin.source in self.own else name
        if (name, place) not in self._at:
            self._at[name, place] = self.settings[name].at(within(self.here, place))
        there = self._at[name, place]
        return (weighed(finding, there), there) if holds(finding, there) else None

    def findings(self) -> Iterator[Finding]:
        """All that no comment silenced."""
        yield from self._owners


def choose(choosing: Choosing, baselines: Mapping[str, "Baseline"], lost: Collection[str] = ()) -> Choice:
    """What is shown. ``baselines`` by path; ``lost``: absolute files they name that are not there."""
    hidden, gone = _known(choosing, baselines, lost) if baselines else (frozenset(), {})
    found = [(finding, choosing.shown(finding)) for finding in choosing.findings()]
    shown = [pair for finding, pair in found if pair and finding not in hidden]
    fails = any(_fails(finding, settings) for finding, settings in shown)
    count = sum(1 for finding, pair in found if pair and finding in hidden)
    return Choice(tuple(finding for finding, _ in shown), fails, count, gone)


def _known(
    choosing: Choosing, baselines: Mapping[str, "Baseline"], lost: Collection[str]
) -> tuple[frozenset[Finding], dict[str, int]]:
    """What stands in baselines, and how many of their entries no longer occur."""
    from groupplan.choose.baseline import gone, known, place

    hidden: set[Finding] = set()
    left: dict[str, int] = {}
    for path, one in baselines.items():
        marked = choosing.marked(path, one.folder)
        hidden |= known(marked, one)
        names = {place(name, choosing.own, one.folder, choosing.here) for name in choosing.whole()}
        missing = {entry.file for entry in one.entries if within(one.folder, entry.file) in lost}
        count = gone(marked, one, names | missing)
        left |= {path: count} if count else {}
    return frozenset(hidden), left


def _fails(finding: Finding, settings: Settings) -> bool:
    least = settings.fail_on.value
    return least is not None and finding.severity >= least
