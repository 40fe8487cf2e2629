"""What of all that was found is shown: the settings of each file, its comments, its baseline."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from groupplan import settings
from groupplan.choose import Choosing, choose
from groupplan.choose.comments import comments
from groupplan.choose.levels import holds
from groupplan.choose.silence import silenced
from groupplan.cli import output
from groupplan.cli.surroundings import Surroundings
from groupplan.files import slurp
from groupplan.model import limits
from groupplan.model.finding import Finding, Words, say
from groupplan.model.refusal import Misuse
from groupplan.model.settings import OPTION, Settings, Where, within
from groupplan.model.source import Source
from groupplan.model.verdict import Choice, Verdict

if TYPE_CHECKING:
    from groupplan.model.baseline import Baseline


class Chosen:
    """The settings of every file of a run, and the choice by them."""

    def __init__(self, over: Settings, around: Surroundings, *, files: bool = True) -> None:
        self._around = around
        self.here = around.folder.resolve()
        if over.baseline.value:
            path = within(str(self.here), over.baseline.value)
            over = replace(over, baseline=over.baseline._replace(value=path))
        environ = settings.environment(around.environ)
        self._baselines: dict[str, Baseline] = {}
        usual = settings.usual(around.environ)
        self._finder = settings.Finder(self.here, over.upon(environ), usual=usual, files=files)

    def of(self, name: str) -> Settings:
        """The settings that hold for a file, or for all in a folder."""
        if name == "-" or "\0" in name:
            return self._finder.of(self.here)
        path = self.here / name
        return self._finder.of(path if path.is_dir() else path.parent)

    def documents(self, name: str) -> tuple[str, ...]:
        """The forms of plan a brief should lie beside."""
        return self.of(name).documents.value

    def holds(self, finding: Finding, source: Source | None = None) -> bool:
        """Whether settings show a finding, and no comment in its file silences it."""
        name, at = finding.origin.source, finding.origin
        known = source if source is not None and source.name == name else Source(name)
        heard = silenced([finding], {name: comments(known)}, {at: known.rows(at)}, set(), date.today())
        return any(holds(one, self.of(name).at(within(str(self.here), name))) for one in heard)

    def kept(self, names: Iterable[str]) -> list[str]:
        """The names that settings do not exclude."""
        return [name for name in names if not self._excluded(name)]

    def _excluded(self, name: str) -> bool:
        globs = self.of(name).exclude.value
        return any(glob.matches(within(str(self.here), name)) for glob in globs)

    def choosing(self, judged: Sequence[Verdict], sources: Mapping[str, Source]) -> Choosing:
        """All that was found with the settings of its files; what comments silence is left out."""
        own = {one.name: self.of(one.name) for one in judged}
        known = settings.known().codes if any(one.notes for one in judged) else ()
        return Choosing(judged, own, known, sources, date.today(), within(str(self.here), ""))

    def ready(self, names: Iterable[str]) -> None:
        """Read every configuration and baseline before anything is judged. ``Misuse`` for a broken one."""
        for name in names:
            given = self.of(name).baseline
            if given.value and given.value not in self._baselines:
                if not Path(given.value).is_file():
                    raise Misuse(_missing(self.shown(given.value), given.where))
                self._baselines[given.value] = self.taken(given.value)

    def choice(self, judged: Sequence[Verdict], sources: Mapping[str, Source]) -> Choice:
        """What is shown."""
        lost = frozenset(file for one in self._baselines.values() for file in missing(one))
        return choose(self.choosing(judged, sources), self._baselines, lost)

    def taken(self, path: str) -> "Baseline":
        """The baseline at a path; an empty one where there is none yet."""
        from groupplan.configure.baseline import baseline
        from groupplan.model.baseline import Baseline

        folder = path.rpartition("/")[0] or "/"
        if Path(path).is_dir():
            raise Misuse(say("is-a-folder", path=self.shown(path)))
        if not Path(path).exists():
            return Baseline(folder)
        return baseline(slurp(Path(path), limits.PLAN_BYTES), self.shown(path), folder)

    def shown(self, path: str) -> str:
        """An absolute path as seen from the working folder, when it lies there."""
        place = Path(path)
        return str(place.relative_to(self.here)) if place.is_relative_to(self.here) else path

    def tell(self, choice: Choice) -> None:
        """On stderr: what a baseline hid, and what of it is no longer needed."""
        if choice.hidden:
            output.err(self._around.say("choosing.hidden", count=choice.hidden))
        for path, count in choice.gone.items():
            name = self._around.clean(self.shown(path))
            output.err(self._around.say("choosing.gone", path=name, count=count))


def missing(taken: "Baseline") -> frozenset[str]:
    """The files, absolute, that a baseline names and that are not there any more."""
    files = {within(taken.folder, entry.file) for entry in taken.entries}
    return frozenset(file for file in files if not Path(file).exists())


def _missing(path: str, where: Where) -> Words:
    return say("no-such-file", path=path) if where.kind == OPTION else say("baseline-missing", path=path)
